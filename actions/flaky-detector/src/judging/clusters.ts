import { withOwnRules } from '@testwarden/failures/categories/own-rules'
import { CATEGORY_RULES } from '@testwarden/failures/categories/registry'
import { clusterFailures, type FailureCluster } from '@testwarden/failures/cluster'
import type { FlakySettings } from '../config.js'
import type { Diagnosis } from '../diagnosis/diagnose.js'
import type { JudgedTest } from './judge-tests.js'

/** Tests that fail for one cause. */
export interface TestCluster extends Pick<FailureCluster, 'id' | 'fingerprints' | 'category'> {
  /** The one to show: of the worst diagnosis among them, so that no flake stands before a new failure. */
  readonly representative: JudgedTest
  /** In the order in which they were given. */
  readonly tests: readonly JudgedTest[]
}

const WORST_FIRST: readonly Diagnosis['kind'][] = [
  'new-failure',
  'no-history',
  'broken-since',
  'suspected-flake',
  'known-flake',
  'proven-flake',
  'infrastructure',
]

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
    if (shown === undefined) return []
    return [{ id, fingerprints, category, representative: worstOf(shown, all), tests: all }]
  })
}

/** The typical one, unless another is worse. */
function worstOf(typical: JudgedTest, tests: readonly JudgedTest[]): JudgedTest {
  return tests.reduce((worst, test) => (rankOf(test) < rankOf(worst) ? test : worst), typical)
}

function rankOf({ diagnosis }: JudgedTest): number {
  return WORST_FIRST.indexOf(diagnosis.kind)
}
