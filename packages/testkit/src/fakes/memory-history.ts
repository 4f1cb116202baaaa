import { PlatformError } from '@testwarden/core/model/errors'
import type { HistoryRecord } from '@testwarden/core/model/history-record'
import { canonicalJson } from '@testwarden/core/model/record-key'
import type { HistoryQuery, HistoryRead, HistoryStore } from '@testwarden/core/ports/history-store'

/** A history store without a disk. {@link breakWith} makes it a store that cannot be reached. */
export class MemoryHistory implements HistoryStore {
  readonly name = 'memory'
  readonly #records = new Map<string, HistoryRecord>()
  #fault: PlatformError | null = null

  constructor(records: Iterable<HistoryRecord> = []) {
    for (const record of records) this.#records.set(canonicalJson(record.key), record)
  }

  breakWith(fault: PlatformError | null): void {
    this.#fault = fault
  }

  async read({ action, shas }: HistoryQuery): Promise<HistoryRead> {
    this.#assertReachable()
    const records = [...this.#records.values()]
      .filter((record) => record.key.action === action && shas?.has(record.testedSha) !== false)
      .sort((left, right) => (left.time < right.time ? -1 : left.time > right.time ? 1 : 0))
    return { records, warnings: [] }
  }

  async append(record: HistoryRecord): Promise<'appended' | 'already-there'> {
    this.#assertReachable()
    const key = canonicalJson(record.key)
    const known = this.#records.get(key)
    if (known === undefined) {
      this.#records.set(key, record)
      return 'appended'
    }
    if (canonicalJson(known) === canonicalJson(record)) return 'already-there'
    throw new PlatformError(`The history has another record of the same run: ${key}.`)
  }

  async appendAll(records: readonly HistoryRecord[]): Promise<void> {
    for (const record of records) await this.append(record)
  }

  #assertReachable(): void {
    if (this.#fault !== null) throw this.#fault
  }
}
