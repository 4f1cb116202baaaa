import type { BenchmarkReport } from '@testwarden/core/model/benchmark'
import type { Reader, ReaderOptions } from '../../format.js'
import { benchmarkJsonReader } from '../json-reader.js'
import { VitestBenchDocument } from './document.js'

/** Reads what `vitest bench --outputJson` writes. */
export function vitestBenchReader(options: ReaderOptions): Reader<BenchmarkReport> {
  return benchmarkJsonReader(options, (warnings) => new VitestBenchDocument(options.path, warnings))
}
