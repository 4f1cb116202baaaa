import * as v from 'valibot'
import type { Direction } from '../model/benchmark.js'
import { bindSchema } from './bind-schema.js'
import { assertPlainJson } from './plain-json.js'
import { countSchema } from './scalar-schemas.js'

/** What `testwarden compare --json` prints: benchmarks before and after a change. */
export interface ComparisonFile {
  readonly schema: 'testwarden.compare/1'
  /** A p value up to this counts as a difference. */
  readonly alpha: number
  /** Of the intervals, from 0 to 1. */
  readonly confidence: number
  readonly base: ComparedSide
  readonly head: ComparedSide
  /** One for each metric and unit, in the order of the base. */
  readonly tables: readonly ComparedTable[]
  readonly tests: TestCount
  /** What could not be used and what to be careful about, for people. */
  readonly notes: readonly string[]
}

export interface ComparedSide {
  /** File, folder or glob, as it was given. */
  readonly pattern: string
  readonly reports: readonly { readonly path: string; readonly format: string }[]
  /** Benchmarks without a number that can be used. */
  readonly failed: readonly { readonly name: string; readonly message: string }[]
}

export interface ComparedTable {
  readonly metric: string
  readonly unit: string
  readonly direction: Direction
  /** Those of the base in its order, then those that only the head has. */
  readonly rows: readonly ComparedBenchmark[]
  /** null where fewer than two benchmarks are on both sides. */
  readonly geometricMean: ComparedMean | null
}

export interface ComparedBenchmark {
  readonly name: string
  /** null: the other side has it, in this unit. */
  readonly base: ComparedSample | null
  readonly head: ComparedSample | null
  /** Median of the head by that of the base; null where one is missing or only the base is 0. */
  readonly ratio: number | null
  /** null: no test was made, see {@link remarks}. */
  readonly pValue: number | null
  readonly change: Change
  readonly remarks: readonly Remark[]
}

/**
 * `different`: nobody knows which way is better. `none`: no difference beyond chance was seen, which does not say that
 * there is none. `unknown`: there is nothing to tell by.
 */
export type Change = 'better' | 'worse' | 'different' | 'none' | 'unknown'

export const REMARKS = [
  'one-process',
  'one-value',
  'too-few-values',
  'no-interval',
  'all-equal',
  'exact',
  'from-zero',
  'unit-changed',
] as const

export type Remark = (typeof REMARKS)[number]

export interface ComparedSample {
  readonly median: number
  /** Ends of the median's confidence interval; null where there are too few values for one. */
  readonly low: number | null
  readonly high: number | null
  readonly count: number
  /** What the values are: the medians of processes, or the iterations of the only one. */
  readonly of: 'processes' | 'iterations'
}

/** Over the benchmarks that both sides have; null where values are 0. */
export interface ComparedMean {
  readonly base: number | null
  readonly head: number | null
  readonly ratio: number | null
  readonly benchmarks: number
}

export interface TestCount {
  readonly made: number
  /** Those whose p value is at most alpha. */
  readonly different: number
  /** So many would differ by chance alone where nothing changed, at most. */
  readonly byChance: number
}

const sideSchema = bindSchema<ComparedSide>()(
  v.object({
    pattern: v.string(),
    reports: v.array(v.object({ path: v.string(), format: v.string() })),
    failed: v.array(v.object({ name: v.string(), message: v.string() })),
  }),
)

export const comparedSampleSchema = bindSchema<ComparedSample>()(
  v.object({
    median: v.number(),
    low: v.pipe(v.nullable(v.number()), v.description('null: too few values for an interval.')),
    high: v.nullable(v.number()),
    count: countSchema,
    of: v.pipe(
      v.picklist(['processes', 'iterations']),
      v.description('The values are medians of processes, or the iterations of the only process.'),
    ),
  }),
)

const benchmarkSchema = bindSchema<ComparedBenchmark>()(
  v.object({
    name: v.string(),
    base: v.nullable(comparedSampleSchema),
    head: v.nullable(comparedSampleSchema),
    ratio: v.pipe(v.nullable(v.number()), v.description('Median of the head by that of the base.')),
    pValue: v.pipe(v.nullable(v.number()), v.description('Two-sided, by Mann and Whitney; null: not tested.')),
    change: v.picklist(['better', 'worse', 'different', 'none', 'unknown']),
    remarks: v.array(v.picklist(REMARKS)),
  }),
)

const tableSchema = bindSchema<ComparedTable>()(
  v.object({
    metric: v.string(),
    unit: v.string(),
    direction: v.picklist(['lower', 'higher', 'unknown']),
    rows: v.array(benchmarkSchema),
    geometricMean: v.nullable(
      v.object({
        base: v.nullable(v.number()),
        head: v.nullable(v.number()),
        ratio: v.nullable(v.number()),
        benchmarks: v.pipe(countSchema, v.description('Those that both sides have.')),
      }),
    ),
  }),
)

export const comparisonSchema = bindSchema<ComparisonFile>()(
  v.object({
    schema: v.literal('testwarden.compare/1'),
    alpha: v.pipe(v.number(), v.description('A p value up to this counts as a difference.')),
    confidence: v.pipe(v.number(), v.description('Of the intervals.')),
    base: sideSchema,
    head: sideSchema,
    tables: v.pipe(v.array(tableSchema), v.description('One for each metric and unit.')),
    tests: v.object({
      made: countSchema,
      different: countSchema,
      byChance: v.pipe(v.number(), v.description('So many would differ by chance where nothing changed, at most.')),
    }),
    notes: v.array(v.string()),
  }),
)

/** Indented JSON with a line end. @throws TypeError when a value is none that JSON can hold */
export function encodeComparison(facts: Omit<ComparisonFile, 'schema'>): string {
  const comparison: ComparisonFile = { schema: 'testwarden.compare/1', ...facts }
  assertPlainJson(comparison)
  return `${JSON.stringify(comparison, null, 2)}\n`
}
