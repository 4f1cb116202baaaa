import * as v from 'valibot'
import type { DeclaredTests } from '../model/test-run.js'
import type { TestTotals } from '../model/test-totals.js'
import { bindSchema } from './bind-schema.js'
import { type InspectedFile, inspectedFileFields } from './inspected-file.js'
import { countSchema } from './scalar-schemas.js'

/** A report of a test run, as an inspection shows it. */
export interface InspectedTestRun extends InspectedFile, MergedTestRuns {
  readonly kind: 'test-run'
  /** What the file claims itself. */
  readonly declared: DeclaredTests | null
}

/** All reports of test runs as one. */
export interface MergedTestRuns {
  readonly totals: TestTotals
  /** Suites that hold a case, or that declare themselves without one. */
  readonly suites: number
  /** Rounded. */
  readonly durationMs: number
}

export const testTotalsSchema = bindSchema<TestTotals>()(
  v.object({
    cases: countSchema,
    passed: countSchema,
    failed: countSchema,
    errored: countSchema,
    skipped: countSchema,
    flaky: v.pipe(countSchema, v.description('Cases with a failed and a passed attempt; they are among the passed.')),
  }),
)

const declaredSchema = bindSchema<DeclaredTests>()(
  v.object({
    cases: v.nullable(countSchema),
    failed: v.nullable(countSchema),
    errored: v.nullable(countSchema),
    skipped: v.nullable(countSchema),
  }),
)

const mergedFields = {
  totals: v.pipe(testTotalsSchema, v.description('Recounted from the listed cases, each by its status.')),
  suites: v.pipe(countSchema, v.description('Suites that hold a case, or that declare themselves without one.')),
  durationMs: v.pipe(countSchema, v.description('As the suites declare it, else the sum of the cases; rounded.')),
}

export const mergedTestRunsSchema = bindSchema<MergedTestRuns>()(v.object(mergedFields))

export const inspectedTestRunSchema = bindSchema<InspectedTestRun>()(
  v.object({
    kind: v.literal('test-run'),
    ...inspectedFileFields,
    ...mergedFields,
    declared: v.pipe(
      v.nullable(declaredSchema),
      v.description('What the file claims itself; where errored is null, failed may hold both.'),
    ),
  }),
)
