import type { BenchmarkReport } from '@testwarden/core/model/benchmark'
import type { Reader, ReaderOptions } from '../../format.js'
import { benchmarkJsonReader } from '../json-reader.js'
import { BenchmarkDotNetDocument } from './document.js'

/** Reads the JSON of BenchmarkDotNet. */
export function benchmarkdotnetReader(options: ReaderOptions): Reader<BenchmarkReport> {
  return benchmarkJsonReader(options, (warnings) => new BenchmarkDotNetDocument(options.path, warnings))
}
