import type { OutputDefinition } from '@testwarden/core/action/define-action'
import type { Count } from '@testwarden/core/model/count'
import { countBy } from '@testwarden/core/model/coverage-formula'
import { isRest } from './components/component-id.js'
import { type ComponentRow, componentRows } from './components/component-rows.js'
import type { CoverageFacts } from './facts.js'
import { countingOfDecision, type HeadlineCounting, patchCounting } from './formula.js'
import { patchCounts, patchCoverage } from './patch.js'
import { projectTotals } from './subject.js'

/** Empty where there is nothing to count: 0/0 is neither 0 % nor 100 %. */
export const OUTPUTS: readonly OutputDefinition<CoverageFacts>[] = [
  output(
    'line-rate',
    'Percent of the coverable lines that ran, or of what `formula` counts, two decimals, rounded down.',
    (facts, headline) => percentFloored(countBy(headline.counting, projectTotals(facts))),
  ),
  output(
    'formula',
    'How `line-rate` and `patch-line-rate` are counted: `lines`, `tool`, `codecov` or `sonar`.',
    (_, { formula }) => formula,
  ),
  output('rate-covered', 'Covered of what `formula` counts: what `line-rate` is computed from.', (facts, headline) =>
    textOf(countBy(headline.counting, projectTotals(facts))?.covered),
  ),
  output('rate-total', 'All of what `formula` counts.', (facts, headline) =>
    textOf(countBy(headline.counting, projectTotals(facts))?.total),
  ),
  output('covered-lines', 'Coverable lines that ran.', (facts) => String(projectTotals(facts).lines.covered)),
  output('total-lines', 'All coverable lines.', (facts) => String(projectTotals(facts).lines.total)),
  output('branch-rate', 'Percent of all branches that were taken; empty without branch data.', (facts) =>
    percentFloored(projectTotals(facts).branches),
  ),
  output('covered-branches', 'Branches that were taken; empty without branch data.', (facts) =>
    textOf(projectTotals(facts).branches?.covered),
  ),
  output('total-branches', 'All branches; empty without branch data.', (facts) =>
    textOf(projectTotals(facts).branches?.total),
  ),
  output(
    'patch-line-rate',
    'Percent of the changed coverable lines that ran, or of what `formula` counts of them; empty without any.',
    (facts, headline) => percentFloored(patchCount(facts, headline)),
  ),
  output('covered-patch-lines', 'Changed coverable lines that ran; empty when the change is not known.', (facts) =>
    textOf(patchCoverage(facts)?.lines.covered),
  ),
  output('total-patch-lines', 'Changed coverable lines; empty when the change is not known.', (facts) =>
    textOf(patchCoverage(facts)?.lines.total),
  ),
  {
    name: 'components',
    description:
      'Components as JSON (`testwarden.components/1`), the worst first: name, outcome, covered and all lines; by the formula of all, of the change and of the baseline; where the counts come from. Empty without components.',
    valueOf: (decision, { facts }) => componentsJson(componentRows(decision, facts)),
  },
  output('base-sha', 'Commit that the change was compared with; empty when there is none.', ({ changes }) =>
    changes.kind === 'known' ? changes.base : '',
  ),
]

function patchCount(facts: CoverageFacts, headline: HeadlineCounting): Count | null {
  const patch = patchCoverage(facts)
  return patch === null ? null : countBy(patchCounting(headline).counting, patchCounts(patch))
}

/** `84.71`, never rounded up: what is shown claims no more than what was measured. */
export function percentFloored(count: Count | null): string {
  if (count === null || count.total === 0) return ''
  const hundredths = String((BigInt(count.covered) * 10_000n) / BigInt(count.total)).padStart(3, '0')
  return `${hundredths.slice(0, -2)}.${hundredths.slice(-2)}`
}

/** The files that no component has are an entry whose name is null. */
function componentsJson(rows: readonly ComponentRow[]): string {
  if (rows.length === 0) return ''
  const components = rows.map(({ component, ...row }) => ({
    name: isRest(component) ? null : component.name,
    side: component.side,
    ...row,
  }))
  return JSON.stringify({ schema: 'testwarden.components/1', components })
}

function textOf(value: number | undefined): string {
  return value === undefined ? '' : String(value)
}

function output(
  name: string,
  description: string,
  valueFrom: (facts: CoverageFacts, headline: HeadlineCounting) => string,
): OutputDefinition<CoverageFacts> {
  return {
    name,
    description,
    valueOf: (decision, { facts }) => valueFrom(facts, countingOfDecision(decision, facts)),
  }
}
