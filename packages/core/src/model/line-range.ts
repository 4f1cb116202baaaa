/** Lines `first` to `last`, both included, 1-based. */
export interface LineRange {
  readonly first: number
  readonly last: number
}

export function* linesOf(ranges: Iterable<LineRange>): Generator<number> {
  for (const { first, last } of ranges) for (let line = first; line <= last; line++) yield line
}
