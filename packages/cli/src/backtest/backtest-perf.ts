import { backtestRecords, type SpeedReplay } from '@testwarden/action-perf-regression/backtest/backtest-records'
import { perfRegression } from '@testwarden/action-perf-regression/index'
import type { BacktestedSpeedPolicy, BacktestPerfFile } from '@testwarden/core/files/backtest-perf-file'
import { ConfigurationError } from '@testwarden/core/model/errors'
import { partsOfKey } from '@testwarden/core/model/test-key'
import { systemClock } from '@testwarden/platform/clock'
import { defaultBranchLine } from '../default-branch.js'
import type { LocalStep } from '../open-local-step.js'
import type { Standing } from '../stand-at-root.js'
import { choosePolicies } from './choose-policies.js'

const MOST_REDS = 1_000

/** Replays the policy in force, and the one that was named where it differs. @throws ConfigurationError */
export async function backtestPerf({ call }: Standing, step: LocalStep): Promise<Omit<BacktestPerfFile, 'schema'>> {
  const { ports } = step
  if (ports.history === null)
    throw new ConfigurationError('no history is configured, so there is nothing to replay', {
      remedy: 'set `history` in .github/testwarden.yml, or give --history git:testwarden-history',
    })
  const { records, warnings } = await ports.history.read({ action: perfRegression.id })
  const line = await defaultBranchLine(ports.git)
  const tried = await choosePolicies(perfRegression, call.values.get('policy'), step)
  const { runs, benchmarks, policies, previousRun, problems } = backtestRecords({
    records: records.filter(({ trust }) => trust === 'default-branch'),
    firstParents: line.firstParents,
    policies: tried.map(({ settings }) => settings),
    now: systemClock.now().toISOString(),
  })
  const replayed = policies.map((replay, at) => factsOf(replay, tried[at]?.config ?? null))
  const usual = { config: '10 % worse than the previous run', ...previousRun, reds: [] }
  return { runs, benchmarks, policies: [...replayed, usual], notes: [...warnings, ...line.notes, ...problems] }
}

function factsOf({ redRuns, falseRuns, reds }: SpeedReplay, config: string | null): BacktestedSpeedPolicy {
  return {
    config,
    redRuns,
    falseRuns,
    reds: reds
      .toReversed()
      .slice(0, MOST_REDS)
      .map(({ key, sha, since, ratio, outcome }) => ({
        benchmark: partsOfKey(key).slice(1).join(' '),
        commit: sha,
        since,
        permille: Math.round(ratio * 1000),
        outcome,
      })),
  }
}
