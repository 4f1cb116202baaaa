import type { BenchmarkReport } from '@testwarden/core/model/benchmark'
import type { Format } from '../format.js'
import { CRITERION_TIME } from './criterion-text.js'
import { printedText } from './printed-text.js'

const RESULT = /^.{0,400}\.\.\. bench: +\S/m
/** All that there is where it ran none: where tests run, some pass or fail. */
const NOTHING = /^test result: \w+\. 0 passed; 0 failed; .{0,200}; \d+ measured;/m
const TESTED = /^test result: \w+\. (?!0 passed; 0 failed;)/m

/** What `cargo bench` prints of the benchmarks of Rust's own test library, and of others that print the same. */
export const cargoBench: Format<BenchmarkReport> = {
  id: 'cargo-bench',
  kind: 'benchmark',
  displayName: 'cargo bench',
  url: 'https://doc.rust-lang.org/cargo/commands/cargo-bench.html',
  detect(head) {
    const text = printedText(head)
    if (text === null) return false
    if (RESULT.test(text)) return true
    return NOTHING.test(text) && !TESTED.test(text) && !CRITERION_TIME.test(text)
  },
  load: async () => (await import('./cargo-bench/reader.js')).cargoBenchReader,
}
