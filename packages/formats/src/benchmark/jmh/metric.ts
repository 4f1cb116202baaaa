import type { SampleSummary } from '@testwarden/core/model/benchmark'
import { Fields } from '../../json/fields.js'
import { numbers } from '../../json/numbers.js'
import { tuples } from '../../json/tuples.js'
import type { JsonVisitor } from '../../json/visitor.js'
import { NO_SUMMARY } from '../sample-summary.js'

const WANTED = new Set(['score', 'scoreUnit'])
const [MIN, MEDIAN, MAX] = ['0.0', '50.0', '100.0'] as const
const PERCENTILES = new Set<string>([MIN, MEDIAN, MAX])

/** `{ score, scoreUnit, scorePercentiles, rawData | rawDataHistogram }`; what is no number stands in quotes: `"NaN"`. */
export class JmhMetric {
  /** By fork, in it a value for each iteration. */
  readonly processes: number[][] = []
  private readonly fields = new Fields(WANTED, { enter: (key) => this.enterPart(key) })
  private readonly percentiles = new Fields(PERCENTILES)

  visitor(): JsonVisitor {
    return this.fields
  }

  get unit(): string {
    return this.fields.text('scoreUnit') ?? ''
  }

  summary(): SampleSummary {
    return {
      ...NO_SUMMARY,
      min: this.percentiles.number(MIN),
      max: this.percentiles.number(MAX),
      mean: this.fields.number('score'),
      median: this.percentiles.number(MEDIAN),
    }
  }

  private enterPart(key: string): JsonVisitor | null {
    if (key === 'scorePercentiles') return this.percentiles
    if (key === 'rawData') return this.forks(numbers)
    return key === 'rawDataHistogram' ? this.forks(histograms) : null
  }

  private forks(values: (list: number[]) => JsonVisitor): JsonVisitor {
    return {
      enter: (_key, container) => {
        if (container !== 'array') return null
        const fork: number[] = []
        this.processes.push(fork)
        return values(fork)
      },
    }
  }
}

/** Iterations of mode `sample`, `[[value, count], …]` each: the mean of one is its value, as the score is that of all. */
function histograms(list: number[]): JsonVisitor {
  return {
    enter(_key, container) {
      if (container !== 'array') return null
      const at = list.push(Number.NaN) - 1
      let [sum, count] = [0, 0]
      return tuples(([value = Number.NaN, times = Number.NaN]) => {
        sum += value * times
        count += Number.isSafeInteger(times) && times > 0 ? times : Number.NaN
        list[at] = sum / count
      })
    },
  }
}
