import type { Count } from '@testwarden/core/model/count'
import type { Decision } from '@testwarden/core/model/decision'
import { OUTCOMES, type Outcome, worstOutcome } from '@testwarden/core/model/outcome'
import { soleBaseline } from './baseline.js'
import { carriedFrom, componentLabel, factsOfComponents, factsOfTheRest, hasOtherPaths } from './component-facts.js'
import type { ComponentFacts, CoverageFacts } from './facts.js'
import { unreportedComponents } from './lost-components.js'
import { patchCoverage } from './patch.js'
import { projectTotals } from './subject.js'

/** What page and outputs tell of one component, or of the files in none. */
export interface ComponentRow {
  /** null: the files that no component has. */
  readonly component: ComponentFacts | null
  readonly outcome: Outcome
  readonly lines: Count
  /** Changed coverable lines; null: the change is not known. */
  readonly patch: Count | null
  /** Lines in the baseline, by the same paths; null without one. */
  readonly baseline: Count | null
  readonly source: CountSource
}

/** Where the counts of a component come from. */
export type CountSource =
  | { readonly kind: 'reports' }
  | { readonly kind: 'carried'; readonly sha: string }
  | { readonly kind: 'no-report' }
  | { readonly kind: 'no-file' }

/** The worst first, then the least covered; the files in no component come last. Empty where there are no components. */
export function componentRows({ verdict }: Decision, facts: CoverageFacts): readonly ComponentRow[] {
  if (facts.components.length === 0) return []
  const rows = [...factsOfComponents(facts)].map(([component, own]): ComponentRow => {
    const label = componentLabel(component)
    const outcomes = verdict.reasons.filter((reason) => reason.component === label).map(({ outcome }) => outcome)
    const baseline = hasOtherPaths(own) ? null : (soleBaseline(own)?.totals.lines ?? null)
    const source = sourceOf(facts, component)
    return { ...countsOf(own), component, outcome: worstOutcome(outcomes), baseline, source }
  })
  return [...rows.sort(worstFirst), restRow(facts)]
}

function sourceOf(facts: CoverageFacts, component: ComponentFacts): CountSource {
  if (component.fileCount === 0) return { kind: 'no-file' }
  if (unreportedComponents(facts).includes(component)) return { kind: 'no-report' }
  const sha = carriedFrom(facts, component)
  return sha === null ? { kind: 'reports' } : { kind: 'carried', sha }
}

function restRow(facts: CoverageFacts): ComponentRow {
  const counts = countsOf(factsOfTheRest(facts))
  return { ...counts, component: null, outcome: 'skipped', baseline: null, source: { kind: 'reports' } }
}

function countsOf(facts: CoverageFacts): Pick<ComponentRow, 'lines' | 'patch'> {
  return { lines: projectTotals(facts).lines, patch: patchCoverage(facts)?.lines ?? null }
}

function worstFirst(left: ComponentRow, right: ComponentRow): number {
  return OUTCOMES.indexOf(right.outcome) - OUTCOMES.indexOf(left.outcome) || rateOrder(left.lines, right.lines)
}

/** By products of integers, as everywhere; without a line there is no rate, which comes first. */
function rateOrder(left: Count, right: Count): number {
  const [one, other] = [BigInt(left.covered) * BigInt(right.total), BigInt(right.covered) * BigInt(left.total)]
  if (left.total === 0 || right.total === 0) return Number(right.total === 0) - Number(left.total === 0)
  return one < other ? -1 : one > other ? 1 : 0
}
