import type { Count } from '@testwarden/core/model/count'
import type { Decision } from '@testwarden/core/model/decision'
import { OUTCOMES, type Outcome, worstOutcome } from '@testwarden/core/model/outcome'
import { soleBaseline } from '../baseline.js'
import type { ComponentFacts, CoverageFacts } from '../facts.js'
import { patchCoverage } from '../patch.js'
import { projectTotals } from '../subject.js'
import { carriedFrom, componentLabel, factsOfComponents, hasOtherPaths } from './component-facts.js'
import { isRest } from './component-id.js'
import { unreportedComponents } from './lost-components.js'

/** What page and outputs tell of one component. */
export interface ComponentRow {
  readonly component: ComponentFacts
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
  return rows.sort(worstFirst)
}

function sourceOf(facts: CoverageFacts, component: ComponentFacts): CountSource {
  if (component.fileCount === 0) return { kind: 'no-file' }
  if (unreportedComponents(facts).includes(component)) return { kind: 'no-report' }
  const sha = carriedFrom(facts, component)
  return sha === null ? { kind: 'reports' } : { kind: 'carried', sha }
}

function countsOf(facts: CoverageFacts): Pick<ComponentRow, 'lines' | 'patch'> {
  return { lines: projectTotals(facts).lines, patch: patchCoverage(facts)?.lines ?? null }
}

function worstFirst(left: ComponentRow, right: ComponentRow): number {
  const [leftIsRest, rightIsRest] = [isRest(left.component), isRest(right.component)]
  if (leftIsRest || rightIsRest) return Number(leftIsRest) - Number(rightIsRest)
  return OUTCOMES.indexOf(right.outcome) - OUTCOMES.indexOf(left.outcome) || rateOrder(left.lines, right.lines)
}

/** By products of integers, as everywhere; without a line there is no rate, which comes first. */
function rateOrder(left: Count, right: Count): number {
  const [one, other] = [BigInt(left.covered) * BigInt(right.total), BigInt(right.covered) * BigInt(left.total)]
  if (left.total === 0 || right.total === 0) return Number(right.total === 0) - Number(left.total === 0)
  return one < other ? -1 : one > other ? 1 : 0
}
