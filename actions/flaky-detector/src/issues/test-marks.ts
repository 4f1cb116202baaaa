import type { TestKey } from '@testwarden/core/model/test-key'
import { shortHash } from '@testwarden/core/render/issue-marker'
import type { TestFact } from '@testwarden/failures/tests/test-facts'
import type { LegFacts } from '../facts.js'
import { type LegStories, storiesOf } from '../judging/stories.js'
import type { IssueCause } from './causes.js'

/** One test in one leg, as the marker of an issue names it: `<leg>:<test>`, both hashes, as names may hold anything. */
export type TestMark = string

const LEG_CHARACTERS = 8

export function testMark({ variant }: Pick<LegFacts, 'variant'>, key: TestKey): TestMark {
  return `${legMark(variant)}:${shortHash(key)}`
}

export function marksOf({ tests }: Pick<IssueCause, 'tests'>): readonly TestMark[] {
  return tests.flatMap(({ key, legs }) => legs.map(({ leg }) => testMark(leg, key)))
}

/** A test of an issue, found in this run. */
export interface FoundTest {
  readonly key: TestKey
  readonly leg: LegFacts
  readonly stories: LegStories
  /** null: this run does not have it. */
  readonly test: TestFact | null
}

export interface TestFinder {
  /** null: its leg is no part of this run, or nothing is known of the test. */
  find(mark: TestMark): FoundTest | null
}

/**
 * Finds tests by their marks. Those that failed once are looked through first: hashing every test of a large run is only
 * worth it for one that has not failed as far back as anybody knows.
 */
export function createTestFinder(legs: readonly LegFacts[]): TestFinder {
  const views = new Map<string, LegView>()
  return {
    find(mark) {
      const variant = mark.slice(0, LEG_CHARACTERS)
      const leg = legs.find((each) => legMark(each.variant) === variant)
      if (leg === undefined) return null
      const view = views.get(variant) ?? viewOf(leg)
      views.set(variant, view)
      const key = view.troubled.get(mark) ?? view.all().get(mark)
      const { stories } = view
      return key === undefined ? null : { key, leg, stories, test: view.tests.get(key) ?? null }
    },
  }
}

interface LegView {
  readonly stories: LegStories
  readonly tests: ReadonlyMap<TestKey, TestFact>
  readonly troubled: ReadonlyMap<TestMark, TestKey>
  all(): ReadonlyMap<TestMark, TestKey>
}

function viewOf(leg: LegFacts): LegView {
  let all: ReadonlyMap<TestMark, TestKey> | null = null
  return {
    stories: storiesOf(leg),
    tests: new Map(leg.tests.map((test) => [test.key, test])),
    troubled: new Map(troubledKeys(leg).map(([name, key]) => [testMark(leg, name), key])),
    all() {
      all ??= new Map(leg.tests.map(({ key }) => [testMark(leg, key), key]))
      return all
    },
  }
}

/** The name to look for and the one that it has now: a test that was renamed is found by both. */
function troubledKeys({ past, failures }: LegFacts): readonly (readonly [TestKey, TestKey])[] {
  const failed = failures.map(({ key }) => [key, key] as const)
  if (past.kind !== 'known') return failed
  const renamed = past.renamed.map(({ from, to }) => [from, to] as const)
  return [...past.stories.map(({ key }) => [key, key] as const), ...renamed, ...failed]
}

function legMark(variant: string): string {
  return shortHash(variant).slice(0, LEG_CHARACTERS)
}
