import { sharedConfig } from '@testwarden/core/action/shared-config'
import { fileConfig } from '@testwarden/core/config/file-config'
import { type ConfigFile, fileLayer } from '@testwarden/core/config/layer'
import { resolveSettings } from '@testwarden/core/config/resolve-settings'
import type { HistoryRecord } from '@testwarden/core/model/history-record'
import { encodeRun } from '@testwarden/history/tests/encode-run'
import {
  type BacktestQuestion,
  backtestRecords,
  type IncidentsBacktest,
  type PolicyReplay,
} from '../../src/backtest/backtest-records.js'
import { type TriedPolicy, triedIncidents, triedPolicyOf } from '../../src/backtest/tried-policy.js'
import { runOf } from '../kit.js'

export interface MadeRun {
  /** Tests that failed, with the fingerprints of their failures; `FP` as a fingerprint: it passed when it was retried. */
  readonly failed?: Readonly<Record<string, string | null>>
  /** Others that ran. */
  readonly passed?: readonly string[]
  readonly withheld?: string
  readonly isWhole?: boolean
  /** Number of its commit, in the order of the branch; else that of the run. */
  readonly commit?: number
  readonly tree?: string
  /** Hours since the first run; else one run each hour. */
  readonly hour?: number
  readonly matrix?: string
  readonly trust?: HistoryRecord['trust']
}

/** A Monday, 08:00 UTC. */
export const START = '2026-03-02T08:00:00.000Z'
const HOUR_MS = 3_600_000
/** So that few failures are a small share. */
const OTHERS = Array.from({ length: 40 }, (_, at) => `ok${String(at).padStart(2, '0')}`)

export function hour(hours: number): string {
  return new Date(Date.parse(START) + hours * HOUR_MS).toISOString()
}

export function recordsOf(runs: readonly MadeRun[]): HistoryRecord[] {
  return runs.map((run, at): HistoryRecord => {
    const commit = run.commit ?? at
    const failed = Object.entries(run.failed ?? {}).map(([key, fingerprint]) =>
      fingerprint === 'FP'
        ? { key, outcome: 'FP', fingerprint: null, durationUs: null }
        : { key, outcome: 'F', fingerprint, durationUs: null },
    )
    const passed = [...OTHERS, ...(run.passed ?? [])].map((key) => {
      return { key, outcome: 'P', fingerprint: null, durationUs: null }
    })
    const cases = [...failed, ...passed].sort((left, right) => (left.key < right.key ? -1 : 1))
    return {
      schema: 'testwarden.record/1',
      key: { ...runOf(run.matrix).key, action: 'flaky-detector', run: String(at + 1) },
      testedSha: shaOf(commit),
      tree: run.tree ?? `a${String(commit).padStart(39, '0')}`,
      branch: 'main',
      event: 'push',
      trust: run.trust ?? 'default-branch',
      time: hour(run.hour ?? at),
      machine: runOf().machine,
      body: encodeRun({ cases, isWhole: run.isWhole ?? true, withheld: run.withheld ?? null }, []),
    }
  })
}

export function shaOf(commit: number): string {
  return String(commit).padStart(40, '0')
}

/** One run for each letter: B one test failed, G none did, M a mass failure. */
export function line(letters: string, failed: Readonly<Record<string, string | null>> = { cart: 'f1' }): MadeRun[] {
  const mass = Object.fromEntries(Array.from({ length: 30 }, (_, at) => [`mass${at}`, `m${at}`]))
  return [...letters].map((letter): MadeRun => {
    if (letter === 'M') return { failed: mass, withheld: 'mass-failure' }
    return letter === 'B' ? { failed } : { passed: Object.keys(failed) }
  })
}

/** The assumed policy, with what a section `incidents` of a config file says instead. */
export function policyOf(incidents: Readonly<Record<string, unknown>> = {}): TriedPolicy {
  const file: ConfigFile = { path: 'testwarden.yml', root: { incidents }, lineOf: () => null }
  const own = resolveSettings(triedIncidents.config, [fileLayer(file, ['incidents'])])
  const [shared, top] = [resolveSettings(sharedConfig, []), resolveSettings(fileConfig, [])]
  if (!own.ok) throw own.errors[0]
  if (!shared.ok || !top.ok) throw new Error('what is assumed is not valid')
  return triedPolicyOf({ own: own.settings, shared: shared.settings, file: top.settings, accepts: [] })
}

export function backtestOf(runs: readonly MadeRun[], question: Partial<BacktestQuestion> = {}): IncidentsBacktest {
  const newest = Math.max(0, ...runs.map(({ commit }, at) => commit ?? at))
  const firstParents = Array.from({ length: newest + 1 }, (_, at) => shaOf(newest - at))
  return backtestRecords({ records: recordsOf(runs), firstParents, policies: [policyOf()], runs: 1000, ...question })
}

export function replayOf(runs: readonly MadeRun[], policy = policyOf()): PolicyReplay {
  const [replay] = backtestOf(runs, { policies: [policy] }).policies
  if (replay === undefined) throw new Error('no policy was replayed')
  return replay
}
