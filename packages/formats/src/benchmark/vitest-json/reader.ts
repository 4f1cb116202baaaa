import type { BenchmarkReport } from '@testwarden/core/model/benchmark'
import type { Reader, ReaderOptions } from '../../format.js'
import { benchmarkJsonReader } from '../json-reader.js'
import { VitestJsonDocument } from './document.js'

/** Reads the benchmarks in what Vitest's JSON reporter writes. */
export function vitestJsonReader(options: ReaderOptions): Reader<BenchmarkReport> {
  return benchmarkJsonReader(options, (warnings) => new VitestJsonDocument(options.path, warnings))
}
