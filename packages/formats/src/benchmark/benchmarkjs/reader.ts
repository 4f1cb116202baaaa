import type { BenchmarkReport } from '@testwarden/core/model/benchmark'
import type { Reader, ReaderOptions } from '../../format.js'
import { benchmarkLineReader } from '../line-reader.js'
import { BenchmarkjsLines } from './lines.js'

/** Reads what Benchmark.js prints. */
export function benchmarkjsReader(options: ReaderOptions): Reader<BenchmarkReport> {
  return benchmarkLineReader(options, (warnings) => new BenchmarkjsLines(options.path, warnings))
}
