import type { GateConfig } from '@testwarden/core/action/define-action'
import { type Count, NOTHING_COUNTED } from '@testwarden/core/model/count'
import type { CoverageTotals } from '@testwarden/core/model/coverage'
import { addTotals } from '@testwarden/core/model/coverage-totals'
import type { Evidence } from '@testwarden/core/model/evidence'
import type { Finding } from '@testwarden/core/model/finding'
import type { Reason } from '@testwarden/core/model/verdict'
import type { coverageConfig } from './config.js'
import type { CoverageFacts } from './facts.js'
import { countFileFacts } from './file-facts.js'
import { type PatchCoverage, patchCoverage } from './patch.js'
import { rememberByKey } from './remember.js'

/** What every rule looks at: the evidence, the policy, and what both rules and page count from the evidence. */
export interface Subject {
  readonly evidence: Evidence<CoverageFacts>
  readonly config: GateConfig<typeof coverageConfig>
  readonly totals: CoverageTotals
  /** null: which lines were changed is not known. */
  readonly patch: PatchCoverage | null
}

/** Pure. No reason at all means that nobody set a limit. */
export type Rule = (subject: Subject) => Judgement

export interface Judgement {
  readonly reasons: readonly Reason[]
  readonly findings: readonly Finding[]
}

export function subjectOf(evidence: Evidence<CoverageFacts>, config: GateConfig<typeof coverageConfig>): Subject {
  return { evidence, config, totals: projectTotals(evidence.facts), patch: patchCoverage(evidence.facts) }
}

/** Our recount of everything that the reports list. */
export const projectTotals = rememberByKey(countProject)

function countProject({ files }: CoverageFacts): CoverageTotals {
  let totals: CoverageTotals = { lines: NOTHING_COUNTED, branches: null, functions: null, statements: null }
  for (const file of files) totals = addTotals(totals, countFileFacts(file))
  return totals
}

export function toRatio({ covered, total }: Count): { readonly numerator: number; readonly denominator: number } {
  return { numerator: covered, denominator: total }
}
