import type { BenchmarkReport } from '@testwarden/core/model/benchmark'
import type { Format } from '../format.js'
import { goTestJson } from '../test-run/go-test-json.js'

/** Of a package that failed the name is its path alone. */
const BENCHMARK = /(?:^|\.)Benchmark[^./]*(?:\/.*)?$/

/** The benchmarks among the events of `go test -json -bench`: they quote what `go test -bench` prints. */
export const goBenchJson: Format<BenchmarkReport> = {
  id: 'go-bench-json',
  kind: 'benchmark',
  displayName: 'go test -json -bench',
  url: 'https://pkg.go.dev/cmd/test2json',
  sideline: {
    of: goTestJson.id,
    isNothing: ({ metrics, failed }) => metrics.length === 0 && !failed.some(({ name }) => BENCHMARK.test(name)),
  },
  detect: (head) => goTestJson.detect(head),
  load: async () => (await import('./go-bench/reader.js')).goBenchReader,
}
