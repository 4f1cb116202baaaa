import type { GateConfig } from '@testwarden/core/action/define-action'
import type { Section } from '@testwarden/core/config/field'
import { legName } from '@testwarden/core/evidence-fold/leg'
import { byteLength } from '@testwarden/core/files/byte-length'
import type { AppendHistory, AppendRecords, Change } from '@testwarden/core/model/change'
import type { Decision } from '@testwarden/core/model/decision'
import { PlatformError } from '@testwarden/core/model/errors'
import type { Evidence } from '@testwarden/core/model/evidence'
import type { HistoryRecord, Trust } from '@testwarden/core/model/history-record'
import { canonicalJson } from '@testwarden/core/model/record-key'
import { resolveReferences } from '@testwarden/core/model/resolve-references'
import type { HistoryStore } from '@testwarden/core/ports/history-store'
import type { AnyAction } from '../judge-gates.js'
import { recordEnvelope, recordOf } from '../record-of-run.js'

const MIB = 1024 * 1024

/** Of a change's run at most so much is kept: everybody fetches the history, and anybody may open a pull request. */
const BYTES_MAX: Readonly<Record<Exclude<Trust, 'default-branch'>, number>> = { 'pull-request': 4 * MIB, fork: MIB }

export interface RememberedLegs {
  readonly definition: AnyAction
  readonly config: GateConfig<Section>
  readonly legs: readonly Evidence<unknown>[]
  readonly whole: Evidence<unknown>
  /** On the whole. */
  readonly decided: Decision
  /** Names of legs that handed nothing over. */
  readonly missing: readonly string[]
  /** Whose word the records are; null: none are kept. */
  readonly trust: Trust | null
}

export interface Remembered {
  /** Those of the decision, with one write of records in place of what each leg and the whole would append. */
  readonly changes: readonly Change[]
  /** What of it is not kept, for people. */
  readonly notes: readonly string[]
}

/**
 * The records of a run as one write: that of each leg, for the legs of later runs to be compared with, and that of the
 * whole. What the history has of this very run already stays as it is, so that publishing it again adds nothing.
 */
export async function recordsOfLegs(remembered: RememberedLegs, history: HistoryStore | null): Promise<Remembered> {
  const { whole, trust, decided } = remembered
  const others = decided.changes.filter((change) => !isAppend(change))
  // Without a history a baseline is missed, which is said; what a change leaves behind nobody waits for.
  if (trust === null || (trust !== 'default-branch' && history === null)) return { changes: others, notes: [] }
  const fresh = await withoutKnown(wantedRecords({ ...remembered, trust }), history)
  const { records, notes } =
    trust === 'default-branch' ? { records: fresh, notes: [] } : withinBounds(fresh, BYTES_MAX[trust])
  if (records.length === 0) return { changes: others, notes }
  const key = `append-records:${canonicalJson(whole.run.key)}`
  return { changes: beforeReruns(others, { kind: 'append-records', key, records }), notes }
}

/** Jobs that run again read the records. */
function beforeReruns(others: readonly Change[], records: AppendRecords): readonly Change[] {
  const isRerun = ({ kind }: Change): boolean => kind === 'rerun-job'
  return [...others.filter((change) => !isRerun(change)), records, ...others.filter(isRerun)]
}

function wantedRecords({
  definition,
  config,
  legs,
  whole,
  trust,
  decided,
  missing,
}: RememberedLegs & { readonly trust: Trust }): readonly HistoryRecord[] {
  const isWanted = ({ keptBy, standsAlone }: AppendHistory): boolean =>
    (missing.length === 0 || standsAlone === true) && (trust === 'default-branch' || keptBy === 'publish')
  return [
    ...legs.flatMap((leg) =>
      recordsOf(leg, appendsOf(definition, { leg, config }).filter(isWanted).map(unreferring), trust),
    ),
    ...recordsOf(whole, decided.changes.filter(isAppend).filter(isWanted), trust),
  ]
}

function appendsOf(
  definition: AnyAction,
  { leg, config }: { readonly leg: Evidence<unknown>; readonly config: GateConfig<Section> },
): readonly AppendHistory[] {
  return definition.decide(leg, config).changes.filter(isAppend)
}

/** Nothing that the decision on a leg wants done is done here, whatever the whole's changes of the same key come to. */
function unreferring(change: AppendHistory): AppendHistory {
  return { ...change, body: resolveReferences(change.body, new Map()) }
}

function isAppend(change: Change): change is AppendHistory {
  return change.kind === 'append-history'
}

function recordsOf({ run }: Evidence<unknown>, appends: readonly AppendHistory[], trust: Trust): HistoryRecord[] {
  if (run.testedSha === null) return []
  const envelope = recordEnvelope(run, trust)
  return appends.map((change) => recordOf(envelope, change))
}

/** A history that cannot be read cannot be written either, which is said where that is tried. */
async function withoutKnown(
  records: readonly HistoryRecord[],
  history: HistoryStore | null,
): Promise<readonly HistoryRecord[]> {
  const [first] = records
  if (first === undefined || history === null) return records
  try {
    const shas = new Set(records.map(({ testedSha }) => testedSha))
    const read = await history.read({ action: first.key.action, shas })
    const known = new Set(read.records.map(({ key }) => canonicalJson(key)))
    return records.filter(({ key }) => !known.has(canonicalJson(key)))
  } catch (error) {
    if (error instanceof PlatformError) return records
    throw error
  }
}

function withinBounds(
  records: readonly HistoryRecord[],
  maxBytes: number,
): { readonly records: readonly HistoryRecord[]; readonly notes: readonly string[] } {
  const kept: HistoryRecord[] = []
  const notes: string[] = []
  let bytes = 0
  for (const record of records) {
    const size = byteLength(JSON.stringify(record))
    if (bytes + size > maxBytes) notes.push(tooLong(record, maxBytes))
    else {
      kept.push(record)
      bytes += size
    }
  }
  return { records: kept, notes }
}

function tooLong({ key }: HistoryRecord, maxBytes: number): string {
  const most = `at most ${maxBytes / MIB} MiB`
  return `${legName(key)}: not kept in the history, where the run of such a change may leave ${most}.`
}
