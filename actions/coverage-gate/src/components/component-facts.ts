import type { CoverageCounts } from '@testwarden/core/model/coverage-formula'
import { rememberByKey } from '@testwarden/core/model/remember-by-key'
import type { RecordedBaseline } from '../baseline.js'
import type { BaselineFacts, ComponentFacts, ComponentId, CoverageFacts } from '../facts.js'
import { carriedComponents, carriedFiles, isSamePaths } from './carry-forward.js'
import { isRest, isSameComponent, membersOf } from './component-id.js'

/** `api`, `api, paths of the base`, or `everything else` */
export function componentLabel({ name, side }: ComponentId): string {
  if (isRest({ name })) return 'everything else'
  return side === 'tested' ? name : `${name}, paths of the base`
}

/**
 * For each component the facts as if the repository held nothing else: what judges the whole judges these too. They have
 * the baseline's counts of the component, and no components themselves.
 */
export const factsOfComponents = rememberByKey(
  (facts: CoverageFacts): ReadonlyMap<ComponentFacts, CoverageFacts> =>
    new Map(facts.components.map((component) => [component, factsOfComponent(facts, component)])),
)

function factsOfComponent(facts: CoverageFacts, component: ComponentFacts): CoverageFacts {
  const members = membersOf(component)
  const baselines = facts.baselines.map((baseline) => baselineOf(baseline, component))
  return { ...factsWithin(facts, (path) => members.has(path)), baselines }
}

function factsWithin(facts: CoverageFacts, isIn: (path: string) => boolean): CoverageFacts {
  const { changes } = facts
  const carried = carriedFiles(facts).filter(({ path }) => isIn(path))
  return {
    ...facts,
    files: facts.files.filter(({ path }) => isIn(path)),
    changes: changes.kind === 'known' ? { ...changes, files: changes.files.filter(({ path }) => isIn(path)) } : changes,
    components: [],
    carried: carried.length === 0 ? [] : [{ name: '', side: 'tested', sha: '', tool: null, files: carried }],
  }
}

function baselineOf(baseline: BaselineFacts, { name, paths }: ComponentFacts): BaselineFacts {
  if (baseline.kind !== 'record') return baseline
  const recorded = baseline.components.find((other) => other.name === name)
  if (recorded === undefined)
    return { kind: 'none', reason: `The record of ${baseline.sha.slice(0, 10)} has no counts of this component yet.` }
  return { ...withTotals(baseline, recorded.totals), components: isSamePaths(recorded.paths, paths) ? [recorded] : [] }
}

function withTotals(baseline: RecordedBaseline, totals: CoverageCounts): RecordedBaseline {
  return { ...baseline, totals }
}

/** A record that counted the component by other paths says nothing about its present ones. */
export function hasOtherPaths({ baselines }: CoverageFacts): boolean {
  return baselines.some((baseline) => baseline.kind === 'record' && baseline.components.length === 0)
}

/** The commit whose record lends a component its counts; null where a report of this run has them. */
export function carriedFrom(facts: CoverageFacts, component: ComponentFacts): string | null {
  return carriedComponents(facts).find((carried) => isSameComponent(carried, component))?.sha ?? null
}
