import { foldersToCompact, planCompaction } from '@testwarden/history/compaction'
import { DEFAULT_RETENTION, planRetention } from '@testwarden/history/retention'
import type { Segment } from '@testwarden/history/segment'
import { applyEdit, joinEdits, type SegmentEdit } from '@testwarden/history/segment-edit'
import { folderOf, isSegmentPath } from '@testwarden/history/segment-place'
import type { HistoryBranch, TreeFile } from './branch.js'

/** A history of more bytes is left to `testwarden history prune`: a job must not hold it all in memory. */
const MAX_TIDIED_BYTES = 64 * 1024 * 1024

export interface Housekeeping {
  /** Those of one action. */
  readonly files: readonly TreeFile[]
  readonly nowMs: number
  /** Is written in the same commit. */
  readonly newcomer: Segment
}

/**
 * Packs months and lets old records go, together with an append; null when it is not worth a look. About one append in
 * sixty looks.
 */
export async function planHousekeeping(
  branch: HistoryBranch,
  { files, nowMs, newcomer }: Housekeeping,
): Promise<SegmentEdit | null> {
  const folders = new Set(
    foldersToCompact(
      files.map(({ path }) => path),
      nowMs,
    ),
  )
  const usable = files.filter(({ path, kind }) => kind === 'file' && isSegmentPath(path))
  if (folders.size === 0 || usable.reduce((sum, { bytes }) => sum + bytes, 0) > MAX_TIDIED_BYTES) return null
  const segments: Segment[] = []
  await branch.read(usable, (segment) => segments.push({ ...segment, content: segment.content.slice() }))
  const compaction = planCompaction(segments.filter(({ path }) => folders.has(folderOf(path))))
  return tidyEdit(segments, { compaction, nowMs, newcomer })
}

/** The two plans follow each other; what the first wrote and the second removed is never written. */
function tidyEdit(
  segments: readonly Segment[],
  {
    compaction,
    nowMs,
    newcomer,
  }: { readonly compaction: SegmentEdit; readonly nowMs: number; readonly newcomer: Segment },
): SegmentEdit {
  const packed = applyEdit(segments, compaction)
  const retention = planRetention([...packed, newcomer], { policy: DEFAULT_RETENTION, nowMs })
  const before = new Set(segments.map(({ path }) => path))
  const { write, remove } = joinEdits([compaction, retention])
  const gone = new Set(retention.remove.filter((path) => !before.has(path)))
  return {
    write: [...write.filter(({ path }) => !gone.has(path)), newcomer],
    remove: remove.filter((path) => before.has(path)),
    move: [],
  }
}
