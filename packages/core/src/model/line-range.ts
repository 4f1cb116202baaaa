/** Lines `first` to `last`, both included, 1-based. */
export interface LineRange {
  readonly first: number
  readonly last: number
}

/** Ascending, not overlapping, not touching ranges of the given lines. The lines may come in any order. */
export function toRanges(lines: Iterable<number>): LineRange[] {
  const ranges: { first: number; last: number }[] = []
  for (const line of [...new Set(lines)].sort((a, b) => a - b)) {
    const open = ranges.at(-1)
    if (open !== undefined && open.last + 1 === line) open.last = line
    else ranges.push({ first: line, last: line })
  }
  return ranges
}

export function* linesOf(ranges: Iterable<LineRange>): Generator<number> {
  for (const { first, last } of ranges) for (let line = first; line <= last; line++) yield line
}
