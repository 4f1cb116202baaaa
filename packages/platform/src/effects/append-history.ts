import type { AppendHistory } from '@testwarden/core/model/change'
import { PlatformError } from '@testwarden/core/model/errors'
import { resolveReferences } from '@testwarden/core/model/resolve-references'
import type { HistoryStore } from '@testwarden/core/ports/history-store'
import { type RecordEnvelope, recordOf } from '../record-of-run.js'
import { type Effect, receiptOf } from './effect.js'

/** A change with what only the pipeline knows: the envelope of the record, and where records go. */
export interface AppendRecord extends AppendHistory {
  readonly record: RecordEnvelope
  readonly store: HistoryStore | null
}

/** The receipt's id is the name of the store. */
export const appendHistoryEffect: Effect<AppendRecord> = {
  perform: ({ record, store, ...change }, { receipts }) =>
    receiptOf(change.key, async () => {
      if (store === null) throw noStore()
      if (record.testedSha === '') throw noCommit()
      const body = resolveReferences(change.body, receipts)
      await store.append(recordOf(record, { ...change, body }))
      return store.name
    }),
  describe: ({ record, store }) =>
    `append the record of ${record.testedSha.slice(0, 7)} to ${store?.name ?? 'no history'}`,
}

export function noStore(): PlatformError {
  return new PlatformError('No history is configured, so this run cannot become a baseline.', {
    remedy:
      'Set `history: git:testwarden-history`, with `permissions: contents: write` in the job that writes it, or `history: dir:<path>`, and keep that folder from run to run.',
  })
}

function noCommit(): PlatformError {
  return new PlatformError('This run tested no commit that is known, so it cannot become a baseline.', {
    remedy: 'Run the action in a workflow, after actions/checkout.',
  })
}
