import type { Diff, FileDiff, Hunk } from '../model/diff.js'
import type { Location } from '../model/finding.js'
import type { LineRange } from '../model/line-range.js'

/** Carries places of one tree over to another, line by line, and never guesses. */
export interface LocationTranslator {
  /** The first stretch of the location that the other tree has too; null when it has none. */
  locate(location: Location): Location | null
  translate(path: string, ranges: readonly LineRange[]): TranslatedPlace
}

export interface TranslatedPlace {
  /** null: the other tree has no such file. */
  readonly path: string | null
  /** In the other tree; what was inserted between two lines splits their range. */
  readonly ranges: readonly LineRange[]
  /** Lines, as given, that the other tree does not have. */
  readonly lost: readonly LineRange[]
}

/** Lines that both trees have: `first` to `last` of the old one lie `shift` further down in the new one. */
interface Stretch {
  readonly first: number
  readonly last: number
  readonly shift: number
}

/**
 * @param diff from the tree that locations are in to the one they are wanted in; null when the two are the same,
 *   `unknown` when nobody can tell, so that every place is lost
 */
export function createTranslator(diff: Diff | 'unknown' | null): LocationTranslator {
  if (diff === 'unknown') return { translate: (_, lost) => ({ path: null, ranges: [], lost }), locate: () => null }
  const files = new Map<string, FileDiff>()
  for (const file of diff ?? []) if (file.oldPath !== null) files.set(file.oldPath, file)
  const known = new Map<FileDiff, readonly Stretch[]>()
  const stretchesOf = (file: FileDiff) => {
    const stretches = known.get(file) ?? commonStretches(file)
    known.set(file, stretches)
    return stretches
  }
  const translate = (path: string, ranges: readonly LineRange[]): TranslatedPlace => {
    const file = files.get(path)
    if (file === undefined) return { path, ranges, lost: [] }
    return { path: file.newPath, ...carryOver(ranges, stretchesOf(file)) }
  }
  return { translate, locate: (location) => locateFirst(location, translate) }
}

function locateFirst(location: Location, translate: LocationTranslator['translate']): Location | null {
  const { path, ranges } = translate(location.path, [{ first: location.startLine, last: location.endLine }])
  const [first] = ranges
  if (path === null || first === undefined) return null
  return { path, startLine: first.first, endLine: first.last }
}

/** None for a file that is gone, and for one whose lines nobody can count. */
function commonStretches(file: FileDiff): Stretch[] {
  if (file.newPath === null || file.isBinary) return []
  const stretches: Stretch[] = []
  let first = 1
  let shift = 0
  for (const hunk of file.hunks) {
    const { oldBefore, oldAfter, newAfter } = edgesOf(hunk)
    if (oldBefore >= first) stretches.push({ first, last: oldBefore, shift })
    first = oldAfter
    shift = newAfter - oldAfter
  }
  return [...stretches, { first, last: Number.POSITIVE_INFINITY, shift }]
}

/** A start with count 0 names the line before the gap, any other the first line of the change. */
function edgesOf(hunk: Hunk): { readonly oldBefore: number; readonly oldAfter: number; readonly newAfter: number } {
  return {
    oldBefore: hunk.oldCount === 0 ? hunk.oldStart : hunk.oldStart - 1,
    oldAfter: hunk.oldCount === 0 ? hunk.oldStart + 1 : hunk.oldStart + hunk.oldCount,
    newAfter: hunk.newCount === 0 ? hunk.newStart + 1 : hunk.newStart + hunk.newCount,
  }
}

function carryOver(
  ranges: readonly LineRange[],
  stretches: readonly Stretch[],
): { readonly ranges: LineRange[]; readonly lost: LineRange[] } {
  const kept: LineRange[] = []
  const lost: LineRange[] = []
  for (const range of ranges) {
    let next = range.first
    for (let index = firstReaching(stretches, range.first); index < stretches.length; index++) {
      const stretch = stretches[index]
      if (stretch === undefined || stretch.first > range.last) break
      const first = Math.max(range.first, stretch.first)
      const last = Math.min(range.last, stretch.last)
      if (first > next) lost.push({ first: next, last: first - 1 })
      kept.push({ first: first + stretch.shift, last: last + stretch.shift })
      next = last + 1
    }
    if (next <= range.last) lost.push({ first: next, last: range.last })
  }
  return { ranges: kept, lost }
}

/** Index of the first stretch that ends at the line or later. */
function firstReaching(stretches: readonly Stretch[], line: number): number {
  let low = 0
  let high = stretches.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((stretches[middle]?.last ?? 0) < line) low = middle + 1
    else high = middle
  }
  return low
}
