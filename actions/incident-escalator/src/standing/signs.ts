import type { GateConfig } from '@testwarden/core/action/define-action'
import type { Evidence } from '@testwarden/core/model/evidence'
import { canonicalJson, variantKeyOf } from '@testwarden/core/model/record-key'
import { openAfterOf } from '../config/life-config.js'
import type { incidentsConfig } from '../config.js'
import { type DetectedTroubles, type KeyedTrouble, verdictsOf } from '../detect/detect-troubles.js'
import { causeOfMissedRun } from '../detect/trouble-of-missed-run.js'
import { signOfConclusion, WORKFLOW_CAUSE } from '../detect/trouble-of-workflow.js'
import { keptRuns } from '../detect/troubles-of-missed-runs.js'
import { hasPast, type IncidentsFacts } from '../facts.js'
import { dedupKey, tellerOf } from '../incident/dedup-key.js'
import type { Incident } from '../incident/incident.js'
import type { KnownIncident } from '../known/known-incidents.js'
import { applyDeed } from '../life/apply-deed.js'
import { recordedSignals } from '../past/incident-record.js'
import { isBadIn, type PastRun, type Streak, streakOf } from '../past/streak.js'
import { badEndsBefore, concludedRuns, isOvertaken } from './concluded-runs.js'
import { watchedRun } from './roles.js'
import { NO_SIGNS, type RunSigns, signsByCounting, signsOfRuns } from './run-signs.js'

type Config = GateConfig<typeof incidentsConfig>

/** What this run knows of troubles beyond what is wrong now. */
export interface Teller {
  /** Names what this run speaks of, see `Incident.teller`. */
  tellerOf(trouble: KeyedTrouble): string
  /** Of a trouble of this run, or of an incident that this run finds over; both may be given, never neither. */
  signsOf(trouble: KeyedTrouble | null, known: KnownIncident | null): RunSigns
  /** This run as history keeps it. */
  readonly present: PastRun
}

export interface TellerSources {
  readonly evidence: Evidence<IncidentsFacts>
  readonly config: Config
  readonly detected: DetectedTroubles
}

export function createTeller(sources: TellerSources): Teller {
  const { evidence, detected } = sources
  const present = presentRun(evidence, detected)
  const own = tellerOf([canonicalJson(variantKeyOf(evidence.run.key)), evidence.run.branch ?? ''])
  const context: Context = { ...sources, present, own }
  return {
    present,
    tellerOf: (trouble) => (trouble.source === 'run' ? own : tellerOf([trouble.source, trouble.place.workflow])),
    signsOf(trouble, known) {
      const keys = new Set([...(trouble?.keys ?? []), ...(known?.issue.marker.keys ?? [])])
      return signsOfRun(context, { trouble, known, keys }) ?? signsOfOthers(context, { trouble, known, keys })
    },
  }
}

interface Context extends TellerSources {
  readonly present: PastRun
  readonly own: string
}

interface Asked {
  readonly trouble: KeyedTrouble | null
  readonly known: KnownIncident | null
  readonly keys: ReadonlySet<string>
}

/** Whether this run tells of tests or gates at all. */
export function tellsOfRun(evidence: Evidence<IncidentsFacts>): boolean {
  const { facts, run } = evidence
  const hasTold = facts.legs.some(({ reports }) => reports.length > 0) || verdictsOf(evidence).length > 0
  return hasTold && run.isBaseline
}

/** A leg that is missing may be the one that is broken. */
function presentRun(
  { run, problems, missingLegs = [] }: Evidence<IncidentsFacts>,
  { ofRun }: DetectedTroubles,
): PastRun {
  const signals = ofRun.flatMap(({ keys, severity }) => keys.map((key) => ({ key, severity })))
  return {
    sha: run.testedSha ?? '',
    run: run.key.run,
    time: run.now,
    record: { signals: recordedSignals(signals), isWhole: problems.length === 0 && missingLegs.length === 0 },
  }
}

