import { PlatformError } from '@testwarden/core/model/errors'
import type { HistoryRecord } from '@testwarden/core/model/history-record'
import type { HistoryStore } from '@testwarden/core/ports/history-store'

/** All records of an action, read once for all legs of a run; or why there are none. */
export type Shelf =
  | { readonly kind: 'read'; readonly records: readonly HistoryRecord[]; readonly warnings: readonly string[] }
  | { readonly kind: 'none'; readonly reason: string }
  | { readonly kind: 'unreadable'; readonly reason: string; readonly remedy: string | null }

const NO_HISTORY =
  'The job that publishes has no history, so nothing is known of earlier runs. Set `history` in the config file, where it and the legs find the same.'

/** @param history null: none is configured */
export async function readShelf(action: string, history: HistoryStore | null): Promise<Shelf> {
  if (history === null) return { kind: 'none', reason: NO_HISTORY }
  try {
    return { kind: 'read', ...(await history.read({ action })) }
  } catch (error) {
    if (!(error instanceof PlatformError)) throw error
    return { kind: 'unreadable', reason: error.message, remedy: error.remedy }
  }
}
