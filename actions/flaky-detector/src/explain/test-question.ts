import type { GateConfig } from '@testwarden/core/action/define-action'
import type { HistoryRecord } from '@testwarden/core/model/history-record'
import type { TestKey } from '@testwarden/core/model/test-key'
import type { flakyConfig } from '../config.js'

export interface TestQuestion {
  readonly name: string
  /** Of this action, of every job and matrix cell. */
  readonly records: readonly HistoryRecord[]
  /** First parents of the default branch, newest first. */
  readonly firstParents: readonly string[]
  readonly config: GateConfig<typeof flakyConfig>
  /** ISO 8601 */
  readonly now: string
  /** Tests of the reports at hand, with their attempts: `P`, `FP`. */
  readonly reported: ReadonlyMap<TestKey, string>
}
