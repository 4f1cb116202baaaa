import type { HistoryRecord, Trust } from '@testwarden/core/model/history-record'
import { canonicalJson, type VariantKey, variantKeyOf } from '@testwarden/core/model/record-key'

/** Which records are wanted; whatever is absent does not restrict. */
export interface RecordFilter {
  readonly action?: string
  readonly shas?: ReadonlySet<string>
  /** The same job, matrix cell and step, whichever run. */
  readonly variant?: VariantKey
  /** Baselines ask for `default-branch` alone. */
  readonly trust?: ReadonlySet<Trust>
}

export function matchesFilter(record: HistoryRecord, { action, shas, variant, trust }: RecordFilter): boolean {
  if (action !== undefined && record.key.action !== action) return false
  if (shas !== undefined && !shas.has(record.testedSha)) return false
  if (trust !== undefined && !trust.has(record.trust)) return false
  return variant === undefined || canonicalJson(variantKeyOf(record.key)) === canonicalJson(variant)
}
