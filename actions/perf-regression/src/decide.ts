import type { GateConfig } from '@testwarden/core/action/define-action'
import type { Decision } from '@testwarden/core/model/decision'
import type { Evidence } from '@testwarden/core/model/evidence'
import { worstOutcome } from '@testwarden/core/model/outcome'
import type { Reason } from '@testwarden/core/model/verdict'
import type { perfConfig } from './config.js'
import type { PerfFacts } from './facts.js'
import { fileLimit } from './rules/file-limit.js'
import { reportProblems } from './rules/report-problems.js'
import type { Rule } from './subject.js'

/** In the order of the verdict's table. */
const RULES: readonly Rule[] = [fileLimit, reportProblems]

export function decide(evidence: Evidence<PerfFacts>, config: GateConfig<typeof perfConfig>): Decision {
  const judgements = RULES.map((rule) => rule({ evidence, config }))
  const reasons = judgements.flatMap((judgement) => judgement.reasons)
  const isJudged = config.shared.mode.value !== 'collect'
  return {
    verdict: { outcome: worstOutcome(reasons.map(({ outcome }) => outcome)), headline: headlineOf(reasons), reasons },
    findings: isJudged ? judgements.flatMap((judgement) => judgement.findings) : [],
    changes: [],
  }
}

/** The message of the first reason that decided. */
function headlineOf(reasons: readonly Reason[]): string {
  const worst = worstOutcome(reasons.map(({ outcome }) => outcome))
  return reasons.find(({ outcome }) => outcome === worst)?.message ?? 'Nothing was judged.'
}
