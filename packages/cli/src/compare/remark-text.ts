import type { Remark } from '@testwarden/core/files/compare-file'
import { fewestSamples } from '@testwarden/stats/mann-whitney'
import { fewestForInterval } from '@testwarden/stats/median-interval'

export interface RemarkOptions {
  readonly alpha: number
  readonly confidence: number
}

/** A footnote. */
export function remarkText(remark: Remark, { alpha, confidence }: RemarkOptions): string {
  switch (remark) {
    case 'one-process':
      return 'values of one process: a difference may be that of the process, not of the code'
    case 'one-value':
      return 'one value each: nothing tells a change from noise'
    case 'too-few-values':
      return `too few values to see any difference at alpha ${alpha}, which takes ${fewestSamples(alpha)} on each side`
    case 'no-interval':
      return `fewer than ${fewestForInterval(confidence)} values: no interval of ${100 * confidence} %`
    case 'all-equal':
      return 'all values are equal'
    case 'exact':
      return 'the same count each time: it needs no test'
    case 'from-zero':
      return 'the base is 0: no ratio tells the change'
    case 'unit-changed':
      return 'the other side has it in another unit: nothing to compare'
  }
}
