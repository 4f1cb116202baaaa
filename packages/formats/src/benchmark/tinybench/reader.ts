import type { BenchmarkReport } from '@testwarden/core/model/benchmark'
import type { Reader, ReaderOptions } from '../../format.js'
import { benchmarkJsonReader } from '../json-reader.js'
import { TinybenchDocument } from './document.js'

/** Reads results of tinybench. */
export function tinybenchReader(options: ReaderOptions): Reader<BenchmarkReport> {
  return benchmarkJsonReader(options, (warnings) => new TinybenchDocument(options.path, warnings))
}
