import { withOwnRules } from '@testwarden/failures/categories/own-rules'
import { CATEGORY_RULES } from '@testwarden/failures/categories/registry'
import { clusterFailures, type FailureCluster } from '@testwarden/failures/cluster'
import type { FlakySettings } from '../config.js'
import type { JudgedTest } from './judge-tests.js'

/** Tests that fail for one cause. */
export interface TestCluster extends Pick<FailureCluster, 'id' | 'fingerprints' | 'category'> {
  /** The one to show. */
  readonly representative: JudgedTest
  /** In the order in which they were given. */
  readonly tests: readonly JudgedTest[]
}

/** The largest cause first. A test that failed in several ways is told by the first of them. */
export function clustersOf(tests: readonly JudgedTest[], own: FlakySettings): readonly TestCluster[] {
  const byKey = new Map(tests.map((test) => [test.key, test]))
  const inputs = tests.flatMap(({ key, facts }) => {
    const [failure] = facts.failures
    return failure === undefined ? [] : [{ test: key, failure }]
  })
  const rules = withOwnRules(own['failure-rules'].value, CATEGORY_RULES)
  return clusterFailures(inputs, rules).flatMap(({ id, fingerprints, category, representative, members }) => {
    const shown = byKey.get(representative.test)
    const all = members.flatMap(({ test }) => byKey.get(test) ?? [])
    return shown === undefined ? [] : [{ id, fingerprints, category, representative: shown, tests: all }]
  })
}
