import type { GateConfig } from '@testwarden/core/action/define-action'
import { reasonSections } from '@testwarden/core/limits/reason-sections'
import type { Decision } from '@testwarden/core/model/decision'
import type { Evidence } from '@testwarden/core/model/evidence'
import type { Page } from '@testwarden/core/model/page'
import type { perfConfig } from './config.js'
import type { PerfFacts } from './facts.js'
import { reportSections } from './page/reports.js'

/** The verdict's table stands above all pages of a step; this is what a reader needs beyond it. */
export function present(
  { verdict }: Decision,
  evidence: Evidence<PerfFacts>,
  _config: GateConfig<typeof perfConfig>,
): Page {
  return {
    gate: 'perf',
    title: 'Speed',
    sections: [...reasonSections(verdict.reasons, ['report-problems']), ...reportSections(evidence.facts)],
  }
}
