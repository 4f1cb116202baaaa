import type { PlacedRun } from './placed-run.js'

/** Where past runs come from, and whose they are. */
export interface RunSource {
  /** By its name. */
  readonly workflow: string
  /** The default branch; null: the likely one. */
  readonly branch: string | null
  readonly runs: Iterable<PlacedRun> | AsyncIterable<PlacedRun>
  /** For people. */
  readonly notes: readonly string[]
}
