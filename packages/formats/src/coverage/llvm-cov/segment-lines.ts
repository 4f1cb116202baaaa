/** From here to the next segment the code ran `count` times; without a count there is no code. */
export interface Segment {
  readonly line: number
  readonly count: number
  readonly hasCount: boolean
  /** Starts a region of the code, instead of ending one. */
  readonly isEntry: boolean
  /** White space between two regions. */
  readonly isGap: boolean
}

/**
 * Lines from segments, by the rule of LLVM's own line view: a line is code when the segment that reaches into it has a
 * count or when a counted region starts on it, and ran as often as the best of these.
 * @see https://github.com/llvm/llvm-project/blob/main/llvm/lib/ProfileData/Coverage/CoverageMapping.cpp LineCoverageStats
 */
export class SegmentLines {
  private readonly take: (line: number, hits: number) => void
  /** Those of the line at hand. */
  private readonly segments: Segment[] = []
  private wrapped: Segment | null = null

  /** @param take gets the lines of code in ascending order */
  constructor(take: (line: number, hits: number) => void) {
    this.take = take
  }

  /** In the order of the file. @returns false when the segment lies before the one that came last */
  add(segment: Segment): boolean {
    const last = this.segments.at(-1)
    if (last !== undefined && segment.line < last.line) return false
    if (last !== undefined && segment.line > last.line) {
      this.finishLine(last)
      this.fill(last, segment.line)
    }
    this.segments.push(segment)
    return true
  }

  end(): void {
    const last = this.segments.at(-1)
    if (last !== undefined) this.finishLine(last)
  }

  private finishLine(last: Segment): void {
    const hits = lineHits(this.segments, this.wrapped)
    if (hits !== null) this.take(last.line, hits)
    this.wrapped = last
    this.segments.length = 0
  }

  /** Lines without segments of their own belong to the one before. */
  private fill(before: Segment, next: number): void {
    if (!before.hasCount) return
    for (let line = before.line + 1; line < next; line++) this.take(line, before.count)
  }
}

/** null: no code on this line. */
function lineHits(segments: readonly Segment[], wrapped: Segment | null): number | null {
  const entries = segments.filter((segment) => segment.isEntry && segment.hasCount)
  const startsSkipped = segments[0]?.isEntry === true && !segments[0].hasCount
  const isReached = !startsSkipped && wrapped?.hasCount === true
  if (!isReached && entries.length === 0) return null
  const counted = entries.filter((segment) => !segment.isGap)
  // Generated code may lie on one line, with more segments than a call can have arguments.
  return counted.reduce((best, { count }) => Math.max(best, count), wrapped?.count ?? 0)
}
