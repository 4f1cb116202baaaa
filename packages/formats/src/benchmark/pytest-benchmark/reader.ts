import type { BenchmarkReport } from '@testwarden/core/model/benchmark'
import type { Reader, ReaderOptions } from '../../format.js'
import { benchmarkJsonReader } from '../json-reader.js'
import { PytestBenchmarkDocument } from './document.js'

/** Reads what pytest-benchmark saves. */
export function pytestBenchmarkReader(options: ReaderOptions): Reader<BenchmarkReport> {
  return benchmarkJsonReader(options, (warnings) => new PytestBenchmarkDocument(options.path, warnings))
}
