import type { Decision } from '@testwarden/core/model/decision'
import type { Evidence } from '@testwarden/core/model/evidence'
import type { Page } from '@testwarden/core/model/page'
import type { CoverageFacts } from './facts.js'
import { baselineSections } from './page/base.js'
import { componentSections } from './page/components.js'
import { formulaSections } from './page/formula.js'
import { notJudged } from './page/not-judged.js'
import { problemSections, remedySections } from './page/problems.js'
import { reportSections } from './page/reports.js'
import { untestedLines } from './page/untested-lines.js'
import { patchCoverage } from './patch.js'

/** The verdict's table stands above all pages of a step; this is what a reader needs beyond it. */
export function present(decision: Decision, evidence: Evidence<CoverageFacts>): Page {
  const patch = patchCoverage(evidence.facts)
  const isRecorded = decision.changes.some((change) => change.kind === 'append-history')
  return {
    gate: 'coverage',
    title: 'Coverage',
    sections: [
      ...(patch === null ? [] : untestedLines(decision, patch)),
      ...remedySections(decision, evidence, patch),
      ...problemSections(decision, evidence, patch),
      ...componentSections(decision, evidence.facts),
      ...notJudged(decision, patch),
      ...formulaSections(decision, evidence.facts),
      ...baselineSections(evidence, isRecorded),
      ...reportSections(evidence.facts),
    ],
  }
}
