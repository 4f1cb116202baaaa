import type { TestKey } from '@testwarden/core/model/test-key'
import type { Contradiction, TestStory } from '../diagnosis/story.js'
import type { KnownPast, LegFacts, PastCommit } from '../facts.js'
import { readCells } from '../reading/story-text.js'

const NO_STORY: TestStory = { cells: [], contradictions: [] }

/** What the past of a leg tells of its tests. */
export interface LegStories {
  /** Without cells where nothing is known of it. */
  storyOf(key: TestKey): TestStory
  /** Whether the test failed at the very commit that is compared with; null where nobody knows. */
  failsOnBase(key: TestKey): boolean | null
}

/** @param leftOut which of the past's commits no story has; see {@link leftOutOf} */
export function storiesOf({ past }: LegFacts, leftOut?: ReadonlySet<string>): LegStories {
  if (past.kind !== 'known') return { storyOf: () => NO_STORY, failsOnBase: () => null }
  const out = leftOut ?? leftOutOf(past, 'as-it-was')
  const withheld = new Set(past.commits.filter(({ isWithheld }) => isWithheld).map(({ sha }) => sha))
  const texts = new Map(past.stories.map(({ key, cells }) => [key, cells]))
  const contradictions = new Map<TestKey, Contradiction[]>()
  for (const { key, ...contradiction } of past.contradictions)
    contradictions.set(key, [...(contradictions.get(key) ?? []), contradiction])
  const storyOf = (key: TestKey): TestStory => {
    const cells = (readCells(texts.get(key) ?? '', past.commits) ?? []).filter(
      // Amid a mass failure a test that also passed proves nothing against itself.
      ({ commit, failed, passed }) => !out.has(commit) && !(withheld.has(commit) && failed > 0 && passed > 0),
    )
    return { cells, contradictions: contradictions.get(key) ?? [] }
  }
  const base = past.isOfBase ? past.commits.at(-1) : undefined
  return {
    storyOf,
    failsOnBase(key) {
      if (base === undefined || out.has(base.sha)) return null
      const last = storyOf(key).cells.findLast(({ commit }) => commit === base.sha)
      return last === undefined ? null : last.passed === 0
    },
  }
}

/** The run that is judged may be the third mass failure in a row, which releases the two before it. */
export function leftOutOf({ commits }: KnownPast, how: 'as-it-was' | 'last-released'): ReadonlySet<string> {
  const out = commits.filter(({ isLeftOut }) => isLeftOut)
  const kept = how === 'last-released' ? new Set(lastLeftOut(commits)) : new Set<PastCommit>()
  return new Set(out.filter((commit) => !kept.has(commit)).map(({ sha }) => sha))
}

function lastLeftOut(commits: readonly PastCommit[]): readonly PastCommit[] {
  const counted = commits.findLastIndex(({ isLeftOut }) => !isLeftOut)
  return commits.slice(counted + 1)
}
