/** How one file differs between two trees. Paths are relative to the repository's root, with `/`. */
export interface FileDiff {
  /** null: the file was added. */
  readonly oldPath: string | null
  /** null: the file was deleted. */
  readonly newPath: string | null
  readonly isBinary: boolean
  /** Ascending; empty for a pure rename, a mode change and a binary file. */
  readonly hunks: readonly Hunk[]
}

/**
 * Lines `oldStart` to `oldStart + oldCount - 1` became `newStart` to `newStart + newCount - 1`, without context lines.
 * As in unified diffs, a start with count 0 names the line *before* the gap.
 */
export interface Hunk {
  readonly oldStart: number
  readonly oldCount: number
  readonly newStart: number
  readonly newCount: number
}

export type Diff = readonly FileDiff[]
