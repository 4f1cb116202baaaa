import type { AppendRecords as RecordsChange } from '@testwarden/core/model/change'
import { resolveReferences } from '@testwarden/core/model/resolve-references'
import type { HistoryStore } from '@testwarden/core/ports/history-store'
import { noStore } from './append-history.js'
import { type Effect, receiptOf } from './effect.js'

/** A change with what only the pipeline knows: where records go. */
export interface AppendRecords extends RecordsChange {
  readonly store: HistoryStore | null
}

/** The receipt's id is the name of the store. */
export const appendRecordsEffect: Effect<AppendRecords> = {
  perform: ({ key, records, store }, { receipts }) =>
    receiptOf(key, async () => {
      if (store === null) throw noStore()
      await store.appendAll(records.map((record) => ({ ...record, body: resolveReferences(record.body, receipts) })))
      return store.name
    }),
  describe: ({ records, store }) => `append ${records.length} records to ${store?.name ?? 'no history'}`,
}
