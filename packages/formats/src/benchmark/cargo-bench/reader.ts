import type { BenchmarkReport } from '@testwarden/core/model/benchmark'
import type { Reader, ReaderOptions } from '../../format.js'
import { benchmarkLineReader } from '../line-reader.js'
import { CargoBenchLines } from './lines.js'

/** Reads what `cargo bench` prints. */
export function cargoBenchReader(options: ReaderOptions): Reader<BenchmarkReport> {
  const remedy = 'Write the output of `cargo bench` into the file, that of Criterion.rs with `--output-format bencher`.'
  return benchmarkLineReader(options, (warnings) => new CargoBenchLines(warnings, { path: options.path, remedy }))
}
