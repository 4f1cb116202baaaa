import type { HistoryRecord } from '../model/history-record.js'
import { canonicalJson, type VariantKey, variantKeyOf } from '../model/record-key.js'

export interface PickedBaseline {
  readonly record: HistoryRecord
  /** First-parent steps from the commit that was asked for; 0 is that commit itself. */
  readonly distance: number
  /**
   * `same-variant`: written by this very job and matrix cell. `stand-in`: by the only other job that keeps records for
   * this matrix cell, such as a workflow of its own for pushes; whoever uses it says so.
   */
  readonly kinship: 'same-variant' | 'stand-in'
}

/**
 * The record to compare with: the nearest ancestor's that has one of the same variant. Records of pull requests and
 * forks are never believed. Of several for one commit (a rerun) the last one counts. Records that two callers of one
 * reusable workflow left in one run are nobody's: which is whose cannot be told in another run.
 * @param query.ancestors nearest first, along first parents
 */
export function pickBaseline(query: {
  readonly records: Iterable<HistoryRecord>
  readonly ancestors: readonly string[]
  readonly variant: VariantKey
}): PickedBaseline | null {
  const ways = new Set(query.ancestors)
  const believed = withoutTwins(
    [...query.records].filter(({ trust, testedSha }) => trust === 'default-branch' && ways.has(testedSha)),
  )
  const wanted = canonicalJson(query.variant)
  const own = believed.filter((record) => variantText(record) === wanted)
  if (own.length > 0) return nearest(own, query.ancestors, 'same-variant')
  const kin = believed.filter(({ key }) => key.matrix === query.variant.matrix)
  // Of two jobs nobody can say which one is meant.
  if (new Set(kin.map(variantText)).size !== 1) return null
  return nearest(kin, query.ancestors, 'stand-in')
}

function withoutTwins(records: readonly HistoryRecord[]): readonly HistoryRecord[] {
  const jobs = new Map<string, Set<string>>()
  for (const record of records) {
    const known = jobs.get(attemptText(record)) ?? new Set()
    jobs.set(attemptText(record), known.add(record.key.checkRun))
  }
  return records.filter((record) => jobs.get(attemptText(record))?.size === 1)
}

function attemptText(record: HistoryRecord): string {
  return canonicalJson([variantText(record), record.key.run, record.key.attempt])
}

function nearest(
  records: readonly HistoryRecord[],
  ancestors: readonly string[],
  kinship: PickedBaseline['kinship'],
): PickedBaseline | null {
  const bySha = new Map<string, HistoryRecord>()
  for (const record of records) {
    const known = bySha.get(record.testedSha)
    if (known === undefined || isLater(record, known)) bySha.set(record.testedSha, record)
  }
  for (const [distance, sha] of ancestors.entries()) {
    const record = bySha.get(sha)
    if (record !== undefined) return { record, distance, kinship }
  }
  return null
}

function variantText({ key }: HistoryRecord): string {
  return canonicalJson(variantKeyOf(key))
}

/** Times may be equal or from two clocks; run and attempt make the choice the same on every machine. */
function isLater(left: HistoryRecord, right: HistoryRecord): boolean {
  if (left.time !== right.time) return left.time > right.time
  if (left.key.run !== right.key.run) return left.key.run > right.key.run
  return left.key.attempt > right.key.attempt
}
