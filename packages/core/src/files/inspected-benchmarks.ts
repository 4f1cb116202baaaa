import * as v from 'valibot'
import type { BenchmarkTotals } from '../model/benchmark-totals.js'
import { bindSchema } from './bind-schema.js'
import { type InspectedFile, inspectedFileFields } from './inspected-file.js'
import { countSchema } from './scalar-schemas.js'

/** A report of benchmarks, as an inspection shows it. */
export interface InspectedBenchmarks extends InspectedFile, MergedBenchmarks {
  readonly kind: 'benchmark'
}

/** All reports of benchmarks as one. */
export interface MergedBenchmarks {
  readonly totals: BenchmarkTotals
  /** Benchmarks that ran and gave no number that can be used; they are not among the totals. */
  readonly failed: number
}

const mergedFields = {
  totals: v.pipe(
    bindSchema<BenchmarkTotals>()(
      v.object({
        benchmarks: countSchema,
        metrics: v.pipe(countSchema, v.description('Pairs of a benchmark and something that was measured of it.')),
        samples: v.pipe(countSchema, v.description('Values; one for a metric that is told by statistics alone.')),
      }),
    ),
    v.description('Recounted from what is listed.'),
  ),
  failed: v.pipe(countSchema, v.description('Benchmarks without a number that can be used, not among the totals.')),
}

export const mergedBenchmarksSchema = bindSchema<MergedBenchmarks>()(v.object(mergedFields))

export const inspectedBenchmarksSchema = bindSchema<InspectedBenchmarks>()(
  v.object({ kind: v.literal('benchmark'), ...inspectedFileFields, ...mergedFields }),
)
