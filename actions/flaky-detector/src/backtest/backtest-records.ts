import type { GateConfig } from '@testwarden/core/action/define-action'
import type { Evidence } from '@testwarden/core/model/evidence'
import type { HistoryRecord } from '@testwarden/core/model/history-record'
import type { TestKey } from '@testwarden/core/model/test-key'
import type { flakyConfig } from '../config.js'
import type { FlakyFacts, LegFacts } from '../facts.js'
import { type JudgedTest, judgeTests } from '../judging/judge-tests.js'
import { isFlake } from '../rules/flaky-tests.js'
import { addBacktests, addPolicies, type Backtest, NO_BACKTEST, type PolicyBacktest } from './backtest.js'
import { createLedger, type QuarantineLedger } from './quarantine-ledger.js'
import { createLegReader } from './recorded-leg.js'
import { openVariants, pastOf, type RecordedVariant } from './recorded-variant.js'
import { createTruth, type Truth } from './truth.js'

type Policy = GateConfig<typeof flakyConfig>

export interface BacktestQuestion {
  /** Of this action, in any order; those of other jobs and matrix cells are replayed by themselves. */
  readonly records: readonly HistoryRecord[]
  /** First parents of the default branch, newest first, as far as git knows them; else the time of records orders them. */
  readonly firstParents: readonly string[]
  readonly policies: readonly Policy[]
  /** How many of the last runs of each job and matrix cell are replayed. */
  readonly runs: number
}

/**
 * Replays policies over recorded runs of the default branch, in the order in which they came. Each run is judged as it
 * would have been then, by what had come before it; what its failures were is told by what came after.
 */
export function backtestRecords({ records, firstParents, policies, runs }: BacktestQuestion): Backtest {
  return addBacktests(openVariants(records, firstParents).map((variant) => replayVariant(variant, policies, runs)))
}

function replayVariant(variant: RecordedVariant, policies: readonly Policy[], most: number): Backtest {
  const own = ownRuns(variant).slice(-most)
  const readLeg = createLegReader(variant)
  const truthOf = createTruth(variant)
  const before = failedBefore(variant, own[0])
  const replays = policies.map((policy) => ({ policy, ledger: createLedger(policy, before) }))
  let results = policies.map(() => NO_BACKTEST)
  let failedRuns = 0
  for (const run of own) {
    const record = variant.records[run]
    if (record === undefined) continue
    const leg = readLeg({ run, watched: new Set(replays.flatMap(({ ledger }) => ledger.watched(record.time))) })
    const hasFailed = leg.tests.some(({ outcome }) => /[FE]/.test(outcome) && !outcome.includes('P'))
    if (hasFailed) failedRuns++
    const truths = new Map(leg.failures.map(({ key }) => [key, truthOf(key, run)]))
    const replayed = replays.map((replay) => replayRun(leg, { ...replay, record, truths, hasFailed }))
    results = results.map((result, at) => addPolicies(result, replayed[at] ?? NO_BACKTEST))
  }
  const times = own.flatMap((run) => variant.records[run]?.time ?? [])
  return {
    runs: own.length,
    failedRuns,
    first: times[0] ?? null,
    last: times.at(-1) ?? null,
    policies: results,
    problems: variant.runs.problems,
  }
}

/** What would be replayed: only the default branch's own runs. */
function ownRuns({ records, runs }: RecordedVariant): readonly number[] {
  return runs.usable.filter((run) => records[run]?.trust === 'default-branch')
}

function failedBefore(variant: RecordedVariant, first: number | undefined): ReadonlySet<TestKey> {
  if (first === undefined) return new Set()
  const { line } = pastOf(variant, { before: first, testedSha: null })
  return new Set(line.flatMap((run) => variant.runs.failed(run).map(({ key }) => key)))
}

interface Replay {
  readonly policy: Policy
  readonly ledger: QuarantineLedger
  readonly record: HistoryRecord
  readonly truths: ReadonlyMap<TestKey, Truth>
  readonly hasFailed: boolean
}

/** One run under one policy. */
function replayRun(leg: LegFacts, { policy, ledger, record, truths, hasFailed }: Replay): PolicyBacktest {
  const known = withEntries(leg, ledger)
  const { tests } = judgeTests(evidenceOf(known, record), policy)
  ledger.note(known, record.time)
  const isReal = [...truths.values()].includes('real')
  const limit = policy.own['new-failures'].value ?? Number.POSITIVE_INFINITY
  const isRed = tests.filter(({ standing }) => !isExcused(standing)).length > limit
  const isFlakes = [...truths.values()].every((truth) => truth === 'flake')
  const tally = (truth: Truth) => tallyOf(tests.filter(({ key }) => truths.get(key) === truth))
  const excused = isReal ? tests.filter(({ key, standing }) => truths.get(key) === 'real' && isExcused(standing)) : []
  return {
    flakes: tally('flake'),
    regressions: tally('real'),
    undetermined: tally('undetermined'),
    redRuns: isRed ? 1 : 0,
    rerunsSaved: hasFailed && isFlakes && !isRed ? 1 : 0,
    excusedRegressions: excused.map(({ key }) => {
      return { key, commit: record.testedSha, run: record.key.run, time: record.time }
    }),
  }
}

function tallyOf(tests: readonly JudgedTest[]): PolicyBacktest['flakes'] {
  return {
    failures: tests.length,
    excused: tests.filter(({ standing }) => isExcused(standing)).length,
    calledFlaky: tests.filter(isFlake).length,
  }
}

function isExcused(standing: JudgedTest['standing']): boolean {
  return standing === 'excused' || standing === 'retried'
}

function withEntries(leg: LegFacts, ledger: QuarantineLedger): LegFacts {
  if (leg.past.kind !== 'known') return leg
  return { ...leg, past: { ...leg.past, quarantines: ledger.entries() } }
}

function evidenceOf(leg: LegFacts, record: HistoryRecord): Evidence<FlakyFacts> {
  return {
    action: record.key.action,
    run: {
      key: record.key,
      event: record.event,
      repository: null,
      serverUrl: null,
      branch: record.branch,
      pullRequest: null,
      testedSha: record.testedSha,
      headSha: record.testedSha,
      base: { kind: 'history' },
      isBaseline: true,
      now: record.time,
      machine: record.machine,
    },
    facts: { legs: [leg] },
    problems: [],
    observations: [],
  }
}
