import type { Segment } from '@testwarden/history/segment'
import type { SegmentEdit } from '@testwarden/history/segment-edit'

/** A history as a whole: what looks after it, where a store only reads and appends. */
export interface HistoryArchive {
  /** The setting that names it. */
  readonly name: string
  /** All files; null when there is no history yet. @throws PlatformError when it cannot be read */
  read(): Promise<ArchiveContent | null>
  /**
   * Plans a change on what is there and makes it; plans again when somebody else wrote meanwhile. An empty plan changes
   * nothing.
   * @throws PlatformError
   */
  change<Plan extends ArchivePlan>(plan: (content: ArchiveContent) => Plan): Promise<Plan>
}

export interface ArchiveContent {
  /** Segments, quarantined ones and strangers alike. */
  readonly segments: readonly Segment[]
  /** Files that were not read, and why, for people. */
  readonly faults: readonly string[]
}

export interface ArchivePlan {
  readonly edit: SegmentEdit
  /** What was done, in a line: `Prune the history`. */
  readonly title: string
}

/** More is not held in memory at once. */
export const MAX_ARCHIVE_BYTES = 512 * 1024 * 1024
