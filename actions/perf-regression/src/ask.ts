import type { GateConfig } from '@testwarden/core/action/define-action'
import type { Evidence } from '@testwarden/core/model/evidence'
import type { Request } from '@testwarden/core/model/request'
import type { perfConfig } from './config.js'
import type { PerfFacts } from './facts.js'
import { askKernel } from './kernel.js'
import { pairSubjectOf } from './pair-subject.js'
import { askPairs } from './paired/ask-pairs.js'

/** What must still be measured. */
export function ask(evidence: Evidence<PerfFacts>, config: GateConfig<typeof perfConfig>): readonly Request[] {
  const subject = pairSubjectOf(evidence, config)
  return [...askKernel(evidence), ...(subject === null ? [] : askPairs(subject))]
}
