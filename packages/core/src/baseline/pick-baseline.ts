import type { HistoryRecord } from '../model/history-record.js'
import { canonicalJson, type VariantKey, variantKeyOf } from '../model/record-key.js'

export interface PickedBaseline {
  readonly record: HistoryRecord
  /** First-parent steps from the commit that was asked for; 0 is that commit itself. */
  readonly distance: number
}

/**
 * The record to compare with: the nearest ancestor's that has one of the same variant. Records of pull requests and
 * forks are never believed. Of several for one commit (a rerun) the last one counts.
 * @param query.ancestors nearest first, along first parents
 */
export function pickBaseline(query: {
  readonly records: Iterable<HistoryRecord>
  readonly ancestors: readonly string[]
  readonly variant: VariantKey
}): PickedBaseline | null {
  const wanted = canonicalJson(query.variant)
  const bySha = new Map<string, HistoryRecord>()
  for (const record of query.records) {
    if (record.trust !== 'default-branch' || canonicalJson(variantKeyOf(record.key)) !== wanted) continue
    const known = bySha.get(record.testedSha)
    if (known === undefined || isLater(record, known)) bySha.set(record.testedSha, record)
  }
  for (const [distance, sha] of query.ancestors.entries()) {
    const record = bySha.get(sha)
    if (record !== undefined) return { record, distance }
  }
  return null
}

/** Times may be equal or from two clocks; run and attempt make the choice the same on every machine. */
function isLater(left: HistoryRecord, right: HistoryRecord): boolean {
  if (left.time !== right.time) return left.time > right.time
  if (left.key.run !== right.key.run) return left.key.run > right.key.run
  return left.key.attempt > right.key.attempt
}
