import type { GateConfig } from '@testwarden/core/action/define-action'
import type { Count } from '@testwarden/core/model/count'
import type { CoverageCounts } from '@testwarden/core/model/coverage-formula'
import type { Evidence } from '@testwarden/core/model/evidence'
import type { Finding } from '@testwarden/core/model/finding'
import { rememberByKey } from '@testwarden/core/model/remember-by-key'
import type { Reason } from '@testwarden/core/model/verdict'
import { carriedFiles } from './components/carry-forward.js'
import { sumFiles } from './components/recorded-parts.js'
import type { coverageConfig } from './config.js'
import { countsOfFile } from './count-file.js'
import type { CarriedFile, CoverageFacts } from './facts.js'
import type { HeadlineCounting } from './formula.js'
import { type PatchCoverage, patchCoverage } from './patch.js'

/** What every rule looks at: the evidence, the policy, and what both rules and page count from the evidence. */
export interface Subject {
  readonly evidence: Evidence<CoverageFacts>
  readonly config: GateConfig<typeof coverageConfig>
  readonly headline: HeadlineCounting
  readonly totals: CoverageCounts
  /** null: which lines were changed is not known. */
  readonly patch: PatchCoverage | null
}

/** Pure. No reason at all means that nobody set a limit. */
export type Rule = (subject: Subject) => Judgement

export interface Judgement {
  readonly reasons: readonly Reason[]
  readonly findings: readonly Finding[]
}

export function subjectOf(judged: Pick<Subject, 'evidence' | 'config' | 'headline'>): Subject {
  const { facts } = judged.evidence
  return { ...judged, totals: projectTotals(facts), patch: patchCoverage(facts) }
}

/** Our recount of everything that the reports list, and what is carried. */
export const projectTotals = rememberByKey(countProject)

function countProject(facts: CoverageFacts): CoverageCounts {
  return sumFiles(countedFiles(facts))
}

/** Each file's counts, ascending by path: those of this run's reports, and those that are carried from an earlier one. */
export const countedFiles = rememberByKey((facts: CoverageFacts): readonly CarriedFile[] => {
  const own = facts.files.map((file) => ({ path: file.path, totals: countsOfFile(file) }))
  const carried = carriedFiles(facts)
  return carried.length === 0 ? own : [...own, ...carried].sort((left, right) => (left.path < right.path ? -1 : 1))
})

export function toRatio({ covered, total }: Count): { readonly numerator: number; readonly denominator: number } {
  return { numerator: covered, denominator: total }
}
