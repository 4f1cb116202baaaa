import type { Backtest } from '@testwarden/action-flaky-detector/backtest/backtest'
import { backtestRecords } from '@testwarden/action-flaky-detector/backtest/backtest-records'
import { flakyDetector } from '@testwarden/action-flaky-detector/index'
import { type ConfigSources, effectiveConfig } from '@testwarden/core/action/effective-config'
import type { BacktestFile } from '@testwarden/core/files/backtest-file'
import { ConfigurationError } from '@testwarden/core/model/errors'
import { canonicalJson } from '@testwarden/core/model/record-key'
import { testNameOf } from '@testwarden/core/model/test-key'
import { readConfigFile } from '@testwarden/platform/read-config-file'
import { defaultBranchLine } from '../default-branch.js'
import { wholeNumber } from '../history/numbers.js'
import type { LocalStep } from '../open-local-step.js'
import type { Standing } from '../stand-at-root.js'

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
  const tried = await chosenPolicies(call.values.get('policy'), step)
  const replayed = backtestRecords({
    records,
    firstParents: line.firstParents,
    policies: tried.map(({ settings }) => settings),
    runs: wholeNumber(call, LIMIT),
  })
  const configs = tried.map(({ config }) => config)
  return { ...factsOf(replayed, configs), notes: [...warnings, ...line.notes, ...replayed.problems] }
}

function policyOf(sources: ConfigSources) {
  const resolved = effectiveConfig(flakyDetector, sources)
  if (!resolved.ok) throw resolved.errors[0]
  return { settings: resolved.config.gate, config: sources.file?.path ?? null }
}

type ChosenPolicy = ReturnType<typeof policyOf>

async function chosenPolicies(
  named: string | undefined,
  { sources, ports }: LocalStep,
): Promise<readonly ChosenPolicy[]> {
  const inForce = policyOf({ inputs: NO_INPUTS, file: sources.file })
  if (named === undefined) return [inForce]
  const tried = policyOf({ inputs: NO_INPUTS, file: await readConfigFile(ports.files, named) })
  return isSame(tried, inForce) ? [tried] : [tried, inForce]
}

const NO_INPUTS: ReadonlyMap<string, string> = new Map()

/** Where a value comes from changes nothing in a replay. */
function isSame(left: ChosenPolicy, right: ChosenPolicy): boolean {
  const [one, other] = [left, right].map(({ settings: { own } }) =>
    canonicalJson(Object.entries(own).map(([name, setting]) => [name, 'value' in setting ? setting.value : setting])),
  )
  return one === other
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
