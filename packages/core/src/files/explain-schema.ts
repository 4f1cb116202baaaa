import * as v from 'valibot'
import type { LineRange } from '../model/line-range.js'
import { bindSchema } from './bind-schema.js'
import type {
  ExplainedBaseline,
  ExplainedChange,
  ExplainedFile,
  ExplainedReport,
  Explanation,
  LineNumbers,
  Mention,
  MergedFile,
  ReportRecord,
} from './explain-file.js'
import { coverageCountSchema, totalsSchema } from './inspect-file.js'
import { countSchema, lineSchema, nullableText, shaSchema, timeSchema } from './scalar-schemas.js'

const rangeSchema = bindSchema<LineRange>()(v.object({ first: lineSchema, last: lineSchema }))

const namedHits = { name: v.string(), hits: countSchema }

const lineNumbersSchema = bindSchema<LineNumbers>()(
  v.object({
    hits: v.pipe(v.nullable(countSchema), v.description('null: the line is not listed, so nothing can run on it.')),
    arms: v.pipe(v.array(v.object(namedHits)), v.description('Outcomes of branches that have names.')),
    counted: v.pipe(v.nullable(coverageCountSchema), v.description('Branches that are only counted.')),
    functions: v.pipe(
      v.array(v.object({ ...namedHits, line: countSchema })),
      v.description('Those that begin on the line, and the last one that begins above it.'),
    ),
    statements: v.array(v.object(namedHits)),
  }),
)

const recordSchema = bindSchema<ReportRecord>()(
  v.object({
    kind: v.picklist(['line', 'arm', 'branches', 'function', 'statement', 'entry']),
    reportLine: v.pipe(v.nullable(lineSchema), v.description('Line of the report.')),
    text: v.pipe(nullableText, v.description('What stands there, in short.')),
    lines: v.pipe(
      v.object({ first: countSchema, last: countSchema }),
      v.description('Lines of the source file that it is about; 0 where the report does not say.'),
    ),
    name: nullableText,
    hits: v.nullable(countSchema),
    total: v.nullable(countSchema),
  }),
)

const mentionSchema = bindSchema<Mention>()(
  v.object({
    report: v.string(),
    written: v.pipe(v.string(), v.description('The path as the report has it.')),
    module: nullableText,
    how: v.pipe(nullableText, v.description('The rule that found the tracked file; null: none answers.')),
    tried: v.pipe(v.array(v.string()), v.description('Spellings of the path that were looked for.')),
    ignoredBy: v.pipe(v.array(v.string()), v.description('Globs of `ignore` that take the file.')),
    isCounted: v.boolean(),
    isPlaceholder: v.pipe(v.boolean(), v.description('Made for a file that no test loaded.')),
    totals: totalsSchema,
    line: v.nullable(lineNumbersSchema),
    records: v.array(recordSchema),
    unlistedRecords: countSchema,
  }),
)

const mergedSchema = bindSchema<MergedFile>()(
  v.object({
    totals: totalsSchema,
    formulas: v.array(v.object({ formula: v.string(), count: v.nullable(coverageCountSchema) })),
    line: v.nullable(lineNumbersSchema),
    steps: v.pipe(v.array(v.string()), v.description('How it was merged, for people.')),
  }),
)

const fileSchema = bindSchema<ExplainedFile>()(
  v.object({
    path: v.string(),
    isTracked: v.boolean(),
    mentions: v.array(mentionSchema),
    merged: v.pipe(v.nullable(mergedSchema), v.description('null: it counts nowhere.')),
    contradictions: v.array(v.string()),
    tests: v.object({
      names: v.array(v.string()),
      caveat: v.pipe(nullableText, v.description('Why the names are not the whole answer; null when they are.')),
    }),
  }),
)

const reportSchema = bindSchema<ExplainedReport>()(
  v.object({
    path: v.string(),
    format: nullableText,
    dialect: nullableText,
    outcome: v.picklist(['counted', 'cut-off', 'copy', 'unmatched', 'unreadable']),
    copyOf: nullableText,
    mentionsFile: v.boolean(),
    files: v.pipe(countSchema, v.description('Source files in the report.')),
    problem: nullableText,
  }),
)

const changeSchema = bindSchema<ExplainedChange>()(
  v.variant('kind', [
    v.object({
      kind: v.literal('known'),
      base: v.string(),
      added: v.array(rangeSchema),
      isLineAdded: v.pipe(v.nullable(v.boolean()), v.description('null: no line was asked for.')),
    }),
    v.object({ kind: v.literal('unknown'), reason: v.string() }),
  ]),
)

const baselineSchema = bindSchema<ExplainedBaseline>()(
  v.variant('kind', [
    v.object({
      kind: v.literal('record'),
      sha: shaSchema,
      distance: countSchema,
      time: timeSchema,
      totals: v.pipe(v.nullable(totalsSchema), v.description('null: the record does not list the file.')),
    }),
    v.object({ kind: v.literal('none'), reason: v.string() }),
  ]),
)

export const explanationSchema = bindSchema<Explanation>()(
  v.object({
    schema: v.literal('testwarden.explain/1'),
    asked: v.object({ file: v.string(), line: v.nullable(lineSchema) }),
    file: v.pipe(v.nullable(fileSchema), v.description('null: no report mentions such a file.')),
    nearest: v.array(v.string()),
    reports: v.array(reportSchema),
    change: changeSchema,
    baseline: baselineSchema,
    notes: v.array(v.string()),
  }),
)