/** null: it is none of this run's tests and gates. */
function signsOfRun(context: Context, asked: Asked): RunSigns | null {
  const { trouble, known, keys } = asked
  const { evidence, present } = context
  if (trouble !== null && trouble.source !== 'run') return null
  const { past } = evidence.facts
  if (trouble === null && !isTeller(known, context, keys)) return null
  if (!tellsOfRun(evidence) || (past.kind === 'known' && past.isLate)) return NO_SIGNS
  if (hasPast(past)) return signsOfRuns({ runs: [...past.runs, present], keys, since: sinceOf(known) })
  const isBad = isBadIn(present, keys)
  // The same run again is no further one.
  const isKnownRun = known?.issue.marker.run === evidence.run.key.run
  if (isKnownRun) return { ...NO_SIGNS, streak: beginning(context, asked) }
  const signs = signsByCounting({
    sign: isBad ? 'bad' : present.record.isWhole ? 'good' : null,
    before: livedOf(known),
    badBefore: badEndsBefore(evidence, evidence.run.key.run),
  })
  return signs.badRuns === 1 ? { ...signs, streak: beginning(context, asked) } : signs
}

/** Where no earlier run is known it began with the first bad one; null: that was another run. */
function beginning({ present }: Context, { known, keys }: Asked): Streak | null {
  const isFirst = isBadIn(present, keys) && (known === null || known.incident.badRuns === 1)
  // A run that is tried again is as old as it was.
  return isFirst ? streakOf([{ ...present, time: known?.incident.openedAt ?? present.time }], keys) : null
}

/** The green runs of one job say nothing of what another one found; whose it was may be forgotten. */
function isTeller(known: KnownIncident | null, { evidence, own }: Context, keys: ReadonlySet<string>): boolean {
  const teller = known?.incident.teller ?? null
  if (teller !== null) return teller === own
  const { past } = evidence.facts
  return hasPast(past) && past.runs.some((run) => isBadIn(run, keys))
}

/** With what people have done since: runs before they ended it or opened it again are of another story. */
function livedOf(known: KnownIncident | null): Incident | null {
  if (known === null) return null
  return known.done.deeds.reduce((incident, deed) => applyDeed(incident, deed).incident, known.incident)
}

function sinceOf(known: KnownIncident | null): string | null {
  const lived = livedOf(known)
  if (lived === null) return null
  return lived.state === 'resolved' ? lived.resolvedAt : lived.openedAt
}

/** Of the workflow that ended, and of runs that are expected. */
function signsOfOthers(context: Context, asked: Asked): RunSigns {
  return signsOfWorkflow(context, asked) ?? signsOfHeartbeat(context, asked) ?? NO_SIGNS
}

function signsOfWorkflow({ evidence, config }: Context, { known, keys }: Asked): RunSigns | null {
  const ended = watchedRun(evidence.run, config)
  if (ended === null) return null
  const { repository, branch } = evidence.run
  const key = dedupKey({
    repository: repository ?? '',
    workflow: ended.workflow,
    branch: branch ?? '',
    cause: WORKFLOW_CAUSE,
  })
  if (!keys.has(key)) return null
  const sign = signOfConclusion(ended.conclusion)
  if (sign === null || isOvertaken(evidence, ended)) return NO_SIGNS
  const runs = concludedRuns(evidence, { ended, key })
  if (runs !== null) return signsOfRuns({ runs, keys, since: sinceOf(known) })
  return signsByCounting({ sign, before: livedOf(known), badBefore: 0 })
}

/** It has waited long enough: neither its begin nor its end waits for further runs. */
function signsOfHeartbeat({ evidence, config }: Context, { trouble, keys }: Asked): RunSigns | null {
  if (trouble?.source === 'heartbeat')
    return { ...NO_SIGNS, badRuns: Math.max(...Object.values(openAfterOf(config.own))) }
  const { repository, branch } = evidence.run
  const isKept = keptRuns(evidence, config).some((workflow) =>
    keys.has(
      dedupKey({ repository: repository ?? '', workflow, branch: branch ?? '', cause: causeOfMissedRun(workflow) }),
    ),
  )
  return isKept ? { ...NO_SIGNS, greenRuns: Math.max(1, config.own['close-after'].value) } : null
}
