import * as v from 'valibot'
import type { Count } from '../model/count.js'
import type { CoverageTotals } from '../model/coverage.js'
import { bindSchema } from './bind-schema.js'
import {
  type InspectedBenchmarks,
  inspectedBenchmarksSchema,
  type MergedBenchmarks,
  mergedBenchmarksSchema,
} from './inspected-benchmarks.js'
import { type InspectedFile, inspectedFileFields } from './inspected-file.js'
import {
  type InspectedTestRun,
  inspectedTestRunSchema,
  type MergedTestRuns,
  mergedTestRunsSchema,
} from './inspected-test-run.js'
import { countSchema, lineSchema } from './scalar-schemas.js'

/** What `testwarden inspect --json` prints: what the tool sees in reports, before any gate judges them. */
export interface Inspection {
  readonly schema: 'testwarden.inspect/1'
  /** Ascending by path. */
  readonly reports: readonly InspectedReport[]
  readonly merged: MergedReports
  readonly errors: readonly InspectionError[]
}

export type InspectedReport = InspectedCoverage | InspectedTestRun | InspectedBenchmarks

export interface InspectedCoverage extends InspectedFile {
  readonly kind: 'coverage'
  readonly totals: CoverageTotals
  /** What the file claims itself. */
  readonly declared: CoverageTotals | null
  /** Source files in the report. */
  readonly files: number
}

/** All reports of a kind as one; null when there is none of the kind. */
export interface MergedReports {
  readonly coverage: { readonly totals: CoverageTotals; readonly files: number } | null
  readonly 'test-run': MergedTestRuns | null
  readonly benchmark: MergedBenchmarks | null
}

export interface InspectionError {
  readonly path: string
  readonly message: string
  readonly line: number | null
}

export const coverageCountSchema = bindSchema<Count>()(v.object({ covered: countSchema, total: countSchema }))

export const totalsSchema = bindSchema<CoverageTotals>()(
  v.object({
    lines: coverageCountSchema,
    branches: v.nullable(coverageCountSchema),
    functions: v.nullable(coverageCountSchema),
    statements: v.nullable(coverageCountSchema),
  }),
)

const coverageSchema = bindSchema<InspectedCoverage>()(
  v.object({
    kind: v.literal('coverage'),
    ...inspectedFileFields,
    totals: v.pipe(totalsSchema, v.description('Recounted from the listed lines; null: no data of the kind.')),
    declared: v.pipe(v.nullable(totalsSchema), v.description('What the file claims itself.')),
    files: v.pipe(countSchema, v.description('Source files in the report.')),
  }),
)

export const inspectionSchema = bindSchema<Inspection>()(
  v.object({
    schema: v.literal('testwarden.inspect/1'),
    reports: v.array(v.union([coverageSchema, inspectedTestRunSchema, inspectedBenchmarksSchema])),
    merged: v.object({
      coverage: v.nullable(v.object({ totals: totalsSchema, files: countSchema })),
      'test-run': v.nullable(mergedTestRunsSchema),
      benchmark: v.nullable(mergedBenchmarksSchema),
    }),
    errors: v.array(v.object({ path: v.string(), message: v.string(), line: v.nullable(lineSchema) })),
  }),
)
