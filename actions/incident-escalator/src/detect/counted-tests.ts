import type { EarlierVerdict } from '@testwarden/core/model/earlier-verdict'
import type { TestCategory } from '@testwarden/core/model/test-category'
import { testNameOf } from '@testwarden/core/model/test-key'
import { memberOf } from '@testwarden/failures/tests/category-members'
import type { FailedTest, LegFacts } from '../facts.js'
import type { FailingTest, FailingTests } from './failing-tests.js'

export interface CountingQuestion {
  readonly legs: readonly LegFacts[]
  /** Of other gates: they know which tests are flaky. */
  readonly verdicts: readonly EarlierVerdict[]
  readonly kinds: readonly TestCategory[]
}

/** The tests of all legs, each as often as it ran. What others know to be flaky, or excuse, is left out of both counts. */
export function countTests({ legs, verdicts, kinds }: CountingQuestion): FailingTests {
  const flaky = new Set(verdicts.flatMap(({ flakyTests }) => flakyTests))
  const kindsOf = kindFinder(kinds)
  const all = legs.flatMap(({ failed }) => failed)
  const counted = all.filter(({ key }) => !flaky.has(testNameOf(key)))
  const ran = legs.reduce((sum, leg) => sum + leg.ran, 0)
  return {
    total: ran - (all.length - counted.length),
    failed: counted.map((test) => failingTest(test, kindsOf(test))),
    leftOut: all.length - counted.length,
  }
}

type KindsOf = (test: FailedTest) => Pick<FailingTest, 'kinds' | 'owners'>

function kindFinder(kinds: readonly TestCategory[]): KindsOf {
  const matchers = kinds.map((kind) => ({ kind, isMember: memberOf(kind) }))
  return (test) => {
    const own = matchers.filter(({ isMember }) => isMember(test)).map(({ kind }) => kind)
    const owners = own.flatMap(({ owner }) => owner ?? [])
    return { kinds: own.map(({ name }) => name), owners: test.owners.length > 0 ? test.owners : owners }
  }
}

function failingTest({ key, failure, place }: FailedTest, { kinds, owners }: ReturnType<KindsOf>): FailingTest {
  const location = place === null ? null : { path: place.path, startLine: place.line, endLine: place.line }
  return { key, failure, location, owners, kinds }
}
