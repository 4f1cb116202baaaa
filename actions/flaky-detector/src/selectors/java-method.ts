import type { RunnerName, SelectedTest } from './selector.js'

/** What a report of Surefire or Gradle says of a test, taken apart. */
export interface JavaTest {
  /** Nested classes follow a `$`; null where the report has none. */
  readonly className: string | null
  /** null where the report has something else: a phrase for people, or nothing when the class itself failed. */
  readonly method: string | null
  /** `[2]`, `[1: with a name]`: one of several runs of the method; null where there is only one. */
  readonly row: string | null
}

/** Parameter types, as JUnit 5 appends them, in parentheses or in the braces of Surefire 2. */
const METHOD = /^([\p{L}_$][\p{L}\p{N}_$]*)(?:\([^()]*\)|\{[^{}]*\})?(\[[\s\S]*\])?$/u

export function javaTestOf({ suite, className, name }: SelectedTest): JavaTest {
  const [, method, row] = METHOD.exec(name) ?? []
  return { className: className ?? suite.at(-1) ?? null, method: method ?? null, row: row ?? null }
}

/** The name as it is, because each row is a test. */
export function javaNameOf(test: SelectedTest): RunnerName {
  return { place: javaTestOf(test).className, name: test.name }
}

/** Sentences on the tests that run together with others, or not at all. */
export function javaInexact(tests: readonly JavaTest[], names: readonly string[]): readonly string[] {
  return tests.flatMap(({ className, method, row }, index) => {
    if (className === null) return [`\`${names[index]}\` has no class, so it is left out.`]
    if (method === null) return [`\`${names[index]}\` is no name of a method: all of ${className} is meant.`]
    return row === null ? [] : [`Of ${className}.${method} all rows are meant, not only \`${row}\`.`]
  })
}
