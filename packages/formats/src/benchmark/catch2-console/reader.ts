import type { BenchmarkReport } from '@testwarden/core/model/benchmark'
import type { Reader, ReaderOptions } from '../../format.js'
import { benchmarkLineReader } from '../line-reader.js'
import { Catch2Lines } from './lines.js'

/** Reads what Catch2 prints. */
export function catch2ConsoleReader(options: ReaderOptions): Reader<BenchmarkReport> {
  return benchmarkLineReader(options, (warnings) => new Catch2Lines(options.path, warnings))
}
