import type { HistoryRecord } from '../model/history-record.js'

/** Append-only records of past runs. Every store passes `testkit/history-store-conformance`. */
export interface HistoryStore {
  /** What the store is called on a page: `dir:.testwarden/history`. */
  readonly name: string
  /**
   * Records of one action, oldest first. A store that holds nothing yet answers with none; a store that cannot be read
   * throws, because an empty answer would erase every baseline.
   * @throws PlatformError
   */
  read(query: HistoryQuery): Promise<HistoryRead>
  /**
   * Appends one record. The same key with the same content is one record, so that a retried step is harmless.
   * @throws PlatformError when the key exists with other content, or when nothing can be written.
   */
  append(record: HistoryRecord): Promise<'appended' | 'already-there'>
  /**
   * Appends records of one action: as one write where the store has such a thing, else one after the other, so that a
   * failure may leave some. Doing it again is harmless.
   * @throws PlatformError as {@link append}
   */
  appendAll(records: readonly HistoryRecord[]): Promise<void>
}

export interface HistoryQuery {
  readonly action: string
  /** Only records of these commits; all when absent. */
  readonly shas?: ReadonlySet<string>
}

export interface HistoryRead {
  readonly records: readonly HistoryRecord[]
  /** Segments that could not be used (damaged, written by a newer version), for people. They are left as they are. */
  readonly warnings: readonly string[]
}
