import type { Files, FoundFile } from '@testwarden/core/ports/files'
import type { RunPlace } from './run-place.js'

/** The files of one past run, before any of them is read. */
export interface PlacedRun {
  readonly place: RunPlace
  readonly files: readonly FoundFile[]
  readonly read: Files['read']
  /** For people, of a run that somebody listed: `run 4711.1`; null for files that only lie together. */
  readonly title: string | null
  /** What of it cannot be read, each with its reason, for people. */
  readonly leftOut: readonly string[]
  /** false: its job may have ended before its tests did. */
  readonly isWhole: boolean
}
