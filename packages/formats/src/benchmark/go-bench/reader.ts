import type { BenchmarkReport } from '@testwarden/core/model/benchmark'
import type { Reader, ReaderOptions } from '../../format.js'
import { benchmarkLineReader } from '../line-reader.js'
import { GoLines } from './lines.js'

/** Reads the Go benchmark data format. */
export function goBenchReader(options: ReaderOptions): Reader<BenchmarkReport> {
  return benchmarkLineReader(options, (warnings) => new GoLines(options.path, warnings))
}
