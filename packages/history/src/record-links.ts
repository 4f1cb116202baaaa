import type { HistoryRecord } from '@testwarden/core/model/history-record'
import { canonicalJson, variantKeyOf } from '@testwarden/core/model/record-key'

/** Which records of a history hold what others cannot be read without. */
export interface RecordLinks {
  /** Those that provide a need of the record; none: nobody does. */
  providersOf(record: HistoryRecord, need: string): readonly HistoryRecord[]
}

/** Contents are shared within a variant: readers of one look at no other. */
export function linkRecords(records: Iterable<HistoryRecord>): RecordLinks {
  const providers = new Map<string, HistoryRecord[]>()
  for (const record of records)
    for (const id of record.provides ?? []) {
      const name = nameOf(record, id)
      const known = providers.get(name)
      if (known === undefined) providers.set(name, [record])
      else known.push(record)
    }
  return { providersOf: (record, need) => providers.get(nameOf(record, need)) ?? [] }
}

/**
 * The records, and all that they rest on, one on the other: for each need that none of them provides the first provider
 * of all.
 */
export function withWhatTheyNeed(
  records: ReadonlySet<HistoryRecord>,
  all: readonly HistoryRecord[],
): ReadonlySet<HistoryRecord> {
  const links = linkRecords(all)
  const whole = new Set(records)
  for (const record of whole)
    for (const need of record.needs ?? []) {
      const providers = links.providersOf(record, need)
      const [first] = providers
      if (first !== undefined && !providers.some((provider) => whole.has(provider))) whole.add(first)
    }
  return whole
}

/** What the record needs and nobody provides. */
export function unmetNeeds(record: HistoryRecord, links: RecordLinks): readonly string[] {
  return (record.needs ?? []).filter((need) => links.providersOf(record, need).length === 0)
}

function nameOf({ key }: HistoryRecord, id: string): string {
  return `${id} ${canonicalJson(variantKeyOf(key))}`
}
