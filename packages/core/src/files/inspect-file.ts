import * as v from 'valibot'
import type { Count } from '../model/count.js'
import type { CoverageTotals } from '../model/coverage.js'
import type { ReadWarning } from '../model/result.js'
import { bindSchema } from './bind-schema.js'
import { countSchema, lineSchema, nullableText } from './scalar-schemas.js'

/** What `testwarden inspect --json` prints: what the tool sees in reports, before any gate judges them. */
export interface Inspection {
  readonly schema: 'testwarden.inspect/1'
  /** Ascending by path. */
  readonly reports: readonly InspectedReport[]
  readonly merged: MergedReports
  readonly errors: readonly InspectionError[]
}

export interface InspectedReport {
  /** As given, relative to the working directory, with `/`. */
  readonly path: string
  readonly kind: 'coverage'
  readonly format: string
  readonly dialect: string | null
  /** The file ends early; what comes before counts. */
  readonly partial: boolean
  readonly totals: CoverageTotals
  /** What the file claims itself. */
  readonly declared: CoverageTotals | null
  /** Source files in the report. */
  readonly files: number
  readonly warnings: readonly ReadWarning[]
}

/** All reports of a kind as one; null when there is none of the kind. */
export interface MergedReports {
  readonly coverage: { readonly totals: CoverageTotals; readonly files: number } | null
  readonly 'test-run': null
  readonly benchmark: null
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

const reportSchema = bindSchema<InspectedReport>()(
  v.object({
    path: v.pipe(v.string(), v.description('As given, relative to the working directory, with /.')),
    kind: v.literal('coverage'),
    format: v.string(),
    dialect: v.pipe(nullableText, v.description('The tool that wrote the file, where the file shows it.')),
    partial: v.pipe(v.boolean(), v.description('The file ends early; what comes before counts.')),
    totals: v.pipe(totalsSchema, v.description('Recounted from the listed lines; null: no data of the kind.')),
    declared: v.pipe(v.nullable(totalsSchema), v.description('What the file claims itself.')),
    files: v.pipe(countSchema, v.description('Source files in the report.')),
    warnings: v.array(v.object({ message: v.string(), line: v.nullable(lineSchema) })),
  }),
)

export const inspectionSchema = bindSchema<Inspection>()(
  v.object({
    schema: v.literal('testwarden.inspect/1'),
    reports: v.array(reportSchema),
    merged: v.object({
      coverage: v.nullable(v.object({ totals: totalsSchema, files: countSchema })),
      'test-run': v.null(),
      benchmark: v.null(),
    }),
    errors: v.array(v.object({ path: v.string(), message: v.string(), line: v.nullable(lineSchema) })),
  }),
)
