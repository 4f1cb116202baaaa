import { type EscalationPolicy, pathOf } from './escalation-policy.js'
import { type Hold, holdOf } from './hold.js'
import type { IncidentClock, LevelStep } from './incident-clock.js'
import { timerEnd } from './timer.js'

export interface DueLevel {
  /** To be told now; null: nobody. What is told must be written down with the moment of telling, not with {@link LevelStep.at}. */
  readonly due: LevelStep | null
  /** Levels whose time came and went before this run, and which are passed over for {@link due}. */
  readonly missed: readonly LevelStep[]
  /** When there is something to do next, provided that {@link due} is told now; null: never. */
  readonly nextAt: string | null
  /** Why nobody is told before {@link nextAt}; null: nothing holds it up. */
  readonly heldBy: Hold['by'] | null
  /** All levels were told as often as the policy says, and the last one had its time. */
  readonly isExhausted: boolean
  /** Somebody acknowledged and then let the time pass: the incident is open again. */
  readonly isAcknowledgementExpired: boolean
}

const IDLE: DueLevel = {
  due: null,
  missed: [],
  nextAt: null,
  heldBy: null,
  isExhausted: false,
  isAcknowledgementExpired: false,
}

/**
 * Which level is to be told now. Timers begin when a level is told, so a run that comes late tells one level and no more:
 * of those whose time has come the furthest. A round always begins with its first level, however late it is, because
 * before that nobody knew. An acknowledgement or a silence holds everything up until it ends; then the next level is due
 * at once, where its time has come. Asked again at the same moment it says the same; asked after it was told, nothing.
 * @param now ISO 8601, UTC
 */
export function dueLevel(policy: EscalationPolicy, clock: IncidentClock, now: string): DueLevel {
  if (clock.state === 'resolved' || pathOf(policy, clock.severity).length === 0) return IDLE
  const nowMs = Date.parse(now)
  const hold = holdOf(policy, clock)
  const known = { ...IDLE, isAcknowledgementExpired: hold.acknowledgedUntilMs <= nowMs }
  const firstMs = Math.max(timerEndOf(policy, clock), hold.untilMs)
  if (firstMs > nowMs) return { ...known, ...waiting(hold, firstMs, nowMs) }
  const steps = stepsUntil(policy, clock, { firstMs, nowMs })
  const due = steps.at(-1)
  if (due === undefined) return { ...known, isExhausted: true }
  return { ...known, due, missed: steps.slice(0, -1), nextAt: isoOf(timerEndFrom(policy, clock, nowMs)) }
}

/** That an acknowledgement expires is something to do as well, even where no level is due then. */
function waiting(hold: Hold, firstMs: number, nowMs: number): Pick<DueLevel, 'nextAt' | 'heldBy'> {
  const { untilMs, acknowledgedUntilMs, by } = hold
  const nextMs = acknowledgedUntilMs > nowMs ? Math.min(firstMs, acknowledgedUntilMs) : firstMs
  return { nextAt: isoOf(nextMs), heldBy: untilMs > nowMs ? by : null }
}

/** The level that comes after the one that was told, whatever the time; null: all were told often enough. */
export function nextLevel(policy: EscalationPolicy, clock: IncidentClock): Omit<LevelStep, 'at'> | null {
  const path = pathOf(policy, clock.severity)
  const [first] = path
  if (first === undefined) return null
  if (clock.told === null) return { level: first, loops: 0 }
  const { level: told, loops } = clock.told
  const next = path.find((level) => level > told)
  if (next !== undefined) return { level: next, loops }
  // It became worse, or somebody changed the policy: the path of before says nothing about who was told of this one.
  if (!path.includes(told)) return { level: first, loops }
  return loops < policy.repeat ? { level: first, loops: loops + 1 } : null
}

interface Span {
  readonly firstMs: number
  readonly nowMs: number
}

/** The next level and those behind it in the same round whose time has come as well. */
function stepsUntil(policy: EscalationPolicy, clock: IncidentClock, { firstMs, nowMs }: Span): readonly LevelStep[] {
  const path = pathOf(policy, clock.severity)
  const next = nextLevel(policy, clock)
  if (next === null) return []
  const levels = next.level === path[0] ? [next.level] : path.filter((level) => level >= next.level)
  const steps: LevelStep[] = []
  let atMs = firstMs
  for (const level of levels) {
    if (atMs > nowMs) break
    steps.push({ level, loops: next.loops, at: new Date(atMs).toISOString() })
    atMs = timerEndFrom(policy, clock, atMs)
  }
  return steps
}

/** Whom nobody has told yet is due since the incident is open. */
function timerEndOf(policy: EscalationPolicy, clock: IncidentClock): number {
  const { told, openedAt } = clock
  return told === null ? Date.parse(openedAt) : timerEndFrom(policy, clock, Date.parse(told.at))
}

function timerEndFrom({ timers, calendar }: EscalationPolicy, { severity }: IncidentClock, fromMs: number): number {
  return timerEnd(timers[severity], calendar, fromMs)
}

/** null: never. */
function isoOf(atMs: number): string | null {
  return Number.isFinite(atMs) ? new Date(atMs).toISOString() : null
}
