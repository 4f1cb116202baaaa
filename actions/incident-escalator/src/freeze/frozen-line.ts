/** What the newest record of the default branch says of critical incidents. */
export interface FrozenLine {
  /** Those that were open; empty: the line was free. */
  readonly incidents: readonly RecordedIncident[]
  /** The branch that it is about: changes to others go on. null: nobody knows. */
  readonly branch: string | null
  /** When it was written; ISO 8601, UTC. */
  readonly since: string
  readonly run: string
}

/** An open incident, as history keeps it: never a word of what failed. */
export interface RecordedIncident {
  /** See `dedupKey`. */
  readonly key: string
  /** Number of its issue; null: it was opened by the very run that wrote this, and GitHub did not say. */
  readonly issue: number | null
  /** ISO 8601, UTC. */
  readonly openedAt: string
}
