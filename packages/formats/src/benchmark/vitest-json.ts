import type { BenchmarkReport } from '@testwarden/core/model/benchmark'
import type { Format } from '../format.js'
import { peekJson } from '../json/peek.js'
import { asObject } from '../json/value.js'
import { jestJson } from '../test-run/jest-json.js'

/** Written by Jest alone, among the counts in front of the tests. */
const JEST_ONLY = 'numRuntimeErrorTestSuites'

/**
 * The benchmarks that tests of Vitest 5 ran, in what its JSON reporter writes. Which file has some is known only at its
 * end: a thousand tests may stand in front of the first.
 */
export const vitestJson: Format<BenchmarkReport> = {
  id: 'vitest-json',
  kind: 'benchmark',
  displayName: 'Vitest JSON',
  url: 'https://vitest.dev/guide/benchmarking',
  sideline: {
    of: jestJson.id,
    isNothing: ({ metrics, failed }) => metrics.length === 0 && failed.length === 0,
  },
  detect(head) {
    return jestJson.detect(head) && asObject(peekJson(head) ?? undefined)?.has(JEST_ONLY) === false
  },
  load: async () => (await import('./vitest-json/reader.js')).vitestJsonReader,
}
