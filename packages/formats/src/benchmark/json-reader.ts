import type { BenchmarkReport } from '@testwarden/core/model/benchmark'
import type { Reader, ReaderOptions } from '../format.js'
import { type CountedDocument, countedJsonReader } from '../json/counted-reader.js'
import type { WarningLog } from '../warning-log.js'

/** What makes a report of a document's members; its count is that of the benchmarks so far. */
export type BenchmarkDocument = CountedDocument<BenchmarkReport>

/** A {@link Reader} for benchmarks in JSON. A document that is cut off is partial as soon as it has a benchmark. */
export function benchmarkJsonReader(
  options: ReaderOptions,
  start: (warnings: WarningLog) => BenchmarkDocument,
): Reader<BenchmarkReport> {
  const cutOff = 'the file ends early: what came before counts, benchmarks behind are missing'
  return countedJsonReader(options, { start, cutOff, numbers: 'measures' })
}
