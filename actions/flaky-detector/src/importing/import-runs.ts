import type { GateConfig } from '@testwarden/core/action/define-action'
import type { AppendHistory } from '@testwarden/core/model/change'
import type { RunContext } from '@testwarden/core/model/evidence'
import type { HistoryRecord } from '@testwarden/core/model/history-record'
import { canonicalJson, variantKeyOf } from '@testwarden/core/model/record-key'
import { createRedactor } from '@testwarden/core/render/redact'
import type { SearchFile } from '@testwarden/failures/tests/case-place'
import { createTestReader, type ReadTests } from '@testwarden/failures/tests/read-tests'
import { importedRunName } from '@testwarden/history/imported-run'
import { orderRecords } from '@testwarden/history/line/order-records'
import { openTestRuns } from '@testwarden/history/tests/decode-runs'
import type { flakyConfig } from '../config.js'
import type { LegFacts, PastFacts } from '../facts.js'
import { readAliases } from '../reading/aliases.js'
import { buildPast } from '../reading/build-past.js'
import { newestRosters } from '../reading/newest-rosters.js'
import { recordRun } from '../record.js'
import { subjectOf } from '../subject.js'

export type ImportConfig = GateConfig<typeof flakyConfig>

/** Reads the reports of one past run as those of a present one are read, so that its tests have the same keys. */
export function createImportReader(config: ImportConfig, search: SearchFile): ReturnType<typeof createTestReader> {
  return createTestReader({
    search,
    ownersOf: () => [],
    redact: createRedactor(config.file.redact.value),
    aliases: readAliases(config.own.aliases.value),
    duplicates: config.own.duplicates.value,
    isQuarantined: () => false,
  })
}

/** A past run with all that its reports said. */
export interface ImportedRun {
  readonly run: RunContext
  readonly tests: ReadTests
  /** Whether every report of it could be read to its end. */
  readonly isWhole: boolean
}

/** A name for a run that nobody named: the same tests of the same commit have the same one. */
export function nameOfRun(testedSha: string, { tests }: ReadTests): string {
  return importedRunName([testedSha, tests])
}

/** What becomes of an imported run. `known`: its record is there; `other`: one of the same run is, with other results. */
export type ImportedRecord =
  | { readonly kind: 'new'; readonly change: AppendHistory }
  | { readonly kind: 'known' | 'other' | 'empty' }

/** Fewer failing tests are no mass failure, so that nothing must be known of the past: `mass-failure`. */
const FEWEST_OF_MASS = 10

/**
 * The record that a run would have left behind.
 * @param known records of its job and matrix cell, the imported ones before it too, in the order in which they came
 * @param firstParents of the default branch, newest first
 */
export function recordImport(
  imported: ImportedRun,
  {
    known,
    firstParents,
    config,
  }: {
    readonly known: readonly HistoryRecord[]
    readonly firstParents: readonly string[]
    readonly config: ImportConfig
  },
): ImportedRecord {
  const twin = known.findIndex(({ key }) => isSameRun(key, imported.run.key))
  if (twin !== -1) return { kind: isSameContent(imported, { known, twin }) ? 'known' : 'other' }
  const { run, tests, isWhole } = imported
  const leg: LegFacts = {
    variant: canonicalJson(variantKeyOf(run.key)),
    testedSha: run.testedSha,
    tree: run.testedTree ?? null,
    ...tests,
    change: { kind: 'none' },
    past: pastOfImport(imported, { known, firstParents }),
    rosters: newestRosters(known.flatMap(({ trust, body }) => (trust === 'default-branch' ? [body] : []))),
    backtest: null,
  }
  const problems = isWhole ? [] : [CUT_OFF]
  const evidence = { action: run.key.action, run, facts: { legs: [leg] }, problems, observations: [] }
  const [change] = recordRun(subjectOf(evidence, withoutRules(config)))
  return change === undefined ? { kind: 'empty' } : { kind: 'new', change }
}

const CUT_OFF = { kind: 'report', message: 'A report ends early.', path: null, line: null, remedy: null } as const

/** What was found out today is no quarantine of then. */
function withoutRules(config: ImportConfig): ImportConfig {
  return { ...config, own: { ...config.own, 'quarantine-by': { ...config.own['quarantine-by'], value: 'config' } } }
}

/** A job leaves the id of its check run in its record; who imports its reports does not know it. */
function isSameRun(left: HistoryRecord['key'], right: HistoryRecord['key']): boolean {
  if (left.run !== right.run || left.attempt !== right.attempt) return false
  return canonicalJson(variantKeyOf(left)) === canonicalJson(variantKeyOf(right))
}

interface Twin {
  readonly known: readonly HistoryRecord[]
  readonly twin: number
}

/** Durations are kept in bins, so that they are not compared. */
function isSameContent({ tests: { tests } }: ImportedRun, { known, twin }: Twin): boolean {
  const runs = openTestRuns(known.map(({ body }) => body))
  const failed = tests.filter(({ outcome }) => /[FE]/.test(outcome))
  const recorded = runs.failed(twin)
  return (
    runs.count(twin) === tests.length &&
    recorded.length === failed.length &&
    recorded.every(({ key, outcome }, at) => key === failed[at]?.key && outcome === failed[at]?.outcome)
  )
}

function pastOfImport(
  { run, tests: { tests, failures } }: ImportedRun,
  { known, firstParents }: { readonly known: readonly HistoryRecord[]; readonly firstParents: readonly string[] },
): PastFacts {
  if (failures.length < FEWEST_OF_MASS) return { kind: 'none', reason: 'Nobody asks for it.' }
  const at = firstParents.indexOf(run.testedSha ?? '')
  const ancestors = at === -1 ? [] : firstParents.slice(at + 1)
  const before = known.filter(({ time, testedSha }) => testedSha !== run.testedSha && time <= run.now)
  const records = orderRecords(before, { ancestors, isWhole: false })
  const keys = tests.map(({ key }) => key)
  return buildPast({ records, keys, wanted: new Set(), baseSha: null, renames: [] }).past
}
