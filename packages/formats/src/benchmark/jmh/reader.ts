import type { BenchmarkReport } from '@testwarden/core/model/benchmark'
import type { Reader, ReaderOptions } from '../../format.js'
import { benchmarkJsonReader } from '../json-reader.js'
import { JmhDocument } from './document.js'

/** Reads the JSON of JMH. */
export function jmhReader(options: ReaderOptions): Reader<BenchmarkReport> {
  return benchmarkJsonReader(options, (warnings) => new JmhDocument(options.path, warnings))
}
