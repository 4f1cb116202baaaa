import type { BenchmarkReport } from '@testwarden/core/model/benchmark'
import type { Reader, ReaderOptions } from '../../format.js'
import { benchmarkJsonReader } from '../json-reader.js'
import { HyperfineDocument } from './document.js'

/** Reads the JSON of hyperfine. */
export function hyperfineReader(options: ReaderOptions): Reader<BenchmarkReport> {
  return benchmarkJsonReader(options, (warnings) => new HyperfineDocument(options.path, warnings))
}
