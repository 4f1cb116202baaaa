import * as v from 'valibot'
import { bindSchema } from './bind-schema.js'
import { assertPlainJson } from './plain-json.js'
import { countSchema, nullableText } from './scalar-schemas.js'

/** What `testwarden backtest flaky --json` prints: what policies would have done with the failures of recorded runs. */
export interface BacktestFile {
  readonly schema: 'testwarden.backtest-flaky/1'
  /** Runs of the default branch, each in one job and matrix cell. */
  readonly runs: number
  /** Those in which a test failed for good. */
  readonly failedRuns: number
  /** ISO 8601; null where nothing is recorded. */
  readonly first: string | null
  readonly last: string | null
  /** The policy in force last, where another was named that differs from it. */
  readonly policies: readonly BacktestedPolicy[]
  /** What could not be used, for people. */
  readonly notes: readonly string[]
}

export interface BacktestedPolicy {
  /** Config file that it stands in; null: nobody wrote any. */
  readonly config: string | null
  readonly flakes: BacktestCounts
  readonly regressions: BacktestCounts
  readonly undetermined: BacktestCounts
  readonly redRuns: number
  readonly rerunsSaved: number
  /** The newest first; `regressions.excused` counts all. */
  readonly excusedRegressions: readonly ExcusedFailure[]
}

export interface BacktestCounts {
  readonly failures: number
  readonly excused: number
  readonly calledFlaky: number
}

export interface ExcusedFailure {
  readonly test: string
  readonly commit: string
  readonly run: string
  readonly time: string
}

const countsSchema = bindSchema<BacktestCounts>()(
  v.object({
    failures: v.pipe(countSchema, v.description('Failing tests, one for each run that they failed in.')),
    excused: v.pipe(countSchema, v.description('Failures that would not have stopped their runs.')),
    calledFlaky: v.pipe(countSchema, v.description('Diagnosed as proven or known flakes, quarantined or not.')),
  }),
)

const policySchema = bindSchema<BacktestedPolicy>()(
  v.object({
    config: v.pipe(nullableText, v.description('Config file of the policy; null: nobody wrote any.')),
    flakes: v.pipe(countsSchema, v.description('Of tests that passed later on the same tree.')),
    regressions: v.pipe(countsSchema, v.description('Of tests that failed at three commits or more in a row.')),
    undetermined: v.pipe(countsSchema, v.description('Nobody can tell.')),
    redRuns: countSchema,
    rerunsSaved: v.pipe(countSchema, v.description('Runs that failed for flakes alone and would have passed.')),
    excusedRegressions: v.array(v.object({ test: v.string(), commit: v.string(), run: v.string(), time: v.string() })),
  }),
)

export const backtestSchema = bindSchema<BacktestFile>()(
  v.object({
    schema: v.literal('testwarden.backtest-flaky/1'),
    runs: v.pipe(countSchema, v.description('Replayed runs of the default branch, by job and matrix cell.')),
    failedRuns: countSchema,
    first: v.pipe(nullableText, v.description('ISO 8601')),
    last: nullableText,
    policies: v.array(policySchema),
    notes: v.array(v.string()),
  }),
)

/** Indented JSON with a line end. @throws TypeError when a value is none that JSON can hold */
export function encodeBacktest(facts: Omit<BacktestFile, 'schema'>): string {
  const backtest: BacktestFile = { schema: 'testwarden.backtest-flaky/1', ...facts }
  assertPlainJson(backtest)
  return `${JSON.stringify(backtest, null, 2)}\n`
}
