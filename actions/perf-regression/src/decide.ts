import type { GateConfig } from '@testwarden/core/action/define-action'
import { headlineOf } from '@testwarden/core/limits/headline'
import type { Decision } from '@testwarden/core/model/decision'
import type { Evidence } from '@testwarden/core/model/evidence'
import { worstOutcome } from '@testwarden/core/model/outcome'
import type { perfConfig } from './config.js'
import type { PerfFacts } from './facts.js'
import { recordRun } from './record.js'
import { budgets } from './rules/budgets.js'
import { drift } from './rules/drift.js'
import { expiredRulesTold } from './rules/expired-rules.js'
import { fewRounds } from './rules/few-rounds.js'
import { missingBenchmarks } from './rules/missing-benchmarks.js'
import { pairsMeasured } from './rules/pairs.js'
import { relativeLimits } from './rules/relative-limits.js'
import { reportProblems } from './rules/report-problems.js'
import { slower } from './rules/slower.js'
import { wholeRun } from './rules/whole-run.js'
import { type Rule, subjectOf } from './subject.js'

/** In the order of the verdict's table. */
const RULES: readonly Rule[] = [
  slower,
  wholeRun,
  pairsMeasured,
  budgets,
  relativeLimits,
  drift,
  missingBenchmarks,
  fewRounds,
  expiredRulesTold,
  reportProblems,
]

export function decide(evidence: Evidence<PerfFacts>, config: GateConfig<typeof perfConfig>): Decision {
  const subject = subjectOf(evidence, config)
  const judgements = RULES.map((rule) => rule(subject))
  const reasons = judgements.flatMap((judgement) => judgement.reasons)
  const isJudged = config.shared.mode.value !== 'collect'
  return {
    verdict: { outcome: worstOutcome(reasons.map(({ outcome }) => outcome)), headline: headlineOf(reasons), reasons },
    findings: isJudged ? judgements.flatMap((judgement) => judgement.findings) : [],
    changes: isJudged ? recordRun(subject) : [],
  }
}
