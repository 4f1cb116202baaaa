import type { GateConfig } from '@testwarden/core/action/define-action'
import { reasonSections } from '@testwarden/core/limits/reason-sections'
import type { Decision } from '@testwarden/core/model/decision'
import type { Evidence } from '@testwarden/core/model/evidence'
import type { Page } from '@testwarden/core/model/page'
import type { flakyConfig } from './config.js'
import type { FlakyFacts } from './facts.js'
import { issueNotes } from './issues/issue-notes.js'
import { excusedSections } from './page/excused.js'
import { failingSections } from './page/failing.js'
import { pastSections } from './page/past.js'
import { reportSections } from './page/reports.js'
import { slowSections } from './page/slow.js'
import { triedPolicySections } from './page/tried-policy.js'
import { subjectOf } from './subject.js'

/** Told failure by failure, and report by report, each in its own place. */
const TOLD_ELSEWHERE: readonly string[] = ['failing-tests', 'report-problems']

/** The verdict's table stands above all pages of a step; this is what a reader needs beyond it: diagnoses first. */
export function present(
  { verdict }: Decision,
  evidence: Evidence<FlakyFacts>,
  config: GateConfig<typeof flakyConfig>,
): Page {
  const subject = subjectOf(evidence, config)
  const { tests } = subject.judged
  return {
    gate: 'flaky',
    title: 'Tests',
    sections: [
      ...failingSections(subject.clusters, subject),
      ...reasonSections(verdict.reasons, TOLD_ELSEWHERE),
      ...excusedSections(tests),
      ...slowSections(subject),
      ...pastSections(subject),
      ...triedPolicySections(evidence.facts),
      ...issueNotes(subject),
      ...reportSections(evidence.facts),
    ],
  }
}
