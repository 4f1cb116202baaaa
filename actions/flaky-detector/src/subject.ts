import type { GateConfig } from '@testwarden/core/action/define-action'
import type { Evidence } from '@testwarden/core/model/evidence'
import type { Finding } from '@testwarden/core/model/finding'
import type { Reason } from '@testwarden/core/model/verdict'
import type { flakyConfig } from './config.js'
import type { FlakyFacts } from './facts.js'

/** What every rule looks at. */
export interface Subject {
  readonly evidence: Evidence<FlakyFacts>
  readonly config: GateConfig<typeof flakyConfig>
}

/** Pure. No reason at all means that nobody set a limit. */
export type Rule = (subject: Subject) => Judgement

export interface Judgement {
  readonly reasons: readonly Reason[]
  readonly findings: readonly Finding[]
}
