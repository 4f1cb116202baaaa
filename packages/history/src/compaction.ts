import { packLines } from './pack-lines.js'
import { type IntactLine, readSegmentLines, type Segment } from './segment.js'
import { joinEdits, NO_EDIT, type SegmentEdit } from './segment-edit.js'
import { folderOf, isLoosePath, isSegmentPath } from './segment-place.js'

/** So many files of single records in one month are worth a packed one; fewer will do when the month is over. */
const LOOSE_IN_OPEN_MONTH = 64
const LOOSE_IN_PAST_MONTH = 16

/** So many small packed segments of one month are worth a larger one: a record is packed twice at most. */
const SMALL_PACKS = 32
const SMALL_PACK_BYTES = 1024 * 1024

/** A month that is over stays open for late runs a little longer. */
const LATE_RUNS_MS = 2 * 24 * 60 * 60 * 1000

export interface ListedFile {
  readonly path: string
  readonly bytes: number
}

/** Months with enough segments to be worth packing, without reading any. */
export function foldersToCompact(files: Iterable<ListedFile>, nowMs: number): string[] {
  const loose = new Map<string, number>()
  const packs = new Map<string, number>()
  for (const { path, bytes } of files) {
    if (!isSegmentPath(path)) continue
    if (isLoosePath(path)) count(loose, folderOf(path))
    else if (bytes <= SMALL_PACK_BYTES) count(packs, folderOf(path))
  }
  const open = new Date(nowMs - LATE_RUNS_MS).toISOString().slice(0, 7)
  return [...new Set([...loose.keys(), ...packs.keys()])].filter((folder) => {
    const enough = folder.slice(-7) < open ? LOOSE_IN_PAST_MONTH : LOOSE_IN_OPEN_MONTH
    return (loose.get(folder) ?? 0) >= enough || (packs.get(folder) ?? 0) >= SMALL_PACKS
  })
}

/**
 * Packs the loose segments of each folder, and its small packed ones when they are many. A segment with a line that
 * this version cannot read stays as it is. Readers find the same records before and after.
 */
export function planCompaction(segments: readonly Segment[]): SegmentEdit {
  const folders = new Map<string, Segment[]>()
  for (const segment of segments) if (isSegmentPath(segment.path)) append(folders, folderOf(segment.path), segment)
  return joinEdits([...folders].map(([folder, all]) => compactFolder(folder, all)))
}

function compactFolder(folder: string, segments: readonly Segment[]): SegmentEdit {
  const loose = segments.filter(({ path }) => isLoosePath(path))
  const small = segments.filter(({ path, content }) => !isLoosePath(path) && content.length <= SMALL_PACK_BYTES)
  const chosen = [...loose, ...(small.length >= SMALL_PACKS ? small : [])].flatMap((segment) => {
    const lines = intactLines(segment)
    return lines === null ? [] : [{ path: segment.path, lines }]
  })
  if (chosen.length < 2) return NO_EDIT
  const write = packLines(
    folder,
    chosen.flatMap(({ lines }) => lines),
  )
  return { write, remove: chosen.map(({ path }) => path), move: [] }
}

/** null as soon as one line is anything but an intact record in its place. */
export function intactLines(segment: Segment): readonly IntactLine[] | null {
  const read = readSegmentLines(segment)
  if (!read.ok) return null
  const intact = read.lines.filter((line) => line.ok)
  return intact.length === read.lines.length ? intact : null
}

function count(counts: Map<string, number>, name: string): void {
  counts.set(name, (counts.get(name) ?? 0) + 1)
}

function append<Value>(lists: Map<string, Value[]>, name: string, value: Value): void {
  const known = lists.get(name)
  if (known === undefined) lists.set(name, [value])
  else known.push(value)
}
