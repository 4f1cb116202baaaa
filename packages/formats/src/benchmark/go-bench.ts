import type { BenchmarkReport } from '@testwarden/core/model/benchmark'
import type { Format } from '../format.js'
import { printedText } from './printed-text.js'

/** A name, how often it ran, and a value with its unit. */
const RESULT = /^Benchmark\S*\s+\d+\s+\S+\s+\S/m
/** What `go test` says in front of the benchmarks of a package, and of tests never. */
const HEADER = /^(?:goos|goarch|pkg): \S/m

/** What `go test -bench` prints: the Go benchmark data format. */
export const goBench: Format<BenchmarkReport> = {
  id: 'go-bench',
  kind: 'benchmark',
  displayName: 'Go benchmarks',
  url: 'https://go.googlesource.com/proposal/+/master/design/14313-benchmark-format.md',
  detect(head) {
    const text = printedText(head)
    return text !== null && (RESULT.test(text) || HEADER.test(text))
  },
  load: async () => (await import('./go-bench/reader.js')).goBenchReader,
}
