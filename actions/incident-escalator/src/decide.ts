import type { GateConfig } from '@testwarden/core/action/define-action'
import { headlineOf } from '@testwarden/core/limits/headline'
import type { Decision } from '@testwarden/core/model/decision'
import type { Evidence } from '@testwarden/core/model/evidence'
import { worstOutcome } from '@testwarden/core/model/outcome'
import { incidentChanges } from './changes/incident-changes.js'
import { rerunChanges } from './changes/rerun-changes.js'
import type { incidentsConfig } from './config.js'
import type { IncidentsFacts } from './facts.js'
import { recordRun } from './record.js'
import { openIncidents } from './rules/open-incidents.js'
import { reportProblems } from './rules/report-problems.js'
import { stoppedLine } from './rules/stopped-line.js'
import { type Rule, subjectOf } from './subject.js'

/** In the order of the verdict's table. */
const RULES: readonly Rule[] = [stoppedLine, openIncidents, reportProblems]

export function decide(evidence: Evidence<IncidentsFacts>, config: GateConfig<typeof incidentsConfig>): Decision {
  const subject = subjectOf(evidence, config)
  const judgements = RULES.map((rule) => rule(subject))
  const reasons = judgements.flatMap((judgement) => judgement.reasons)
  const isJudged = config.shared.mode.value !== 'collect'
  return {
    verdict: { outcome: worstOutcome(reasons.map(({ outcome }) => outcome)), headline: headlineOf(reasons), reasons },
    findings: isJudged ? judgements.flatMap((judgement) => judgement.findings) : [],
    // Jobs that run again read the record.
    changes: isJudged ? [...incidentChanges(subject), ...recordRun(subject), ...rerunChanges(subject)] : [],
  }
}
