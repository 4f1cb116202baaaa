import type { TestKey } from '@testwarden/core/model/test-key'
import type { Contradiction, TestStory } from '../diagnosis/story.js'
import type { LegFacts } from '../facts.js'
import { readCells } from '../reading/story-text.js'

const NO_STORY: TestStory = { cells: [], contradictions: [] }

/** What the past of a leg tells of its tests. */
export interface LegStories {
  /** Without cells where nothing is known of it. */
  storyOf(key: TestKey): TestStory
  /** Whether the test failed at the very commit that is compared with; null where nobody knows. */
  failsOnBase(key: TestKey): boolean | null
}

export function storiesOf({ past }: LegFacts): LegStories {
  if (past.kind !== 'known') return { storyOf: () => NO_STORY, failsOnBase: () => null }
  const texts = new Map(past.stories.map(({ key, cells }) => [key, cells]))
  const contradictions = new Map<TestKey, Contradiction[]>()
  for (const { key, ...contradiction } of past.contradictions)
    contradictions.set(key, [...(contradictions.get(key) ?? []), contradiction])
  const storyOf = (key: TestKey): TestStory => {
    const cells = readCells(texts.get(key) ?? '', past.commits) ?? []
    return { cells, contradictions: contradictions.get(key) ?? [] }
  }
  const base = past.isOfBase ? past.commits.at(-1) : undefined
  return {
    storyOf,
    failsOnBase(key) {
      if (base === undefined || base.isLeftOut) return null
      const last = storyOf(key).cells.findLast(({ commit }) => commit === base.sha)
      return last === undefined ? null : last.passed === 0
    },
  }
}
