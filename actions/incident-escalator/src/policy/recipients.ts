import type { Severity } from '@testwarden/core/model/severity'
import { type EscalationPolicy, type Involved, type Level, pathOf } from './escalation-policy.js'
import { onCall } from './rotation.js'

/** Whom a level means at a moment, each once. */
export interface Recipients {
  readonly involved: readonly Involved[]
  /** Logins. */
  readonly people: readonly string[]
  /** `acme/security` */
  readonly teams: readonly string[]
  /** Names of targets, without those that were handed the incident at once. */
  readonly targets: readonly string[]
  /** What the incident says of them: who stands in for whom. */
  readonly notes: readonly string[]
}

/** @param now ISO 8601, UTC */
export function recipientsOf(policy: EscalationPolicy, level: Level, now: string): Recipients {
  const rotating = rotatingOf(policy, level, now)
  const named = [...level.people, ...level.teams, ...rotating.who]
  return {
    involved: level.involved,
    people: unique(named.filter((name) => !name.includes('/'))),
    teams: unique(named.filter((name) => name.includes('/'))),
    targets: unique(level.targets).filter((target) => !policy.handOver.includes(target)),
    notes: rotating.notes,
  }
}

/** Targets that page by a policy of their own, for an incident of this severity: they are told when it opens. */
export function handedOverTargets(policy: EscalationPolicy, severity: Severity): readonly string[] {
  const targets = pathOf(policy, severity).flatMap((level) => policy.levels[level]?.targets ?? [])
  return unique(targets.filter((target) => policy.handOver.includes(target)))
}

interface Rotating {
  readonly who: readonly string[]
  readonly notes: readonly string[]
}

function rotatingOf({ rotations }: EscalationPolicy, { rotation: name, fallback }: Level, now: string): Rotating {
  const rotation = rotations.find((each) => each.name === name)
  if (rotation === undefined) return { who: [], notes: [] }
  const duty = onCall(rotation, Date.parse(now))
  if (duty.kind === 'member') {
    const absent = duty.insteadOf.length === 0 ? [] : [`${duty.who} stands in for ${duty.insteadOf.join(', ')}.`]
    return { who: [duty.who], notes: absent }
  }
  const why = duty.reason === 'not-begun' ? `begins only on ${rotation.since}` : 'has nobody who is there'
  const instead =
    fallback.length === 0 ? 'and nobody is named instead' : `so its fallback is told: ${fallback.join(', ')}`
  return { who: fallback, notes: [`The rotation ${rotation.name} ${why}, ${instead}.`] }
}

/** GitHub knows names in any case. */
function unique(names: readonly string[]): readonly string[] {
  const known = new Map<string, string>()
  for (const name of names) if (!known.has(name.toLowerCase())) known.set(name.toLowerCase(), name)
  return [...known.values()]
}
