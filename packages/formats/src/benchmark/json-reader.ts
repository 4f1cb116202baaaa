import type { BenchmarkReport } from '@testwarden/core/model/benchmark'
import type { Reader, ReaderOptions } from '../format.js'
import { type CountedDocument, countedJsonReader } from '../json/counted-reader.js'
import { JSON_LIMITS, type JsonLimits } from '../json/limits.js'
import type { WarningLog } from '../warning-log.js'

/** What makes a report of a document's members; its count is that of the benchmarks so far. */
export type BenchmarkDocument = CountedDocument<BenchmarkReport>

/** What is measured may be of any size; what no double holds is for the builder to leave out. */
const LIMITS: JsonLimits = { ...JSON_LIMITS, maxNumber: Number.POSITIVE_INFINITY }

/** A {@link Reader} for benchmarks in JSON. A document that is cut off is partial as soon as it has a benchmark. */
export function benchmarkJsonReader(
  options: ReaderOptions,
  start: (warnings: WarningLog) => BenchmarkDocument,
): Reader<BenchmarkReport> {
  const cutOff = 'the file ends early: what came before counts, benchmarks behind are missing'
  return countedJsonReader(options, { start, cutOff, limits: LIMITS })
}
