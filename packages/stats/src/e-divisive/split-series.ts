import { createCutScreen } from './cut-screen.js'
import { type BestCuts, searchGains, type WindowPart } from './gain-search.js'
import type { Segment } from './segment-summary.js'
import type { JudgeCut } from './series-change-point.js'

export interface SplitOptions {
  readonly window: number
  readonly maxPValue: number
}

/** Positions in a series where its level may have changed, ascending. */
export type Splitter = (values: Float64Array, judge: JudgeCut) => readonly number[]

/**
 * The first step of Hunter ("Hunter: using change point detection to hunt for performance regressions", ICPE 2023):
 * `split` of Apache Otava (otava/analysis.py). A window slides over the series; the next one starts half a window
 * further, or at the last change that was found where that is later.
 */
export function createSplitter({ window, maxPValue }: SplitOptions): Splitter {
  const screen = createCutScreen(maxPValue)
  return (values, judge) => {
    const tools = {
      search: (part: WindowPart) => searchGains(values, part),
      mayBeCut: (part: Segment) => screen(values, part),
      isSignificant: (cut: number, part: Segment) => judge(cut, part).pValue <= maxPValue,
    }
    const found: number[] = []
    for (let start = 0; start < values.length; ) {
      const cuts = splitWindow({ from: start, end: Math.min(start + window, values.length) }, tools)
      for (const cut of cuts) found.push(cut)
      start = Math.max(cuts.at(-1) ?? 0, start + Math.floor(window / 2))
    }
    return found
  }
}

interface Tools {
  search(part: WindowPart): BestCuts
  mayBeCut(part: Segment): boolean
  isSignificant(cut: number, part: Segment): boolean
}

/** Part of a window. */
interface Interval extends Segment {
  readonly mayBeCut: boolean
  /** null: not searched yet. */
  readonly cuts: BestCuts | null
}

/**
 * Cuts the interval whose best cut gains most, again and again, until that one is not significant (`ChangePointDetector`,
 * otava/change_point_divisive/detector.py). Of a left half all gains are known already; nothing is searched when no
 * interval has a significant cut, whichever is the best.
 */
function splitWindow({ from: start, end }: Segment, { search, mayBeCut, isSignificant }: Tools): readonly number[] {
  const open = (from: number, end: number, cuts: BestCuts | null): Interval => {
    return { from, end, mayBeCut: mayBeCut({ from, end }), cuts }
  }
  let intervals: readonly Interval[] = [open(start, end, null)]
  const found: number[] = []
  while (intervals.some((each) => each.mayBeCut)) {
    const searched = intervals.map((each) => searchedOnce(each, start, search))
    const best = bestOf(searched)
    if (best === null || !isSignificant(best.cut, best.interval)) break
    const { interval, cut } = best
    found.push(cut)
    const halves = [open(interval.from, cut, interval.cuts), open(cut, interval.end, null)]
    intervals = searched.flatMap((each) => (each === interval ? halves : [each]))
  }
  return found.sort((left, right) => left - right)
}

function searchedOnce(interval: Interval, start: number, search: Tools['search']): Interval {
  const { from, end, mayBeCut, cuts } = interval
  return cuts === null ? { from, end, mayBeCut, cuts: search({ start, from, end }) } : interval
}

interface Candidate {
  readonly interval: Interval
  readonly cut: number
  readonly gain: number
}

/** The first of those that gain most; null where all are single values. */
function bestOf(intervals: readonly Interval[]): Candidate | null {
  let best: Candidate | null = null
  for (const interval of intervals) {
    const at = interval.end - interval.from - 2
    const cut = interval.cuts?.cuts[at]
    const gain = interval.cuts?.gains[at]
    if (cut === undefined || gain === undefined) continue
    if (best === null || gain > best.gain) best = { interval, cut, gain }
  }
  return best
}
