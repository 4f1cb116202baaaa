import type { HistoryRecord } from '@testwarden/core/model/history-record'
import { linesOfKey } from '@testwarden/history/record-lookup'
import { encodeSegment, type Segment, segmentFileName } from '@testwarden/history/segment'
import { isLoosePath } from '@testwarden/history/segment-place'
import type { HistoryBranch, TreeFile } from './branch.js'
import { segmentFault } from './segment-fault.js'
import { placeTaken, requireSameRecord } from './taken-place.js'

/** A record on its way into the branch, with the segment that is to hold it. */
export interface Newcomer {
  readonly record: HistoryRecord
  readonly segment: Segment
}

export function newcomerOf(record: HistoryRecord): Newcomer {
  return { record, segment: encodeSegment(record) }
}

/**
 * Those that the branch does not have yet. What may hold any of them is read once for all.
 * @throws PlatformError when the branch has another record under one of the keys
 */
export async function findMissing(
  branch: HistoryBranch,
  { files, newcomers }: { readonly files: readonly TreeFile[]; readonly newcomers: readonly Newcomer[] },
): Promise<readonly Newcomer[]> {
  const loose = new Map(newcomers.map((newcomer) => [newcomer, looseFile(files, newcomer)]))
  const packed = [...loose.values()].includes(null) ? files.filter(isPacked) : []
  const singles = new Set([...loose.values()].filter((file) => file !== null))
  const known = new Map<Newcomer, Segment>()
  await branch.read([...singles, ...packed], (segment) => {
    for (const [newcomer, file] of loose) {
      const found = file === null ? linesOfKey(segment, newcomer.record.key) : wholeOf(segment, file)
      if (found !== null && !known.has(newcomer)) known.set(newcomer, found)
    }
  })
  for (const [newcomer, segment] of known) requireSameRecord(segment, newcomer.segment)
  return newcomers.filter((newcomer) => !known.has(newcomer))
}

/** A retry may come in another month, so only the name counts. null: the record is in a packed segment or in none. */
function looseFile(files: readonly TreeFile[], { record }: Newcomer): TreeFile | null {
  const name = segmentFileName(record.key)
  const file = files.find(({ path }) => path.endsWith(`/${name}`)) ?? null
  const fault = file === null ? null : segmentFault(file)
  if (file !== null && fault !== null) throw placeTaken(file.path, fault)
  return file
}

function isPacked(file: TreeFile): boolean {
  return segmentFault(file) === null && !isLoosePath(file.path)
}

/** Copied: what is handed over while reading is not kept. */
function wholeOf({ path, content }: Segment, file: TreeFile): Segment | null {
  return path === file.path ? { path, content: content.slice() } : null
}
