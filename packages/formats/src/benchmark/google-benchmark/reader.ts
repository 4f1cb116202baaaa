import type { BenchmarkReport } from '@testwarden/core/model/benchmark'
import type { Reader, ReaderOptions } from '../../format.js'
import { benchmarkJsonReader } from '../json-reader.js'
import { GoogleBenchmarkDocument } from './document.js'

/** Reads the JSON of Google Benchmark. */
export function googleBenchmarkReader(options: ReaderOptions): Reader<BenchmarkReport> {
  return benchmarkJsonReader(options, (warnings) => new GoogleBenchmarkDocument(options.path, warnings))
}
