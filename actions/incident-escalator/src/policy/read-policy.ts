import type { Setting } from '@testwarden/core/config/field'
import { suggest } from '@testwarden/core/config/suggest'
import type { ConfigurationError } from '@testwarden/core/model/errors'
import { SEVERITIES } from '@testwarden/core/model/severity'
import { errorAt } from '../config/error-at.js'
import type { EscalationSettings } from '../config/escalation-config.js'
import { targetNames } from '../config/target-names.js'
import { ASSUMED_ACK_TIMEOUT_MS } from './assumed-policy.js'
import { type EscalationPolicy, type Level, pathOf } from './escalation-policy.js'

export interface ReadPolicy {
  readonly policy: EscalationPolicy
  /** What no setting can know by itself: names of others that are none, and levels that no incident ever reaches. */
  readonly errors: readonly ConfigurationError[]
}

type PolicySettings = EscalationSettings & Parameters<typeof targetNames>[0]

/** The policy that the settings make together. */
export function readPolicy(settings: PolicySettings): ReadPolicy {
  const policy = policyOf(settings)
  const { levels, 'hand-over': handOver } = settings.escalation
  const targets = targetNames(settings)
  const rotations = policy.rotations.map(({ name }) => name)
  const errors = [
    ...policy.levels.flatMap((level) => [
      ...unknownNames(level.rotation === null ? [] : [level.rotation], {
        known: rotations,
        whose: `The level ${level.name}`,
        noun: 'rotation',
        setting: levels,
      }),
      ...unknownNames(level.targets, {
        known: targets,
        whose: `The level ${level.name}`,
        noun: 'target',
        setting: levels,
      }),
    ]),
    ...unknownNames(policy.handOver, { known: targets, whose: '`hand-over`', noun: 'target', setting: handOver }),
    ...policy.levels.flatMap((level, place) => unreachable(policy, level, place, levels)),
  ]
  return { policy, errors }
}

function policyOf(settings: EscalationSettings): EscalationPolicy {
  const { escalation, rotations, holidays } = settings
  const timeZone = settings['time-zone'].value
  return {
    levels: escalation.levels.value,
    timers: {
      critical: escalation.timers.critical.value,
      high: escalation.timers.high.value,
      medium: escalation.timers.medium.value,
      low: escalation.timers.low.value,
    },
    repeat: escalation.repeat.value,
    ackTimeoutMs: escalation['ack-timeout'].value ?? ASSUMED_ACK_TIMEOUT_MS,
    handOver: escalation['hand-over'].value,
    rotations: rotations.value.map((rotation) => ({ ...rotation, timeZone: rotation.timeZone ?? timeZone })),
    calendar: { timeZone, hours: settings['business-hours'].value, holidays: holidays.value },
  }
}

interface Naming {
  readonly known: readonly string[]
  readonly whose: string
  readonly noun: 'rotation' | 'target'
  readonly setting: Setting<unknown>
}

function unknownNames(names: readonly string[], { known, whose, noun, setting }: Naming): ConfigurationError[] {
  return names
    .filter((name) => !known.includes(name))
    .map((name) => {
      const meant = suggest(name, known)
      const have = known.length === 0 ? `Write \`${noun}s\` first.` : `Write one of ${known.join(', ')}.`
      return errorAt(
        setting,
        `${whose} names the ${noun} ${name}, which there is not.`,
        meant === null ? have : `Did you mean ${meant}?`,
      )
    })
}

/** Behind the first level of a path comes nothing where its timer never ends. */
function unreachable(
  policy: EscalationPolicy,
  level: Level,
  place: number,
  setting: Setting<unknown>,
): ConfigurationError[] {
  const isReached = SEVERITIES.some((severity) => {
    const path = pathOf(policy, severity)
    return path[0] === place || (path.includes(place) && policy.timers[severity].kind !== 'never')
  })
  if (isReached) return []
  const never = level.severities.join(', ')
  return [
    errorAt(
      setting,
      `No incident ever reaches the level ${level.name}: for ${never} it comes behind a timer that never ends.`,
      `Write a time for ${never} under \`timers\`, or take the level out.`,
    ),
  ]
}
