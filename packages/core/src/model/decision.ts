import type { Change } from './change.js'
import type { Finding } from './finding.js'
import type { Verdict } from './verdict.js'

export interface Decision {
  readonly verdict: Verdict
  readonly findings: readonly Finding[]
  readonly changes: readonly Change[]
}
