import type { EscalationPolicy } from './escalation-policy.js'
import type { IncidentClock } from './incident-clock.js'

/** What keeps an incident from being told to anybody else. */
export interface Hold {
  readonly by: 'acknowledgement' | 'silence'
  /** In milliseconds since 1970; `-Infinity`: nothing ever held it up. */
  readonly untilMs: number
  /** `Infinity`: nobody has acknowledged it. */
  readonly acknowledgedUntilMs: number
}

/** Of an acknowledgement and a silence the one that ends later. */
export function holdOf({ ackTimeoutMs }: Pick<EscalationPolicy, 'ackTimeoutMs'>, clock: IncidentClock): Hold {
  const { state, acknowledgement, openedAt, silencedUntil } = clock
  const silencedUntilMs = silencedUntil === null ? Number.NEGATIVE_INFINITY : Date.parse(silencedUntil)
  if (state !== 'acknowledged')
    return { by: 'silence', untilMs: silencedUntilMs, acknowledgedUntilMs: Number.POSITIVE_INFINITY }
  // Whose moment nobody remembers expires too, rather sooner than never.
  const acknowledgedUntilMs = Date.parse(acknowledgement?.at ?? openedAt) + ackTimeoutMs
  return acknowledgedUntilMs >= silencedUntilMs
    ? { by: 'acknowledgement', untilMs: acknowledgedUntilMs, acknowledgedUntilMs }
    : { by: 'silence', untilMs: silencedUntilMs, acknowledgedUntilMs }
}
