import { isWorse } from '@testwarden/core/model/severity'
import { testNameOf } from '@testwarden/core/model/test-key'
import type { CategoryRule } from '@testwarden/failures/categories/category'
import { clusterFailures, type FailureCluster } from '@testwarden/failures/cluster'
import { type JudgedSeverity, judgeSeverity } from '../severity/judge-severity.js'
import type { SeverityRule } from '../severity/severity-rule.js'
import type { FailingTest, FailingTests } from './failing-tests.js'
import type { Trouble, TroubledTest } from './trouble.js'

export interface DetectionRules {
  readonly matrix: readonly SeverityRule[]
  readonly minTests: number
  readonly categories: readonly CategoryRule[]
}

const LISTED = 100
const MESSAGE_CHARACTERS = 300

/**
 * One trouble for each cause of failures, the largest first. Each is as severe as its own tests make it; the share of all
 * failures together is the severity of the largest at least: half of the tests are not less wrong for failing in three
 * ways.
 */
export function troublesOfTests(tests: FailingTests, rules: DetectionRules): readonly Trouble[] {
  const whole = judgeSeverity({ tests: { total: tests.total, failed: tests.failed.map(() => []) }, ...rules })
  if (whole === null) return []
  const byKey = new Map(tests.failed.map((test) => [test.key, test]))
  const inputs = tests.failed.map(({ key, failure }) => ({ test: key, failure }))
  return clusterFailures(inputs, rules.categories).map((cluster, index) => {
    const members = cluster.members.flatMap(({ test }) => byKey.get(test) ?? [])
    const own = severityOf(members, tests.total, rules) ?? whole
    const judged = index === 0 && isWorse(whole.severity, own.severity) ? whole : own
    return troubleOf(cluster, members, { judged, rules })
  })
}

function severityOf(
  failed: readonly FailingTest[],
  total: number,
  { matrix, minTests }: DetectionRules,
): JudgedSeverity | null {
  return judgeSeverity({ tests: { total, failed: failed.map(({ kinds }) => kinds) }, matrix, minTests })
}

interface Judging {
  readonly judged: JudgedSeverity
  readonly rules: DetectionRules
}

function troubleOf(
  { id, fingerprints, category, representative }: FailureCluster,
  members: readonly FailingTest[],
  { judged, rules }: Judging,
): Trouble {
  const shown = members.find(({ key }) => key === representative.test) ?? members[0]
  const others = members.filter((test) => test !== shown)
  const listed = [...(shown === undefined ? [] : [shown]), ...others].slice(0, LISTED)
  return {
    source: 'run',
    cause: `failure:${id}`,
    otherCauses: fingerprints
      .filter((fingerprint) => fingerprint !== id)
      .map((fingerprint) => `failure:${fingerprint}`),
    ...judged,
    title: titleOf(shown, members.length),
    said: null,
    category,
    tests: listed.map(told),
    testCount: members.length,
    isSurroundings: rules.categories.some((rule) => rule.id === category?.id && rule.origin === 'surroundings'),
  }
}

/** `test_login and 12 more tests fail` */
function titleOf(shown: FailingTest | undefined, count: number): string {
  const name = shown === undefined ? 'a test' : testNameOf(shown.key)
  if (count <= 1) return `${name} fails`
  return count === 2 ? `${name} and another test fail` : `${name} and ${count - 1} more tests fail`
}

function told({ failure, ...test }: FailingTest): TroubledTest {
  const [message = ''] = failure.message.trim().split('\n')
  return { ...test, message: message.slice(0, MESSAGE_CHARACTERS) }
}
