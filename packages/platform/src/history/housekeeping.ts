import { foldersToCompact } from '@testwarden/history/compaction'
import { DEFAULT_RETENTION } from '@testwarden/history/retention'
import type { Segment } from '@testwarden/history/segment'
import type { SegmentEdit } from '@testwarden/history/segment-edit'
import { isSegmentPath } from '@testwarden/history/segment-place'
import { planTidying } from '@testwarden/history/tidying'
import type { HistoryBranch, TreeFile } from './branch.js'

/** A history of more bytes is left to `testwarden history prune`: a job must not hold it all in memory. */
const MAX_TIDIED_BYTES = 64 * 1024 * 1024

export interface Housekeeping {
  /** Those of one action. */
  readonly files: readonly TreeFile[]
  readonly nowMs: number
  /** Are written in the same commit. */
  readonly newcomers: readonly Segment[]
}

/**
 * Packs months and lets old records go, together with an append; null when it is not worth a look. About one append in
 * sixty looks.
 */
export async function planHousekeeping(
  branch: HistoryBranch,
  { files, nowMs, newcomers }: Housekeeping,
): Promise<SegmentEdit | null> {
  const folders = new Set(foldersToCompact(files, nowMs))
  const usable = files.filter(({ path, kind }) => kind === 'file' && isSegmentPath(path))
  if (folders.size === 0 || usable.reduce((sum, { bytes }) => sum + bytes, 0) > MAX_TIDIED_BYTES) return null
  const segments: Segment[] = []
  await branch.read(usable, (segment) => segments.push({ ...segment, content: segment.content.slice() }))
  const retention = { policy: DEFAULT_RETENTION, nowMs }
  const { write, remove, move } = planTidying(segments, { folders, retention, newcomers })
  // Newcomers stay loose: each must be in one file alone.
  return { write: [...write, ...newcomers], remove, move }
}
