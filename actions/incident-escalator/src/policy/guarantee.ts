import { durationText } from '@testwarden/core/config/fields/duration'
import { asSentence } from '@testwarden/core/model/sentence'
import { SEVERITIES, type Severity } from '@testwarden/core/model/severity'
import { type EscalationPolicy, type Level, pathOf } from './escalation-policy.js'

/** What makes the runs that look at the timers: a schedule, or only other runs of workflows. */
export type TimerMode = 'schedule' | 'runs'

const HOUR_MS = 60 * 60_000

/**
 * What the page promises of the timers. GitHub starts schedules when it can: hours late, and some nights not at all. So
 * minutes are kept only where a service that pages by itself is told at once.
 */
export function guaranteeOf(policy: EscalationPolicy, mode: TimerMode): string {
  const own = policy.levels.filter((level) => !isHandedOver(policy, level))
  const handed = policy.levels.filter((level) => isHandedOver(policy, level))
  return [...handedText(policy, handed), ...ownText(policy, own, mode)].join(' ')
}

/** One of its targets was told when the incident opened. */
export function isHandedOver({ handOver }: Pick<EscalationPolicy, 'handOver'>, { targets }: Level): boolean {
  return targets.some((target) => handOver.includes(target))
}

function handedText({ handOver }: EscalationPolicy, levels: readonly Level[]): readonly string[] {
  if (levels.length === 0) return []
  const services = handOver.filter((target) => levels.some(({ targets }) => targets.includes(target)))
  const [are, keep] = services.length === 1 ? ['is', 'keeps'] : ['are', 'keep']
  return [
    `${listed(services)} ${are} told as soon as an incident opens and ${keep} the minutes of ${levelsText(levels)} by a policy there.`,
  ]
}

function ownText(policy: EscalationPolicy, levels: readonly Level[], mode: TimerMode): readonly string[] {
  if (levels.length === 0) return []
  const are = levels.length === 1 ? 'is' : 'are'
  const runs =
    mode === 'schedule'
      ? 'only by runs of this action, and GitHub starts scheduled ones hours late and some nights not at all'
      : 'only when some workflow runs next, as no schedule looks after it'
  return [asSentence(`${levelsText(levels)} ${are} told ${runs}`), promise(policy, levels, mode)]
}

/** The first level needs no timer: the run that finds the incident tells it. */
function promise(policy: EscalationPolicy, own: readonly Level[], mode: TimerMode): string {
  const nothing = mode === 'schedule' ? 'Nothing under an hour is promised' : 'No time is promised at all'

  const short = SEVERITIES.filter((severity) => {
    const later = pathOf(policy, severity).slice(1)
    return isShort(policy, severity) && later.some((level) => own.some((each) => each === policy.levels[level]))
  })
  if (short.length === 0) return `${nothing}.`
  const timers = short.map((severity) => `${shortText(policy, severity)} for ${severity}`)
  return `${nothing}, so ${listed(timers)} is an aim. Hand such levels over to a paging service to have it kept.`
}

function isShort({ timers }: EscalationPolicy, severity: Severity): boolean {
  const timer = timers[severity]
  return timer.kind === 'time' && timer.durationMs < HOUR_MS
}

function shortText({ timers }: EscalationPolicy, severity: Severity): string {
  const timer = timers[severity]
  return timer.kind === 'time' ? durationText(timer.durationMs) : ''
}

function levelsText(levels: readonly Level[]): string {
  return `${levels.length === 1 ? 'the level' : 'the levels'} ${listed(levels.map(({ name }) => name))}`
}

function listed(words: readonly string[]): string {
  const last = words.at(-1) ?? ''
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} and ${last}`
}
