import type { Change, ComparedBenchmark, ComparedSample, Remark } from '@testwarden/core/files/compare-file'
import type { Direction } from '@testwarden/core/model/benchmark'
import { medianIntervalOfSorted } from '@testwarden/stats/median-interval'
import { compareSamples } from './compare-samples.js'
import type { Measured } from './fold-side.js'
import { type Sample, sampleOf } from './sample.js'

/** Of the intervals of medians. */
export const CONFIDENCE = 0.95

/** One that both sides have. */
export function compareBenchmark(base: Measured, head: Measured, alpha: number): ComparedBenchmark {
  const before = sampleOf(base.samples)
  const after = sampleOf(head.samples)
  const { pValue, isDifferent, remarks } = compareSamples(before, after, { alpha, unit: base.unit })
  const summary = summaryOf(before)
  const headSummary = summaryOf(after)
  const ratio = ratioOf(summary.median, headSummary.median)
  const step = headSummary.median - summary.median
  const direction = agreedDirection(base.direction, head.direction)
  return {
    name: base.name,
    base: summary,
    head: headSummary,
    ratio,
    pValue,
    change: changeOf(isDifferent, { step, direction }),
    remarks: withMore(remarks, remarkOnInterval(summary, headSummary, remarks), ratio === null ? FROM_ZERO : NONE),
  }
}

/** One that only one of the sides has, in this unit. */
export function aloneBenchmark(measured: Measured, side: 'base' | 'head'): ComparedBenchmark {
  const summary = summaryOf(sampleOf(measured.samples))
  const sides = side === 'base' ? { base: summary, head: null } : { base: null, head: summary }
  return { name: measured.name, ...sides, ratio: null, pValue: null, change: 'unknown', remarks: [] }
}

/** A report may name the direction itself: where only one side does, it is known; where they contradict, it is not. */
export function agreedDirection(base: Direction, head: Direction): Direction {
  if (base === 'unknown' || base === head) return head
  return head === 'unknown' ? base : 'unknown'
}

const NONE: readonly Remark[] = []
const FROM_ZERO: readonly Remark[] = ['from-zero']
const NO_INTERVAL: readonly Remark[] = ['no-interval']

function summaryOf({ values, of }: Sample): ComparedSample {
  const { median, low, high } = medianIntervalOfSorted(values, CONFIDENCE)
  const hasEnds = Number.isFinite(low) && Number.isFinite(high)
  return { median, low: hasEnds ? low : null, high: hasEnds ? high : null, count: values.length, of }
}

/** null where the base is 0, or so near to it that no double holds the ratio. 0 after 0 is no change. */
function ratioOf(before: number, after: number): number | null {
  if (before === after) return 1
  const ratio = after / before
  return Number.isFinite(ratio) ? ratio : null
}

/** Where it is said already that there is too little, nobody needs to be told twice. */
function remarkOnInterval(base: ComparedSample, head: ComparedSample, said: readonly Remark[]): readonly Remark[] {
  if (base.low !== null && head.low !== null) return NONE
  return said.includes('one-value') || said.includes('exact') ? NONE : NO_INTERVAL
}

/** Most of thousands of benchmarks have the same remarks, which need no list of their own. */
function withMore(said: readonly Remark[], ...more: readonly (readonly Remark[])[]): readonly Remark[] {
  return more.every(({ length }) => length === 0) ? said : [said, ...more].flat()
}

interface Difference {
  /** From the median of the base to that of the head. */
  readonly step: number
  readonly direction: Direction
}

function changeOf(isDifferent: boolean | null, { step, direction }: Difference): Change {
  if (isDifferent === null) return 'unknown'
  if (!isDifferent) return 'none'
  if (direction === 'unknown' || step === 0) return 'different'
  return step < 0 === (direction === 'lower') ? 'better' : 'worse'
}
