import { packLines } from './pack-lines.js'
import { type IntactLine, readSegmentLines, type Segment } from './segment.js'
import { NO_EDIT, type SegmentEdit } from './segment-edit.js'
import { folderOf, isLoosePath, isSegmentPath } from './segment-place.js'

/** So many files of single records in one month are worth a packed one. */
const WORTHWHILE_LOOSE = 64

/** A month that is over stays open for late runs a little longer. */
const LATE_RUNS_MS = 2 * 24 * 60 * 60 * 1000

/** Months with enough loose segments to be worth packing, from paths alone. A month that is over is packed from two on. */
export function foldersToCompact(paths: Iterable<string>, nowMs: number): string[] {
  const loose = new Map<string, number>()
  for (const path of paths)
    if (isSegmentPath(path) && isLoosePath(path)) loose.set(folderOf(path), (loose.get(folderOf(path)) ?? 0) + 1)
  const open = new Date(nowMs - LATE_RUNS_MS).toISOString().slice(0, 7)
  return [...loose]
    .filter(([folder, count]) => count >= (folder.slice(-7) < open ? 2 : WORTHWHILE_LOOSE))
    .map(([folder]) => folder)
}

/**
 * Packs the loose segments of each folder. A segment with a line that this version cannot read stays as it is, and a
 * packed segment is never packed again. Readers find the same records before and after.
 */
export function planCompaction(segments: readonly Segment[]): SegmentEdit {
  const folders = new Map<string, LooseSegment[]>()
  for (const segment of segments) {
    const lines = isLoosePath(segment.path) ? intactLines(segment) : null
    if (lines !== null) append(folders, folderOf(segment.path), { path: segment.path, lines })
  }
  const worthwhile = [...folders].filter(([, loose]) => loose.length > 1)
  if (worthwhile.length === 0) return NO_EDIT
  return {
    write: worthwhile.flatMap(([folder, loose]) => {
      return packLines(
        folder,
        loose.flatMap(({ lines }) => lines),
      )
    }),
    remove: worthwhile.flatMap(([, loose]) => loose.map(({ path }) => path)),
    move: [],
  }
}

interface LooseSegment {
  readonly path: string
  readonly lines: readonly IntactLine[]
}

/** null as soon as one line is anything but an intact record in its place. */
export function intactLines(segment: Segment): readonly IntactLine[] | null {
  const read = readSegmentLines(segment)
  if (!read.ok) return null
  const intact = read.lines.filter((line) => line.ok)
  return intact.length === read.lines.length ? intact : null
}

function append<Value>(lists: Map<string, Value[]>, name: string, value: Value): void {
  const known = lists.get(name)
  if (known === undefined) lists.set(name, [value])
  else known.push(value)
}
