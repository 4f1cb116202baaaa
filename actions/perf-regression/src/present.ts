import type { GateConfig } from '@testwarden/core/action/define-action'
import { reasonSections } from '@testwarden/core/limits/reason-sections'
import type { Decision } from '@testwarden/core/model/decision'
import type { Evidence } from '@testwarden/core/model/evidence'
import type { Page } from '@testwarden/core/model/page'
import type { perfConfig } from './config.js'
import type { PerfFacts } from './facts.js'
import { changedSections } from './page/changed.js'
import { courseSections } from './page/course.js'
import { pairSections } from './page/pairs.js'
import { promiseSections } from './page/promise.js'
import { reportSections } from './page/reports.js'
import { subjectOf } from './subject.js'

/** Told benchmark by benchmark, and report by report, each in its own place. */
const TOLD_ELSEWHERE: readonly string[] = ['slower', 'report-problems']

/** The verdict's table stands above all pages of a step; this is what a reader needs beyond it. */
export function present(
  { verdict }: Decision,
  evidence: Evidence<PerfFacts>,
  config: GateConfig<typeof perfConfig>,
): Page {
  return {
    gate: 'perf',
    title: 'Speed',
    sections: [
      ...changedSections(subjectOf(evidence, config)),
      ...reasonSections(verdict.reasons, TOLD_ELSEWHERE),
      ...pairSections(evidence.facts),
      ...promiseSections(subjectOf(evidence, config)),
      ...courseSections(subjectOf(evidence, config)),
      ...reportSections(evidence.facts),
    ],
  }
}
