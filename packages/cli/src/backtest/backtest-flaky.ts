import type { Backtest } from '@testwarden/action-flaky-detector/backtest/backtest'
import { backtestRecords } from '@testwarden/action-flaky-detector/backtest/backtest-records'
import { flakyDetector } from '@testwarden/action-flaky-detector/index'
import type { BacktestFile } from '@testwarden/core/files/backtest-file'
import { ConfigurationError } from '@testwarden/core/model/errors'
import { testNameOf } from '@testwarden/core/model/test-key'
import { defaultBranchLine } from '../default-branch.js'
import { wholeNumber } from '../history/numbers.js'
import type { LocalStep } from '../open-local-step.js'
import type { Standing } from '../stand-at-root.js'
import { choosePolicies } from './choose-policies.js'

const LIMIT = { name: 'limit', fallback: 1000 }

/** Replays the policy in force, and the one that was named where it differs. @throws ConfigurationError */
export async function backtestFlaky({ call }: Standing, step: LocalStep): Promise<Omit<BacktestFile, 'schema'>> {
  const { ports } = step
  if (ports.history === null)
    throw new ConfigurationError('no history is configured, so there is nothing to replay', {
      remedy: 'set `history` in .github/testwarden.yml, or give --history git:testwarden-history',
    })
  const { records, warnings } = await ports.history.read({ action: flakyDetector.id })
  const line = await defaultBranchLine(ports.git)
  const tried = await choosePolicies(flakyDetector, call.values.get('policy'), step)
  const replayed = backtestRecords({
    records,
    firstParents: line.firstParents,
    policies: tried.map(({ settings }) => settings),
    runs: wholeNumber(call, LIMIT),
  })
  const configs = tried.map(({ config }) => config)
  return { ...factsOf(replayed, configs), notes: [...warnings, ...line.notes, ...replayed.problems] }
}

function factsOf(
  { runs, failedRuns, first, last, policies }: Backtest,
  configs: readonly (string | null)[],
): Omit<BacktestFile, 'schema' | 'notes'> {
  return {
    runs,
    failedRuns,
    first,
    last,
    policies: policies.map(({ excusedRegressions, ...counts }, at) => ({
      config: configs[at] ?? null,
      ...counts,
      excusedRegressions: excusedRegressions.map(({ key, ...place }) => ({ test: testNameOf(key), ...place })),
    })),
  }
}
