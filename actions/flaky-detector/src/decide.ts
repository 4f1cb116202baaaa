import type { GateConfig } from '@testwarden/core/action/define-action'
import { headlineOf } from '@testwarden/core/limits/headline'
import type { Decision } from '@testwarden/core/model/decision'
import type { Evidence } from '@testwarden/core/model/evidence'
import { worstOutcome } from '@testwarden/core/model/outcome'
import type { flakyConfig } from './config.js'
import type { FlakyFacts } from './facts.js'
import { issueChanges } from './issues/issue-changes.js'
import { writeLists } from './lists.js'
import { recordRun } from './record.js'
import { failingTests } from './rules/failing-tests.js'
import { flakyTests } from './rules/flaky-tests.js'
import { missingTests } from './rules/missing-tests.js'
import { quarantines } from './rules/quarantines.js'
import { reportProblems } from './rules/report-problems.js'
import { timeBudgets } from './rules/time-budgets.js'
import { type Rule, subjectOf } from './subject.js'

/** In the order of the verdict's table. */
const RULES: readonly Rule[] = [failingTests, missingTests, flakyTests, timeBudgets, quarantines, reportProblems]

export function decide(evidence: Evidence<FlakyFacts>, config: GateConfig<typeof flakyConfig>): Decision {
  const subject = subjectOf(evidence, config)
  const judgements = RULES.map((rule) => rule(subject))
  const reasons = judgements.flatMap((judgement) => judgement.reasons)
  const isJudged = config.shared.mode.value !== 'collect'
  return {
    verdict: { outcome: worstOutcome(reasons.map(({ outcome }) => outcome)), headline: headlineOf(reasons), reasons },
    findings: isJudged ? judgements.flatMap((judgement) => judgement.findings) : [],
    // Files are for later steps of this very job; history and issues are for the one that judges.
    changes: [...writeLists(subject), ...(isJudged ? [...recordRun(subject), ...issueChanges(subject)] : [])],
  }
}
