import type { Count } from '@testwarden/core/model/count'
import { countBy } from '@testwarden/core/model/coverage-formula'
import type { Decision } from '@testwarden/core/model/decision'
import { OUTCOMES, type Outcome, worstOutcome } from '@testwarden/core/model/outcome'
import { soleBaseline } from '../baseline.js'
import type { ComponentFacts, CoverageFacts } from '../facts.js'
import { countingOfDecision, type HeadlineCounting, patchCounting } from '../formula.js'
import { patchCounts, patchCoverage } from '../patch.js'
import { projectTotals } from '../subject.js'
import { carriedFrom, componentLabel, factsOfComponents, hasOtherPaths } from './component-facts.js'
import { isRest } from './component-id.js'
import { unreportedComponents } from './lost-components.js'

/** What page and outputs tell of one component. */
export interface ComponentRow {
  readonly component: ComponentFacts
  readonly outcome: Outcome
  readonly lines: Count
  /** As the formula counts; null: the reports do not tell. */
  readonly counted: Count | null
  /** Of the changed lines, as the formula counts; null: the change is not known. */
  readonly patch: Count | null
  /** Of the baseline, as the formula counts, by the same paths; null without one. */
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
export function componentRows(decision: Decision, facts: CoverageFacts): readonly ComponentRow[] {
  if (facts.components.length === 0) return []
  const { reasons } = decision.verdict
  const headline = countingOfDecision(decision, facts)
  const rows = [...factsOfComponents(facts)].map(([component, own]): ComponentRow => {
    const label = componentLabel(component)
    const outcomes = reasons.filter((reason) => reason.component === label).map(({ outcome }) => outcome)
    const source = sourceOf(facts, component)
    return { ...countsOf(own, headline), component, outcome: worstOutcome(outcomes), source }
  })
  return rows.sort(worstFirst)
}

function sourceOf(facts: CoverageFacts, component: ComponentFacts): CountSource {
  if (component.fileCount === 0) return { kind: 'no-file' }
  if (unreportedComponents(facts).includes(component)) return { kind: 'no-report' }
  const sha = carriedFrom(facts, component)
  return sha === null ? { kind: 'reports' } : { kind: 'carried', sha }
}

type RowCounts = Pick<ComponentRow, 'lines' | 'counted' | 'patch' | 'baseline'>

function countsOf(facts: CoverageFacts, headline: HeadlineCounting): RowCounts {
  const totals = projectTotals(facts)
  const patch = patchCoverage(facts)
  const then = hasOtherPaths(facts) ? null : soleBaseline(facts)
  return {
    lines: totals.lines,
    counted: countBy(headline.counting, totals),
    patch: patch === null ? null : countBy(patchCounting(headline).counting, patchCounts(patch)),
    baseline: then === null ? null : countBy(headline.counting, then.totals),
  }
}

function worstFirst(left: ComponentRow, right: ComponentRow): number {
  const [leftIsRest, rightIsRest] = [isRest(left.component), isRest(right.component)]
  if (leftIsRest || rightIsRest) return Number(leftIsRest) - Number(rightIsRest)
  return (
    OUTCOMES.indexOf(right.outcome) - OUTCOMES.indexOf(left.outcome) ||
    rateOrder(left.counted ?? left.lines, right.counted ?? right.lines)
  )
}

/** By products of integers, as everywhere; without a line there is no rate, which comes first. */
function rateOrder(left: Count, right: Count): number {
  const [one, other] = [BigInt(left.covered) * BigInt(right.total), BigInt(right.covered) * BigInt(left.total)]
  if (left.total === 0 || right.total === 0) return Number(right.total === 0) - Number(left.total === 0)
  return one < other ? -1 : one > other ? 1 : 0
}
