import type { Machine } from './evidence.js'
import type { RecordKey } from './record-key.js'

/** Who may believe a record: only `default-branch` ever serves as a baseline. */
export type Trust = 'default-branch' | 'pull-request' | 'fork'

/** What one run left behind. `body` belongs to the action that wrote it. */
export interface HistoryRecord {
  readonly schema: 'testwarden.record/1'
  readonly key: RecordKey
  readonly testedSha: string
  /** Of the tested commit: two records of one tree tested the same files. null where nobody could tell. */
  readonly tree: string | null
  readonly branch: string | null
  readonly event: string
  readonly trust: Trust
  /** ISO 8601, UTC. */
  readonly time: string
  readonly machine: Machine
  readonly body: unknown
  /** First parent of the tested commit; null where it has none. This and what follows is absent where nobody could tell. */
  readonly parent?: string | null
  readonly pullRequest?: number
  /** What the changed lines were told against. */
  readonly baseSha?: string
  /** Of the Testwarden that wrote it. */
  readonly version?: string
  /** Ids of contents that the body holds for other records of its variant. */
  readonly provides?: readonly string[]
  /** Ids of contents that the body cannot be read without: a record that provides one stays as long as this one. */
  readonly needs?: readonly string[]
}
