import type { BenchmarkReport } from '@testwarden/core/model/benchmark'
import type { Reader, ReaderOptions } from '../../format.js'
import { benchmarkJsonReader } from '../json-reader.js'
import { AsvDocument } from './document.js'

/** Reads a result file of airspeed velocity. */
export function asvReader(options: ReaderOptions): Reader<BenchmarkReport> {
  return benchmarkJsonReader(options, (warnings) => new AsvDocument(options.path, warnings))
}
