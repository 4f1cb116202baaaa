import * as v from 'valibot'
import { bindSchema } from './bind-schema.js'
import { assertPlainJson } from './plain-json.js'
import { countSchema, nullableText } from './scalar-schemas.js'

/** What `testwarden backtest perf --json` prints: which recorded runs a policy would have made red, and rightly so or not. */
export interface BacktestPerfFile {
  readonly schema: 'testwarden.backtest-perf/1'
  /** Commits of the default branch, each on one processor, in one job and matrix cell. */
  readonly runs: number
  readonly benchmarks: number
  /** The policy in force last, where another was named that differs from it; then "10 % worse than the previous run". */
  readonly policies: readonly BacktestedSpeedPolicy[]
  /** What could not be used, for people. */
  readonly notes: readonly string[]
}

export interface BacktestedSpeedPolicy {
  /** Config file that it stands in, or what else it is called; null: nobody wrote any. */
  readonly config: string | null
  readonly redRuns: number
  /** Red runs that the next commits do not confirm. */
  readonly falseRuns: number
  /** The newest first. */
  readonly reds: readonly BacktestedRed[]
}

export interface BacktestedRed {
  readonly benchmark: string
  readonly commit: string
  readonly since: string
  /** Of what it was to what it had been, in thousandths: 1,180 is 18 % worse. */
  readonly permille: number
  readonly outcome: 'confirmed' | 'false' | 'undetermined'
}

const policySchema = bindSchema<BacktestedSpeedPolicy>()(
  v.object({
    config: v.pipe(nullableText, v.description('Config file of the policy, or what else it is called.')),
    redRuns: countSchema,
    falseRuns: v.pipe(countSchema, v.description('Red runs that the next commits do not confirm.')),
    reds: v.array(
      v.object({
        benchmark: v.string(),
        commit: v.string(),
        since: v.string(),
        permille: v.pipe(countSchema, v.description('How much worse, in thousandths: 1180 is 18 % worse.')),
        outcome: v.picklist(['confirmed', 'false', 'undetermined']),
      }),
    ),
  }),
)

export const backtestPerfSchema = bindSchema<BacktestPerfFile>()(
  v.object({
    schema: v.literal('testwarden.backtest-perf/1'),
    runs: v.pipe(countSchema, v.description('Commits of the default branch, by processor, job and matrix cell.')),
    benchmarks: countSchema,
    policies: v.array(policySchema),
    notes: v.array(v.string()),
  }),
)

/** Indented JSON with a line end. @throws TypeError when a value is none that JSON can hold */
export function encodeBacktestPerf(facts: Omit<BacktestPerfFile, 'schema'>): string {
  const backtest: BacktestPerfFile = { schema: 'testwarden.backtest-perf/1', ...facts }
  assertPlainJson(backtest)
  return `${JSON.stringify(backtest, null, 2)}\n`
}
