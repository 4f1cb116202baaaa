import type { Severity } from '@testwarden/core/model/severity'

/** What of an incident its timers depend on. All moments are ISO 8601, UTC. */
export interface IncidentClock {
  readonly severity: Severity
  readonly state: 'open' | 'acknowledged' | 'resolved'
  readonly openedAt: string
  readonly acknowledgement: { readonly at: string } | null
  /** The level that was told last, how often all were told before that, and when; null: nobody was told yet. */
  readonly told: LevelStep | null
  readonly silencedUntil: string | null
}

export interface LevelStep {
  /** Its place in the policy's levels. */
  readonly level: number
  /** How often all levels were told before. */
  readonly loops: number
  /** When it is due, or was told. */
  readonly at: string
}
