import { planCompaction } from './compaction.js'
import { planRetention, type RetentionRule } from './retention.js'
import type { Segment } from './segment.js'
import { applyEdit, joinEdits, type SegmentEdit } from './segment-edit.js'
import { folderOf } from './segment-place.js'

export interface Tidying {
  /** Months to pack. */
  readonly folders: ReadonlySet<string>
  readonly retention: RetentionRule
  /** Are written by the same edit and stay as they are: what they need stays too. */
  readonly newcomers?: readonly Segment[]
}

/** Packs and then lets go, as one edit: what the first plan would write and the second remove is never written. */
export function planTidying(
  segments: readonly Segment[],
  { folders, retention, newcomers = [] }: Tidying,
): SegmentEdit {
  const compaction = planCompaction(segments.filter(({ path }) => folders.has(folderOf(path))))
  const thinning = planRetention([...applyEdit(segments, compaction), ...newcomers], retention)
  const before = new Set(segments.map(({ path }) => path))
  const neverWritten = new Set(thinning.remove.filter((path) => !before.has(path)))
  const { write, remove } = joinEdits([compaction, thinning])
  return {
    write: write.filter(({ path }) => !neverWritten.has(path)),
    remove: remove.filter((path) => before.has(path)),
    move: [],
  }
}
