import { isWorse } from '@testwarden/core/model/severity'
import type { Incident } from '../incident/incident.js'
import { advance, type LifeRules, type Origin, openIncident, type Signs } from '../life/advance.js'
import type { Step } from '../life/step.js'
import type { Transition } from '../life/transition.js'
import type { EscalationPolicy } from '../policy/escalation-policy.js'
import { timerEnd } from '../policy/timer.js'
import type { CauseSigns } from './cause-trail.js'
import type { RunSigns } from './read-signs.js'
import type { ReplayedIncident } from './replayed-incident.js'
import { handOverPages, type Telling, tellLevels } from './tell-levels.js'

export interface LifeQuestion {
  readonly workflow: string
  /** In the order in which they came. */
  readonly runs: readonly RunSigns[]
  readonly escalation: EscalationPolicy
  readonly life: LifeRules
  readonly reopenWithinMs: number
}

/** The incidents of a workflow, as they opened. Nobody does anything about them but mend the tests. */
export function replayLife({ workflow, runs, ...rules }: LifeQuestion): readonly ReplayedIncident[] {
  const lives = new Map<string, Life>()
  for (const { at, causes } of runs)
    for (const signs of causes) {
      const life = stepOf(lives.get(signs.cause), { at, signs, workflow, rules })
      if (life !== null) lives.set(signs.cause, life)
    }
  const endMs = Date.parse(runs.at(-1)?.at ?? '') + 1
  const all = [...lives.values()].flatMap((life) => [...life.earlier, told(life, endMs, rules).replayed])
  return all.sort((left, right) => Date.parse(left.opened) - Date.parse(right.opened))
}

type Rules = Omit<LifeQuestion, 'workflow' | 'runs'>

/** An incident as it stands, and what is told of it in the end. */
interface Life {
  readonly incident: Incident
  readonly nextAt: string | null
  readonly replayed: ReplayedIncident
  /** Of the same cause, before. */
  readonly earlier: readonly ReplayedIncident[]
}

interface Seen {
  readonly at: string
  readonly signs: CauseSigns
  readonly workflow: string
  readonly rules: Rules
}

/** null: there is nothing to tell of yet. */
function stepOf(before: Life | undefined, seen: Seen): Life | null {
  const { at, signs, rules } = seen
  const life = before === undefined ? undefined : told(before, Date.parse(at), rules)
  const said: Signs = {
    now: at,
    badRuns: signs.badRuns,
    greenRuns: signs.greenRuns,
    severity: signs.severity,
    badSince: signs.first.time,
    deeds: [],
    seen: null,
  }
  const isForgotten = life === undefined || isTooOld(life.incident, at, rules)
  const step = isForgotten
    ? openIncident(originOf(signs.cause), said, rules.life)
    : advance(life.incident, said, rules.life)
  if (step === null) return life ?? null
  const opening = step.transitions.find(({ kind }) => kind === 'opened' || kind === 'reopened')
  if (opening !== undefined) return { ...opened(step, opening, seen), earlier: earlierOf(life) }
  return life === undefined ? null : goOn(life, step, seen)
}

/** In a replay the cause alone tells incidents apart. */
function originOf(cause: string): Origin {
  return { dedupKey: cause, place: null, where: null, teller: null }
}

function isTooOld({ resolvedAt }: Incident, at: string, { reopenWithinMs }: Rules): boolean {
  return resolvedAt !== null && Date.parse(at) - Date.parse(resolvedAt) > reopenWithinMs
}

/** Tells whoever is due before a moment. */
function told(life: Life, untilMs: number, { escalation }: Rules): Life {
  const { incident, nextAt, replayed } = life
  const telling: Telling = { incident, nextAt, pages: replayed.pages }
  const { pages, ...after } = tellLevels(escalation, telling, untilMs)
  return { ...life, ...after, replayed: { ...replayed, pages } }
}

function earlierOf(life: Life | undefined): readonly ReplayedIncident[] {
  return life === undefined ? [] : [...life.earlier, life.replayed]
}

function opened({ incident }: Step, { kind }: Transition, { at, signs, workflow, rules }: Seen): Omit<Life, 'earlier'> {
  const { escalation } = rules
  const { badRuns, first, tests } = signs
  const timer = escalation.timers[incident.severity]
  const replayed: ReplayedIncident = {
    workflow,
    cause: signs.cause,
    severity: incident.severity,
    isReopened: kind === 'reopened',
    since: first.time,
    commit: first.sha,
    opened: at,
    green: null,
    ended: null,
    badRuns,
    longestBad: badRuns,
    answerByMs: timerEnd(timer, escalation.calendar, Date.parse(at)),
    tests,
    pages: handOverPages(escalation, incident, at),
  }
  return { incident, nextAt: at, replayed }
}

/** Whom nobody told at this severity yet may be due at once. */
function goOn({ nextAt, replayed, earlier }: Life, { incident, transitions }: Step, { at, signs }: Seen): Life {
  const isOver = transitions.some(({ kind }) => kind === 'resolved')
  const hasWorsened = transitions.some(({ kind }) => kind === 'worsened')
  const isOpen = incident.state !== 'resolved'
  const isBad = isOpen && signs.severity !== null
  const known = new Set(replayed.tests)
  return {
    incident,
    nextAt: isOpen ? (hasWorsened ? at : nextAt) : null,
    earlier,
    replayed: {
      ...replayed,
      severity: isWorse(incident.severity, replayed.severity) ? incident.severity : replayed.severity,
      ...(isOver ? { green: signs.first.time, ended: at } : {}),
      badRuns: replayed.badRuns + (isBad ? 1 : 0),
      longestBad: isBad ? Math.max(replayed.longestBad, signs.badRuns) : replayed.longestBad,
      tests: isBad ? [...replayed.tests, ...signs.tests.filter((key) => !known.has(key))] : replayed.tests,
    },
  }
}
