import type { Count } from '@testwarden/core/model/count'
import type { Decision } from '@testwarden/core/model/decision'
import type { Column, Inline, Section } from '@testwarden/core/model/page'
import { formatFraction, formatInteger, formatPercent, formatPoints, NO_VALUE } from '@testwarden/core/render/numbers'
import { componentLabel } from '../components/component-facts.js'
import { isRest, membersOf } from '../components/component-id.js'
import { type ComponentRow, componentRows } from '../components/component-rows.js'
import type { ComponentFacts, CoverageFacts } from '../facts.js'
import { toRatio } from '../subject.js'

const SHOWN = 20

/** All components in one table, the worst first, and what a change took out of one. */
export function componentSections(decision: Decision, facts: CoverageFacts): Section[] {
  const rows = componentRows(decision, facts)
  if (rows.length === 0) return []
  const table: Section = {
    kind: 'table',
    heading: 'Components',
    columns: COLUMNS,
    rows: rows.map(rowOf),
  }
  return [table, ...leftSections(facts.components)]
}

const COLUMNS: readonly Column[] = [
  { title: 'component', align: 'left' },
  { title: 'verdict', align: 'left' },
  { title: 'project', align: 'right' },
  { title: 'patch', align: 'right' },
  { title: 'drop', align: 'right' },
  { title: 'counts', align: 'left' },
]

function rowOf({ component, outcome, counted, patch, baseline, source }: ComponentRow): Inline[] {
  return [
    componentLabel(component),
    isRest(component) && outcome === 'skipped' ? NO_VALUE : { kind: 'outcome', outcome },
    countCell(counted),
    countCell(patch),
    counted === null || baseline === null ? NO_VALUE : formatPoints(toRatio(counted), toRatio(baseline)),
    sourceCell(source),
  ]
}

function countCell(count: Count | null): string {
  if (count === null) return NO_VALUE
  const ratio = toRatio(count)
  return formatFraction(ratio, { counted: null, percent: formatPercent(ratio, null) })
}

function sourceCell(source: ComponentRow['source']): Inline {
  switch (source.kind) {
    case 'reports':
      return 'this run'
    case 'carried':
      return ['carried forward from ', { kind: 'code', text: source.sha.slice(0, 10) }, ', as its files are the same']
    case 'no-report':
      return 'in no report'
    case 'no-file':
      return 'no file'
  }
}

/** Files that a component has by the paths of the base and no longer by those of the change. */
function leftSections(components: readonly ComponentFacts[]): Section[] {
  const items = components.filter(({ side }) => side === 'base').flatMap((ofBase) => leftItems(ofBase, components))
  return items.length === 0 ? [] : [{ kind: 'list', heading: 'Left its component by this change', items }]
}

function leftItems(ofBase: ComponentFacts, components: readonly ComponentFacts[]): Inline[] {
  const now = components.find(({ name, side }) => name === ofBase.name && side === 'tested')
  const kept = now === undefined ? new Set<string>() : membersOf(now)
  const left = ofBase.members.filter((path) => !kept.has(path))
  const items = left.slice(0, SHOWN).map((path): Inline => [`${ofBase.name}: `, { kind: 'location', path, ranges: [] }])
  const more = left.length - SHOWN
  return more > 0 ? [...items, `${ofBase.name}: and ${formatInteger(more)} more`] : items
}
