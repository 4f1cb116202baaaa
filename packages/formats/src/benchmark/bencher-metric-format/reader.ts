import type { BenchmarkReport } from '@testwarden/core/model/benchmark'
import type { Reader, ReaderOptions } from '../../format.js'
import { benchmarkJsonReader } from '../json-reader.js'
import { BencherDocument } from './document.js'

/** Reads the Bencher Metric Format. */
export function bencherMetricFormatReader(options: ReaderOptions): Reader<BenchmarkReport> {
  return benchmarkJsonReader(options, (warnings) => new BencherDocument(options.path, warnings))
}
