import type { BenchmarkReport } from '@testwarden/core/model/benchmark'
import type { Format } from '../format.js'
import { printedText } from './printed-text.js'

/** The confidence interval of a time: `fib 20   time:   [26.029 µs 26.251 µs 26.505 µs]`. */
export const CRITERION_TIME = /^.{0,400}time: {1,9}\[[0-9.]+ \S+ [0-9.]+ \S+ [0-9.]+ \S+\]\s*$/m
const LIBTEST_RESULT = /^.{0,400}\.\.\. bench: +\S/m

/** What Criterion.rs prints for people. Its reader knows the lines of `cargo-bench` too: one output may have both. */
export const criterionText: Format<BenchmarkReport> = {
  id: 'criterion-text',
  kind: 'benchmark',
  displayName: 'Criterion.rs text',
  url: 'https://bheisler.github.io/criterion.rs/book/user_guide/command_line_output.html',
  detect(head) {
    const text = printedText(head)
    return text !== null && CRITERION_TIME.test(text) && !LIBTEST_RESULT.test(text)
  },
  load: async () => (await import('./criterion-text/reader.js')).criterionTextReader,
}
