import type { GateConfig } from '@testwarden/core/action/define-action'
import type { HistoryRecord } from '@testwarden/core/model/history-record'
import { canonicalJson, variantKeyOf } from '@testwarden/core/model/record-key'
import { decodeBenchmarks } from '@testwarden/history/benchmarks/decode-benchmarks'
import type { MeasuredName } from '@testwarden/history/benchmarks/recorded-benchmarks'
import { orderRecords } from '@testwarden/history/line/order-records'
import type { perfConfig } from '../config.js'
import { createPolicies } from '../judging/metric-policy.js'
import type { Series, Suite } from '../judging/series/suite.js'
import { calibrate } from '../promise/calibrate.js'
import { buildPast } from '../reading/build-past.js'
import { stratumOf } from '../reading/stratum.js'
import { replayPreviousRun } from './previous-run.js'
import { type ReplayedRed, replayPolicy } from './replay-policy.js'

export type PerfPolicy = GateConfig<typeof perfConfig>

export interface SpeedBacktest {
  readonly runs: number
  readonly benchmarks: number
  /** In the order of the policies. */
  readonly policies: readonly SpeedReplay[]
  readonly previousRun: { readonly redRuns: number; readonly falseRuns: number }
  readonly problems: readonly string[]
}

export interface SpeedReplay {
  readonly redRuns: number
  readonly falseRuns: number
  readonly reds: readonly ReplayedRed[]
}

export interface SpeedBacktestQuestion {
  readonly records: readonly HistoryRecord[]
  /** Of the default branch, newest first. */
  readonly firstParents: readonly string[]
  readonly policies: readonly PerfPolicy[]
  /** ISO 8601, UTC. */
  readonly now: string
}

const ASSUMED_EFFECT = 0.05
const USUAL_LIMIT = 0.1

/** Replays policies over the records of every job, matrix cell and processor; each run by what was there before it. */
export function backtestRecords(question: SpeedBacktestQuestion): SpeedBacktest {
  const pasts = pastsOf(question)
  const suitesOf = (policy: PerfPolicy): readonly Suite[] =>
    pasts.flatMap(({ past }) => suiteOf(past, policy, question.now) ?? [])
  const [first] = question.policies
  const suites = first === undefined ? [] : suitesOf(first)
  const usual = suites.map((suite) => replayPreviousRun(suite, USUAL_LIMIT))
  const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)
  return {
    runs: sum(suites.map(({ commits }) => commits.length)),
    benchmarks: new Set(suites.flatMap(({ series }) => series.map(({ key }) => key))).size,
    policies: question.policies.map((policy) => {
      const replays = suitesOf(policy).map((suite) => {
        const promised = policy.own['false-alarms'].value
        return replayPolicy(suite, calibrate(suite, { promised, minEffect: ASSUMED_EFFECT }).policy)
      })
      return {
        redRuns: sum(replays.map(({ redRuns }) => redRuns)),
        falseRuns: sum(replays.map(({ falseRuns }) => falseRuns)),
        reds: replays.flatMap(({ reds }) => reds),
      }
    }),
    previousRun: {
      redRuns: sum(usual.map(({ redRuns }) => redRuns)),
      falseRuns: sum(usual.map(({ falseRuns }) => falseRuns)),
    },
    problems: [...new Set(pasts.flatMap(({ problems }) => problems))],
  }
}

type Past = ReturnType<typeof buildPast>

function pastsOf({ records, firstParents }: SpeedBacktestQuestion): readonly Past[] {
  const variants = new Map<string, HistoryRecord[]>()
  for (const record of records) {
    const variant = canonicalJson(variantKeyOf(record.key))
    variants.set(variant, [...(variants.get(variant) ?? []), record])
  }
  return [...variants.values()].flatMap((own) => {
    const { line } = orderRecords(own, { ancestors: firstParents, isWhole: false })
    const names = namesOf(line)
    const strata = [...new Set(line.map(({ machine }) => stratumOf(machine)))].sort()
    return strata.map((stratum) => buildPast({ line, pinned: [], stratum, names }))
  })
}

/** Of benchmarks whose speed it is, as they were called last. */
function namesOf(line: readonly HistoryRecord[]): readonly MeasuredName[] {
  const names = new Map<string, MeasuredName>()
  for (const run of decodeBenchmarks(line.map(({ body }) => body)).runs)
    for (const { key, kind, unit, direction } of run?.values ?? [])
      if (kind === 'benchmark' && (unit === 'ns' || unit.endsWith('/s'))) names.set(key, { key, kind, unit, direction })
  return [...names.values()].sort((left, right) => (left.key < right.key ? -1 : 1))
}

/** null where nothing is to be judged. */
function suiteOf({ commits, series }: Past['past'], policy: PerfPolicy, now: string): Suite | null {
  const policyOf = createPolicies(policy, now)
  const judged = series.flatMap((each): Series[] => {
    const { direction, slowdown, ignored } = policyOf(each)
    if (direction === null || direction === 'exact' || slowdown === null || ignored !== null) return []
    const { key, values, acceptedAt } = each
    return [{ key, direction, values, acceptedAt, minEffect: Number(slowdown) / 100 }]
  })
  return judged.length === 0 ? null : { commits, series: judged }
}
