import type { GateConfig } from '@testwarden/core/action/define-action'
import type { Evidence } from '@testwarden/core/model/evidence'
import type { Request } from '@testwarden/core/model/request'
import type { flakyConfig } from './config.js'
import type { FlakyFacts } from './facts.js'
import { askIssues } from './issues/ask-issues.js'
import { askReruns } from './rerun/ask-reruns.js'

/** What must still be run, and what must still be read. */
export function ask(evidence: Evidence<FlakyFacts>, config: GateConfig<typeof flakyConfig>): readonly Request[] {
  return [...askReruns(evidence, config), ...askIssues(evidence, config)]
}
