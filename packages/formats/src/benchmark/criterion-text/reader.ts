import type { BenchmarkReport } from '@testwarden/core/model/benchmark'
import type { Reader, ReaderOptions } from '../../format.js'
import { CargoBenchLines } from '../cargo-bench/lines.js'
import { benchmarkLineReader } from '../line-reader.js'

/** Reads what Criterion.rs prints. */
export function criterionTextReader(options: ReaderOptions): Reader<BenchmarkReport> {
  const remedy = 'Write the output of `cargo bench` into the file.'
  return benchmarkLineReader(options, (warnings) => new CargoBenchLines(warnings, { path: options.path, remedy }))
}
