import { numberedKey, testKeyOf } from '@testwarden/core/model/test-key'
import type { TestRunReport } from '@testwarden/core/model/test-run'
import type { MetricFacts } from '../facts.js'
import { SUITE_KEY, testTimeKey } from '../metric-key.js'

/**
 * Half of what a test must take to be judged, so that its series has no gaps where it takes about as long. Shorter ones
 * are left out: ten thousand of them are noise, and history would keep it.
 */
const LEAST_US = 250_000
const TESTS_MAX = 5_000
const NS_PER_US = 1000

/** How long tests took: each of the slower ones, and all of them together. Skipped and failed ones tell no time. */
export class TestTimeReader {
  private readonly tests = new Map<string, number>()
  private readonly seen = new Map<string, number>()
  private totalUs = 0

  add({ cases, durationUs }: TestRunReport): void {
    this.totalUs += durationUs
    for (const test of cases) {
      const key = testKeyOf(test)
      const number = (this.seen.get(key) ?? 0) + 1
      this.seen.set(key, number)
      // An attempt that failed first makes a test slow without its code being so.
      if (test.status !== 'passed' || test.attempts.length > 1 || test.durationUs === null) continue
      if (test.durationUs >= LEAST_US) this.tests.set(testTimeKey(numberedKey(key, number)), test.durationUs)
    }
  }

  result(): readonly MetricFacts[] {
    if (this.seen.size === 0) return []
    const slowest = [...this.tests].sort(([, left], [, right]) => right - left).slice(0, TESTS_MAX)
    return [
      ...(this.totalUs > 0 ? [timeFacts(SUITE_KEY, 'suite', this.totalUs)] : []),
      ...slowest.map(([key, durationUs]) => timeFacts(key, 'test', durationUs)),
    ]
  }
}

function timeFacts(key: string, kind: MetricFacts['kind'], durationUs: number): MetricFacts {
  const process = { median: durationUs * NS_PER_US, mad: 0, count: 1 }
  return { key, kind, unit: 'ns', direction: 'lower', processes: [process], stats: null, place: null }
}
