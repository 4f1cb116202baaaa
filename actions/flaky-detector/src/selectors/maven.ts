import { type JavaTest, javaInexact, javaNameOf, javaTestOf } from './java-method.js'
import { distinct, selectionOf } from './selection.js'
import type { SelectedTest, Selection, TestSelector } from './selector.js'

/** Tests are named by one property: `-Dtest=com.acme.CartTest#adds+removes,com.acme.PriceTest`. */
export const mavenSelector: TestSelector = {
  id: 'maven',
  displayName: 'Maven Surefire',
  url: 'https://maven.apache.org/surefire/maven-surefire-plugin/examples/single-test.html',
  nameOf: javaNameOf,
  select: (tests) => selectionOf(tests, (named) => propertyOf(named, '')),
  deselect: (tests) => selectionOf(tests, (named) => propertyOf(named, '!')),
}

function propertyOf(tests: readonly SelectedTest[], sign: '' | '!'): Pick<Selection, 'args' | 'inexact'> {
  const named = tests.map(javaTestOf)
  const classes = distinct(named.flatMap(({ className }) => className ?? []))
  const patterns = classes.map(
    (name) => `${sign}${name}${methodsOf(named.filter(({ className }) => className === name))}`,
  )
  return {
    args: patterns.length === 0 ? [] : [`-Dtest=${patterns.join(',')}`],
    inexact: distinct(
      javaInexact(
        named,
        tests.map(({ name }) => name),
      ),
    ),
  }
}

/** JUnit 5 knows rows by their method, JUnit 4 only by its name with something in brackets. */
function methodsOf(tests: readonly JavaTest[]): string {
  const methods = tests.map(({ method, row }) => (method === null || row === null ? method : `${method}+${method}[*]`))
  return methods.includes(null) ? '' : `#${distinct(methods.filter((method) => method !== null)).join('+')}`
}
