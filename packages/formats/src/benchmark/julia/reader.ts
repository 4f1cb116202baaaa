import type { BenchmarkReport } from '@testwarden/core/model/benchmark'
import type { Reader, ReaderOptions } from '../../format.js'
import { benchmarkJsonReader } from '../json-reader.js'
import { JuliaDocument } from './document.js'

/** Reads what BenchmarkTools saves. */
export function juliaReader(options: ReaderOptions): Reader<BenchmarkReport> {
  return benchmarkJsonReader(options, (warnings) => new JuliaDocument(options.path, warnings))
}
