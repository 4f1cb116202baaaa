import { type JavaTest, javaInexact, javaNameOf, javaTestOf } from './java-method.js'
import { distinct, selectionOf } from './selection.js'
import type { TestSelector } from './selector.js'

/** Tests are named by an option of the task: `--tests com.acme.CartTest.adds`. It has none to leave tests out. */
export const gradleSelector: TestSelector = {
  id: 'gradle',
  displayName: 'Gradle',
  url: 'https://docs.gradle.org/current/userguide/java_testing.html#test_filtering',
  nameOf: javaNameOf,
  select: (tests) =>
    selectionOf(tests, (named) => {
      const java = named.map(javaTestOf)
      const patterns = distinct(java.flatMap(patternsOf))
      return {
        args: patterns.flatMap((pattern) => ['--tests', pattern]),
        inexact: distinct(
          javaInexact(
            java,
            named.map(({ name }) => name),
          ),
        ),
      }
    }),
  deselect: null,
}

function patternsOf({ className, method, row }: JavaTest): readonly string[] {
  if (className === null) return []
  if (method === null) return [className]
  return row === null ? [`${className}.${method}`] : [`${className}.${method}`, `${className}.${method}[*]`]
}
