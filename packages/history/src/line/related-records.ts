import type { HistoryRecord } from '@testwarden/core/model/history-record'
import { canonicalJson, type RecordKey, type VariantKey, variantKeyOf } from '@testwarden/core/model/record-key'

/** The records that tell the past of a run. */
export interface RelatedRecords {
  readonly records: readonly HistoryRecord[]
  /** The other job that wrote them; null: this one did. */
  readonly standIn: VariantKey | null
}

/**
 * Those of this very job, matrix cell and step. Where none of them is of the default branch, also those of the only
 * other job that keeps records of this matrix cell: a workflow of its own for pushes, or what a developer's machine is
 * compared with. Of two other jobs nobody can say which one is meant.
 */
export function relatedRecords(all: readonly HistoryRecord[], key: RecordKey): RelatedRecords {
  const own = ofVariant(all, variantKeyOf(key))
  if (own.some(isOfDefaultBranch)) return { records: own, standIn: null }
  // A change names its jobs as it likes: it neither brings a stand-in nor makes one doubtful.
  const kin = all.filter((record) => isOfDefaultBranch(record) && record.key.matrix === key.matrix)
  const [first] = kin
  if (first === undefined || new Set(kin.map(variantText)).size !== 1) return { records: own, standIn: null }
  const standIn = variantKeyOf(first.key)
  // What pull requests of this job left behind contradicts as well as it did.
  return { records: [...ofVariant(all, standIn), ...own], standIn }
}

/** For people, who wonder whose past they read. */
export function standInText({ workflow, job }: VariantKey): string {
  return `This job has no record of its own: earlier runs are those of the job ${job} of ${workflow}.`
}

function isOfDefaultBranch({ trust }: HistoryRecord): boolean {
  return trust === 'default-branch'
}

function ofVariant(all: readonly HistoryRecord[], variant: VariantKey): readonly HistoryRecord[] {
  const wanted = canonicalJson(variant)
  return all.filter((record) => variantText(record) === wanted)
}

function variantText({ key }: HistoryRecord): string {
  return canonicalJson(variantKeyOf(key))
}
