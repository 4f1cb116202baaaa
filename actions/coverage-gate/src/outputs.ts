import type { OutputDefinition } from '@testwarden/core/action/define-action'
import type { Count } from '@testwarden/core/model/count'
import { isRest } from './components/component-id.js'
import { type ComponentRow, componentRows } from './components/component-rows.js'
import type { CoverageFacts } from './facts.js'
import { patchCoverage } from './patch.js'
import { projectTotals } from './subject.js'

/** Empty where there is nothing to count: 0/0 is neither 0 % nor 100 %. */
export const OUTPUTS: readonly OutputDefinition<CoverageFacts>[] = [
  output('line-rate', 'Percent of all coverable lines that ran, two decimals, rounded down.', ({ facts }) =>
    percentFloored(projectTotals(facts).lines),
  ),
  output('covered-lines', 'Coverable lines that ran.', ({ facts }) => String(projectTotals(facts).lines.covered)),
  output('total-lines', 'All coverable lines.', ({ facts }) => String(projectTotals(facts).lines.total)),
  output('branch-rate', 'Percent of all branches that were taken; empty without branch data.', ({ facts }) =>
    percentFloored(projectTotals(facts).branches),
  ),
  output('covered-branches', 'Branches that were taken; empty without branch data.', ({ facts }) =>
    textOf(projectTotals(facts).branches?.covered),
  ),
  output('total-branches', 'All branches; empty without branch data.', ({ facts }) =>
    textOf(projectTotals(facts).branches?.total),
  ),
  output('patch-line-rate', 'Percent of the changed coverable lines that ran; empty without any.', ({ facts }) =>
    percentFloored(patchCoverage(facts)?.lines ?? null),
  ),
  output('covered-patch-lines', 'Changed coverable lines that ran; empty when the change is not known.', ({ facts }) =>
    textOf(patchCoverage(facts)?.lines.covered),
  ),
  output('total-patch-lines', 'Changed coverable lines; empty when the change is not known.', ({ facts }) =>
    textOf(patchCoverage(facts)?.lines.total),
  ),
  {
    name: 'components',
    description:
      'Components as JSON (`testwarden.components/1`), the worst first: name, outcome, covered and all lines, those of the change and of the baseline, where the counts come from. Empty without components.',
    valueOf: (decision, { facts }) => componentsJson(componentRows(decision, facts)),
  },
  output('base-sha', 'Commit that the change was compared with; empty when there is none.', ({ facts }) =>
    facts.changes.kind === 'known' ? facts.changes.base : '',
  ),
]

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
  valueFrom: (evidence: { readonly facts: CoverageFacts }) => string,
): OutputDefinition<CoverageFacts> {
  return { name, description, valueOf: (_decision, evidence) => valueFrom(evidence) }
}
