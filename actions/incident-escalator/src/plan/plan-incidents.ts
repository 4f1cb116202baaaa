import type { Severity } from '@testwarden/core/model/severity'
import type { KeyedTrouble } from '../detect/detect-troubles.js'
import { WORKFLOW_CAUSE } from '../detect/trouble-of-workflow.js'
import { placeOf } from '../incident/dedup-key.js'
import type { KnownIncident, KnownIncidents } from '../known/known-incidents.js'
import { advance, type LifeRules, type Origin, openIncident, type Signs } from '../life/advance.js'
import type { Step } from '../life/step.js'
import { NO_SIGNS, type RunSigns } from '../standing/run-signs.js'
import type { Teller } from '../standing/signs.js'
import { type Escalating, escalate } from './escalate.js'
import { type MatchedTrouble, matchTroubles } from './match-troubles.js'
import type { IncidentPlan, PlannedIncident, WatchedTrouble } from './planned-incident.js'

export interface PlanQuestion extends Escalating {
  readonly troubles: readonly KeyedTrouble[]
  readonly known: KnownIncidents
  readonly teller: Teller
  readonly rules: LifeRules
  readonly reopenDays: number
  /** Issues that one run may open or reopen. */
  readonly most: number
}

/** What becomes of every incident, and which new ones there are. */
export function planIncidents(question: PlanQuestion): IncidentPlan {
  const { known, now, reopenDays } = question
  const troubles = question.troubles.filter((trouble) => !isExplained(trouble, known))
  const matches = matchTroubles({ troubles, incidents: known.incidents, reopenDays, now })
  const isUnwanted = ({ known: each }: MatchedTrouble): boolean => each?.issue.closedAs === 'unwanted'
  const wanted = matches.matched.filter((match) => !isUnwanted(match))
  const stepped = wanted.map((match) => stepOf(match, question))
  const { begun, waiting } = withinLimit(stepped, question)
  const unwanted = matches.matched.filter(isUnwanted).flatMap(({ known: each }) => each ?? [])
  const others = [...matches.others, ...unwanted].flatMap((each) => goOn(each, question) ?? [])
  return {
    incidents: [...begun, ...others],
    waiting,
    watched: stepped.flatMap(watchedOf(question)),
    unwanted: unwanted.map(({ issue }) => issue),
    twins: matches.twins,
  }
}

/** What is known of a workflow beyond its end explains it. */
function isExplained({ cause, place, keys }: KeyedTrouble, { incidents }: KnownIncidents): boolean {
  if (cause !== WORKFLOW_CAUSE) return false
  const here = placeOf(place)
  return incidents.some(
    ({ issue, incident }) => issue.state === 'open' && incident.place === here && !issue.marker.keys.includes(keys[0]),
  )
}

interface Stepped extends MatchedTrouble {
  readonly signs: RunSigns
  /** null: there is no incident yet, and not long enough a trouble for one. */
  readonly step: Step | null
}

function stepOf(match: MatchedTrouble, { teller, rules, now }: PlanQuestion): Stepped {
  const { trouble, known } = match
  const runs = teller.signsOf(trouble, known)
  const signs = signsFor(runs, { severity: trouble.severity, known, now })
  const origin = originOf(trouble, teller)
  if (known === null) return { ...match, signs: runs, step: openIncident(origin, signs, rules) }
  // Whoever sees the trouble of a damaged memory is the one to see its end.
  const { dedupKey, teller: remembered } = known.incident
  const incident = remembered === null ? { ...known.incident, ...origin, dedupKey } : known.incident
  return { ...match, signs: runs, step: advance(incident, signs, rules) }
}

function originOf(trouble: KeyedTrouble, teller: Teller): Origin {
  const { place: where, keys } = trouble
  return { dedupKey: keys[0], place: placeOf(where), where, teller: teller.tellerOf(trouble) }
}

interface SignParts {
  readonly severity: Severity | null
  readonly known: KnownIncident | null
  readonly now: string
}

function signsFor({ badRuns, greenRuns, streak }: RunSigns, { severity, known, now }: SignParts): Signs {
  const badSince = streak?.firstBad?.time ?? null
  return { now, badRuns, greenRuns, severity, badSince, deeds: known?.done.deeds ?? [], seen: known?.done.seen ?? null }
}

/** New and reopened ones, the worst first, as many as a run may have; all others go on as they are. */
function withinLimit(
  stepped: readonly Stepped[],
  question: PlanQuestion,
): { readonly begun: readonly PlannedIncident[]; readonly waiting: readonly KeyedTrouble[] } {
  const waiting: KeyedTrouble[] = []
  let left = question.most
  const begun = stepped.flatMap((each) => {
    if (each.step === null) return []
    // Of more issues than anybody reads one may be there without being seen.
    const isUnsure = each.known === null && !question.known.isWhole
    if (isBeginning(each.step) && (left-- <= 0 || isUnsure)) {
      waiting.push(each.trouble)
      return []
    }
    return [planned({ ...each, step: each.step }, question)]
  })
  return { begun, waiting }
}

function isBeginning({ transitions }: Step): boolean {
  return transitions.some(({ kind }) => kind === 'opened' || kind === 'reopened')
}

/** An incident that is not bad in this run: it may be over, and its clocks go on. null: there is nothing to do with it. */
function goOn(known: KnownIncident, question: PlanQuestion): PlannedIncident | null {
  const { teller, rules, now } = question
  if (!isUnfinished(known)) return null
  const signs = known.issue.state === 'open' ? teller.signsOf(null, known) : NO_SIGNS
  const step = advance(known.incident, signsFor(signs, { severity: null, known, now }), rules)
  return planned({ trouble: null, known, earlier: null, signs, step }, question)
}

/** Open, just closed by somebody, or with a service that was not told of the end. */
export function isUnfinished({ issue, incident }: Pick<KnownIncident, 'issue' | 'incident'>): boolean {
  return (
    issue.state === 'open' || incident.state !== 'resolved' || incident.threads.some(({ phase }) => phase !== 'ended')
  )
}

type Planning = Omit<Stepped, 'trouble' | 'step'> & Pick<PlannedIncident, 'trouble'> & { readonly step: Step }

function planned({ trouble, known, earlier, signs, step }: Planning, question: PlanQuestion): PlannedIncident {
  return { known, earlier, trouble, signs, transitions: step.transitions, ...escalate(step, question) }
}

function watchedOf({ rules }: PlanQuestion): (each: Stepped) => readonly WatchedTrouble[] {
  return ({ step, trouble, signs }) => {
    if (step !== null || signs.badRuns === 0) return []
    return [{ trouble, badRuns: signs.badRuns, neededRuns: rules.openAfter[trouble.severity] }]
  }
}
