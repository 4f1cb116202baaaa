import type { AppendHistory } from '@testwarden/core/model/change'
import type { RunContext } from '@testwarden/core/model/evidence'
import type { HistoryRecord } from '@testwarden/core/model/history-record'
import { canonicalJson, type VariantKey, variantKeyOf } from '@testwarden/core/model/record-key'
import { encodeRecord } from '@testwarden/history/record-codec'
import { reviewSegments } from '@testwarden/history/review'
import { planImport } from '@testwarden/history/transfer'
import type { ArchiveContent, ArchivePlan } from '@testwarden/platform/history/archive'
import { recordEnvelope, recordOf } from '@testwarden/platform/record-of-run'
import type { Fate } from './tell-runs.js'

/** What a past run leaves behind. */
export type PastRecord =
  | { readonly kind: 'new'; readonly change: AppendHistory }
  | { readonly kind: Exclude<Fate, 'new'> }

export interface PastRuns {
  /** In the order of time. */
  readonly runs: readonly RunContext[]
  readonly variant: VariantKey
  /** For the log of the history. */
  readonly title: string
  /** @param known records of the same variant, the new ones before it too, oldest first */
  recordFor(at: number, known: readonly HistoryRecord[]): PastRecord
}

export interface RecordsPlan extends ArchivePlan {
  /** What becomes of each run, in their order. */
  readonly fates: readonly Fate[]
}

/** The records that past runs would have left behind, on top of what the history holds. */
export function planRecords({ segments }: ArchiveContent, past: PastRuns): RecordsPlan {
  const wanted = canonicalJson(past.variant)
  const known = reviewSegments(segments)
    .records.filter(({ key }) => canonicalJson(variantKeyOf(key)) === wanted)
    .sort((left, right) => Date.parse(left.time) - Date.parse(right.time))
  const fates: Fate[] = []
  const added: HistoryRecord[] = []
  for (const [at, run] of past.runs.entries()) {
    const record = past.recordFor(at, [...known, ...added])
    fates.push(record.kind)
    if (record.kind === 'new') added.push(recordOf(recordEnvelope(run), record.change))
  }
  const text = added.map((record) => `${encodeRecord(record)}\n`).join('')
  const { edit } = planImport(segments, { path: 'reports', text })
  return { edit, fates, title: past.title }
}
