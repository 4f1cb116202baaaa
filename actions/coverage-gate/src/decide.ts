import type { GateConfig } from '@testwarden/core/action/define-action'
import { tellAccept } from '@testwarden/core/limits/accept'
import type { Decision } from '@testwarden/core/model/decision'
import type { Evidence } from '@testwarden/core/model/evidence'
import { worstOutcome } from '@testwarden/core/model/outcome'
import { recordBaseline } from './baseline-record.js'
import type { coverageConfig } from './config.js'
import type { CoverageFacts } from './facts.js'
import { headlineOf } from './headline.js'
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

/** In the order of the verdict's table. */
const RULES: readonly Rule[] = [
  patchLine,
  patchBranch,
  projectLine,
  projectBranch,
  projectStatement,
  projectFunction,
  drop,
  criticalModule,
  reportProblems,
  sameTree,
]

export function decide(evidence: Evidence<CoverageFacts>, config: GateConfig<typeof coverageConfig>): Decision {
  const subject = subjectOf(evidence, config)
  const judgements = RULES.map((rule) => rule(subject))
  const reasons = judgements.flatMap((judgement) => judgement.reasons).map(tellAccept)
  const isJudged = config.shared.mode.value !== 'collect'
  return {
    verdict: { outcome: worstOutcome(reasons.map(({ outcome }) => outcome)), headline: headlineOf(reasons), reasons },
    findings: isJudged ? judgements.flatMap((judgement) => judgement.findings) : [],
    changes: isJudged ? recordBaseline(evidence) : [],
  }
}
