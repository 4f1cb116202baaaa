import type { GateConfig } from '@testwarden/core/action/define-action'
import { tellAccept } from '@testwarden/core/limits/accept'
import { headlineOf } from '@testwarden/core/limits/headline'
import type { Decision } from '@testwarden/core/model/decision'
import type { Evidence } from '@testwarden/core/model/evidence'
import { worstOutcome } from '@testwarden/core/model/outcome'
import { recordBaseline } from './baseline-record.js'
import { judgeComponents } from './components/judge-components.js'
import type { coverageConfig } from './config.js'
import type { CoverageFacts } from './facts.js'
import { loudest } from './findings.js'
import { headlineCounting } from './formula.js'
import { componentReport } from './rules/component-report.js'
import { criticalModule } from './rules/critical-module.js'
import { drop } from './rules/drop.js'
import { patchBranch } from './rules/patch-branch.js'
import { patchLine } from './rules/patch-line.js'
import { projectBranch } from './rules/project-branch.js'
import { projectFunction } from './rules/project-function.js'
import { projectLine } from './rules/project-line.js'
import { projectStatement } from './rules/project-statement.js'
import { reportProblems } from './rules/report-problems.js'
import { sameTree } from './rules/same-tree.js'
import { type Rule, subjectOf } from './subject.js'

/** What is judged of the whole and of each component alike. In the order of the verdict's table. */
const RATE_RULES: readonly Rule[] = [
  patchLine,
  patchBranch,
  projectLine,
  projectBranch,
  projectStatement,
  projectFunction,
  drop,
]
const RULES: readonly Rule[] = [...RATE_RULES, criticalModule, reportProblems, sameTree, componentReport]

export function decide(evidence: Evidence<CoverageFacts>, config: GateConfig<typeof coverageConfig>): Decision {
  const headline = headlineCounting(config.own.formula.value, evidence.facts)
  const subject = subjectOf({ evidence, config, headline })
  const judgements = [...RULES.map((rule) => rule(subject)), ...judgeComponents(subject, RATE_RULES)]
  const reasons = judgements.flatMap((judgement) => judgement.reasons).map(tellAccept)
  const isJudged = config.shared.mode.value !== 'collect'
  return {
    verdict: { outcome: worstOutcome(reasons.map(({ outcome }) => outcome)), headline: headlineOf(reasons), reasons },
    findings: isJudged ? loudest(judgements.flatMap((judgement) => judgement.findings)) : [],
    changes: isJudged ? recordBaseline(evidence) : [],
  }
}
