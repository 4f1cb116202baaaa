/** A kind of tests that a team treats alike: unit, integration, security. A test may be of several. */
export interface TestCategory {
  readonly name: string
  /** Globs, files or folders from the root of the repository. */
  readonly paths: readonly string[]
  /** Whole words of a test's name, class or suite, lower-case: `auth` is in `test_auth` and `AuthCheck`, not in `author`. */
  readonly words: readonly string[]
  /** Tags, markers or categories that the report names, lower-case. */
  readonly markers: readonly string[]
  /** A person or a team; null: whoever owns the file. */
  readonly owner: string | null
  /** How long all of them together may take; null: nobody says. */
  readonly budgetMs: number | null
}

const CAMEL = /([a-z0-9])([A-Z])|([A-Z])([A-Z][a-z])/g
const NOT_WORD = /[^\p{L}\p{N}]+/u

/** Lower-case words of a name, however it joins them: `TestAuthLogin.test_two_factor` has `auth` and `factor`. */
export function wordsOf(name: string): readonly string[] {
  return name
    .replace(CAMEL, '$1$3 $2$4')
    .toLowerCase()
    .split(NOT_WORD)
    .filter((word) => word !== '')
}

/** Words joined by a blank or a dash stand next to each other: `end-to-end`. */
export function hasWord(words: readonly string[], wanted: string): boolean {
  const sequence = wordsOf(wanted)
  if (sequence.length === 0) return false
  return words.some((_, start) => sequence.every((word, index) => words[start + index] === word))
}
