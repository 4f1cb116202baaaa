import { rememberByKey } from '@testwarden/core/model/remember-by-key'
import { soleBaseline } from '../baseline.js'
import type { ComponentFacts, CoverageFacts } from '../facts.js'
import { carriedComponents, isReported, reportedPaths } from './carry-forward.js'
import { isSameComponent } from './component-id.js'

/** Components with files that no report of this run mentions and that nothing is carried for. */
export const unreportedComponents = rememberByKey((facts: CoverageFacts): readonly ComponentFacts[] => {
  const reported = reportedPaths(facts)
  const carried = carriedComponents(facts)
  return facts.components.filter(
    (component) =>
      component.fileCount > 0 &&
      !isReported(component, reported) &&
      !carried.some((other) => isSameComponent(other, component)),
  )
})

/** Those of them that the baseline has counts of: their report went missing. */
export function lostComponents(facts: CoverageFacts): readonly ComponentFacts[] {
  const known = soleBaseline(facts)?.components ?? []
  const counted = new Set(known.filter(({ totals }) => totals.lines.total > 0).map(({ name }) => name))
  return unreportedComponents(facts).filter(({ name }) => counted.has(name))
}
