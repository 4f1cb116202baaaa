import type { Machine } from './evidence.js'
import type { RecordKey } from './record-key.js'

/** Who may believe a record: only `default-branch` ever serves as a baseline. */
export type Trust = 'default-branch' | 'pull-request' | 'fork'

/** What one run left behind. `body` belongs to the action that wrote it. */
export interface HistoryRecord {
  readonly schema: 'testwarden.record/1'
  readonly key: RecordKey
  readonly testedSha: string
  readonly tree: string | null
  readonly branch: string | null
  readonly event: string
  readonly trust: Trust
  /** ISO 8601, UTC. */
  readonly time: string
  readonly machine: Machine
  readonly body: unknown
}
