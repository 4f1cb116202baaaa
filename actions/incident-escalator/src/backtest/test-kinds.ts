import { hasWord, type TestCategory, wordsOf } from '@testwarden/core/model/test-category'
import { partsOfKey, type TestKey, testNameOf } from '@testwarden/core/model/test-key'
import { createPathMatcher } from '@testwarden/core/paths/path-matcher'

/** The kinds that a test is of, as far as its key tells: by path and by whole words of its name. Nobody keeps markers. */
export function createKindsOf(categories: readonly TestCategory[]): (key: TestKey) => readonly string[] {
  const kinds = categories.map(({ name, paths, words }) => ({ name, words, matchers: paths.map(createPathMatcher) }))
  const kindsOf = (key: TestKey): readonly string[] => {
    const [first = '', ...others] = partsOfKey(key)
    // Reports that name files put them first.
    const file = others.length > 0 ? first : ''
    const words = wordsOf(testNameOf(key))
    return kinds.flatMap((kind) => {
      const isMeant = kind.matchers.some((matches) => matches(file)) || kind.words.some((word) => hasWord(words, word))
      return isMeant ? [kind.name] : []
    })
  }
  // What is broken fails in run after run.
  const known = new Map<TestKey, readonly string[]>()
  return (key) => {
    const kinds = known.get(key) ?? kindsOf(key)
    known.set(key, kinds)
    return kinds
  }
}
