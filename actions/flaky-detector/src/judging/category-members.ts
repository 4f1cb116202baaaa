import { hasWord, type TestCategory, wordsOf } from '@testwarden/core/model/test-category'
import { testNameOf } from '@testwarden/core/model/test-key'
import { createPathMatcher } from '@testwarden/core/paths/path-matcher'
import type { TestFact } from '../facts.js'

/** By path, by a whole word of the name, or by a marker. */
export function memberOf({ paths, words, markers }: TestCategory): (test: TestFact) => boolean {
  const matchers = paths.map(createPathMatcher)
  return ({ key, file, tags }) => {
    if (file !== null && matchers.some((matches) => matches(file))) return true
    if (tags.some((tag) => markers.includes(tag.toLowerCase()))) return true
    if (words.length === 0) return false
    const own = wordsOf(testNameOf(key))
    return words.some((word) => hasWord(own, word))
  }
}

/** Whom a test belongs to that CODEOWNERS gives to nobody: the owners of its kinds. */
export function categoryOwners(test: TestFact, categories: readonly TestCategory[]): readonly string[] {
  const owners = categories.flatMap((category) =>
    category.owner !== null && memberOf(category)(test) ? [category.owner] : [],
  )
  return [...new Set(owners)]
}
