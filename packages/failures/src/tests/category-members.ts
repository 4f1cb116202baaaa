import { hasWord, type TestCategory, wordsOf } from '@testwarden/core/model/test-category'
import { testNameOf } from '@testwarden/core/model/test-key'
import { createPathMatcher } from '@testwarden/core/paths/path-matcher'
import type { TestFact } from './test-facts.js'

/** What of a test tells its kinds. */
export type KindOfTest = Pick<TestFact, 'key' | 'file' | 'tags'>

/** By path, by a whole word of the name, or by a marker. */
export function memberOf({ paths, words, markers }: TestCategory): (test: KindOfTest) => boolean {
  const matchers = paths.map(createPathMatcher)
  const isNamed = nameMatcher(words)
  return ({ key, file, tags }) => {
    if (file !== null && matchers.some((matches) => matches(file))) return true
    return tags.some((tag) => markers.includes(tag.toLowerCase())) || isNamed(testNameOf(key))
  }
}

/** A run may have half a million names: only those that have the letters of a word are taken apart. */
function nameMatcher(words: readonly string[]): (name: string) => boolean {
  const sequences = words.map((word) => ({ word, pieces: wordsOf(word) }))
  return (name) => {
    const letters = name.toLowerCase()
    const likely = sequences.filter(({ pieces }) => pieces.every((piece) => letters.includes(piece)))
    if (likely.length === 0) return false
    const own = wordsOf(name)
    return likely.some(({ word }) => hasWord(own, word))
  }
}

/** Whom a test belongs to that CODEOWNERS gives to nobody: the owners of its kinds. */
export function categoryOwners(test: KindOfTest, categories: readonly TestCategory[]): readonly string[] {
  const owners = categories.flatMap((category) =>
    category.owner !== null && memberOf(category)(test) ? [category.owner] : [],
  )
  return [...new Set(owners)]
}
