import { PlatformError } from '@testwarden/core/model/errors'
import type { RunContext } from '@testwarden/core/model/evidence'
import type { HistoryRecord } from '@testwarden/core/model/history-record'
import { canonicalJson, variantKeyOf } from '@testwarden/core/model/record-key'
import type { Ports } from '@testwarden/core/ports/ports'
import { besideLine, extendLine, type KnownLine } from '@testwarden/history/line/known-line'
import { orderRecords } from '@testwarden/history/line/order-records'
import { readLine } from '@testwarden/history/line/read-line'
import type { PastFacts } from '../facts.js'
import type { FrozenLine } from '../freeze/frozen-line.js'
import { type IncidentRecord, readIncidentRecord } from '../past/incident-record.js'
import type { PastRun } from '../past/streak.js'

export interface ReadPast {
  readonly past: PastFacts
  readonly frozen: FrozenLine | null
  readonly notes: readonly string[]
}

/** An incident that lasts longer has its own memory. */
const RUNS_KEPT = 60
const FETCH_DEPTH = 200

/** What history keeps of earlier runs: of this job how they went, and of any job how incidents stood. */
export async function readPast(
  run: RunContext,
  ports: Partial<Pick<Ports, 'git'>> & Pick<Ports, 'history'>,
): Promise<ReadPast> {
  const { history, git } = ports
  if (history === null) return nothing({ kind: 'none', reason: 'No history is configured.' })
  try {
    const { records, warnings } = await history.read({ action: run.key.action })
    const own = records.filter(({ trust }) => trust === 'default-branch')
    const { line, notes } = await lineOf(run, own, git)
    return { past: pastOf(own, run, line), frozen: frozenLine(own), notes: [...warnings, ...notes] }
  } catch (error) {
    if (!(error instanceof PlatformError)) throw error
    return nothing({ kind: 'unreadable', reason: error.message, remedy: error.remedy })
  }
}

function nothing(past: PastFacts): ReadPast {
  return { past, frozen: null, notes: [] }
}

interface Line {
  readonly line: KnownLine
  readonly notes: readonly string[]
}

/** Without a checkout the parents that records name tell the order of commits, and behind those their time does. */
async function lineOf(
  run: RunContext,
  records: readonly HistoryRecord[],
  git: Ports['git'] | undefined,
): Promise<Line> {
  const start = run.testedParent ?? null
  const told: KnownLine = { ancestors: start === null ? [] : [start], isWhole: false }
  if (git === undefined) return { line: extendLine(told, records), notes: [] }
  try {
    return { line: extendLine(await readLine({ run, records, fetchDepth: FETCH_DEPTH }, git), records), notes: [] }
  } catch (error) {
    if (!(error instanceof PlatformError)) throw error
    const note = `The order of commits is not known, so that of time counts: ${error.message}`
    return { line: extendLine(told, records), notes: [note] }
  }
}

function pastOf(records: readonly HistoryRecord[], run: RunContext, line: KnownLine): PastFacts {
  const variant = canonicalJson(variantKeyOf(run.key))
  const own = records.filter(({ key }) => canonicalJson(variantKeyOf(key)) === variant && key.run !== run.key.run)
  const ancestors = run.testedSha === null ? line.ancestors : [run.testedSha, ...line.ancestors]
  const known = { ...line, ancestors: [...new Set(ancestors)] }
  const later = besideLine(known, records)
  const told = own.filter(({ body }) => readIncidentRecord(body)?.tells === 'run')
  const runs = newestAttempts(orderRecords(told, known).line).flatMap(toPastRun)
  return {
    kind: 'known',
    runs: runs.slice(-RUNS_KEPT),
    isLate: told.some(({ testedSha }) => later.has(testedSha)),
  }
}

/** A run that was tried again went as it went at last. */
function newestAttempts(records: readonly HistoryRecord[]): readonly HistoryRecord[] {
  const newest = new Map<string, number>()
  for (const { key } of records) newest.set(key.run, Math.max(newest.get(key.run) ?? 0, key.attempt))
  return records.filter(({ key }) => newest.get(key.run) === key.attempt)
}

function toPastRun({ testedSha, key, time, body }: HistoryRecord): readonly PastRun[] {
  const record = readIncidentRecord(body)
  if (record === null) return []
  return [{ sha: testedSha, run: key.run, time, record: { signals: record.signals, isWhole: record.isWhole } }]
}

/** Any job that saw the issues says how they stood: the last of them is right. */
function frozenLine(records: readonly HistoryRecord[]): FrozenLine | null {
  let newest: FrozenLine | null = null
  for (const { body, branch, time, key } of records) {
    const critical = criticalOf(readIncidentRecord(body))
    if (critical !== null && (newest === null || time >= newest.since))
      newest = { incidents: critical, branch, since: time, run: key.run }
  }
  return newest
}

function criticalOf(record: IncidentRecord | null): FrozenLine['incidents'] | null {
  return record?.critical ?? null
}
