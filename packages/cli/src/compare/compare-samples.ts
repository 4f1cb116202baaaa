import type { Remark } from '@testwarden/core/files/compare-file'
import { type MannWhitneyResult, mannWhitneyOfSorted } from '@testwarden/stats/mann-whitney'
import type { Sample } from './sample.js'
import { isTime } from './units.js'

/** What two samples say together. */
export interface SampleComparison {
  /** null: they were not tested. */
  readonly pValue: number | null
  /** null: nothing tells. */
  readonly isDifferent: boolean | null
  readonly remarks: readonly Remark[]
}

export interface ComparisonOptions {
  readonly alpha: number
  readonly unit: string
}

/**
 * Compares as benchstat does: by the test of Mann and Whitney, without a correction for many benchmarks. What is counted,
 * and came out the same each time, is exact: it differs where it differs.
 */
export function compareSamples(base: Sample, head: Sample, { alpha, unit }: ComparisonOptions): SampleComparison {
  if (base.values.length === 1 && head.values.length === 1)
    return { pValue: null, isDifferent: null, remarks: ['one-value'] }
  if (isCounted(unit) && isConstant(base) && isConstant(head) && base.values[0] !== head.values[0])
    return { pValue: null, isDifferent: true, remarks: ['exact'] }
  const tested = mannWhitneyOfSorted(base.values, head.values, 'two-sided')
  if (tested === null) return { pValue: null, isDifferent: null, remarks: [] }
  const onProcesses = remarkOnProcesses(base, head)
  const onTest = remarkOnTest(tested, { base, head, alpha })
  const remarks = onTest.length === 0 ? onProcesses : [...onProcesses, ...onTest]
  return { pValue: tested.pValue, isDifferent: tested.pValue <= alpha, remarks }
}

/** Clocks are not exact, whatever they round to: what a program counts may be. */
function isCounted(unit: string): boolean {
  return !isTime(unit) && !unit.endsWith('/s')
}

/** One value shows nothing. */
function isConstant({ values }: Sample): boolean {
  return values.length > 1 && values[0] === values.at(-1)
}

const NONE: readonly Remark[] = []
const ONE_PROCESS: readonly Remark[] = ['one-process']

function remarkOnProcesses(base: Sample, head: Sample): readonly Remark[] {
  return base.of === 'iterations' || head.of === 'iterations' ? ONE_PROCESS : NONE
}

function remarkOnTest(
  { pValue, basis }: MannWhitneyResult,
  { base, head, alpha }: { readonly base: Sample; readonly head: Sample; readonly alpha: number },
): readonly Remark[] {
  if (basis === 'all-equal') return ['all-equal']
  return pValue > alpha && !reaches(alpha, base.values.length, head.values.length) ? ['too-few-values'] : NONE
}

/** Whether samples that do not overlap at all would: two of all the ways to choose the first from the values of both. */
function reaches(alpha: number, first: number, second: number): boolean {
  let smallest = 2
  for (let chosen = 1; chosen <= first && smallest > alpha; chosen++) smallest *= chosen / (second + chosen)
  return smallest <= alpha
}
