import { distinct, selectionOf } from './selection.js'
import type { RunnerName, SelectedTest, TestSelector } from './selector.js'

/** Tests are named by an expression: `binary_id(=shop::cart) & test(=totals::sum)`. */
export const nextestSelector: TestSelector = {
  id: 'nextest',
  displayName: 'cargo-nextest',
  url: 'https://nexte.st/docs/filtersets/reference/',
  nameOf,
  select: (tests) =>
    selectionOf(tests, (named) => ({ args: ['-E', anyOf(named)], inexact: named.flatMap(withoutBinary) })),
  deselect: (tests) =>
    selectionOf(tests, (named) => ({ args: ['-E', `not (${anyOf(named)})`], inexact: named.flatMap(withoutBinary) })),
}

/** JUnit reports of nextest have the binary as class and as suite. */
function nameOf({ suite, className, name }: SelectedTest): RunnerName {
  return { place: className ?? suite.at(-1) ?? null, name }
}

function anyOf(tests: readonly SelectedTest[]): string {
  return distinct(tests.map(nameOf).map(expressionOf)).join(' | ')
}

function expressionOf({ place, name }: RunnerName): string {
  const test = `test(=${matcherText(name)})`
  return place === null ? test : `(binary_id(=${matcherText(place)}) & ${test})`
}

/** The characters that end a matcher or begin an escape. */
function matcherText(text: string): string {
  return text
    .replace(/[\\),]/g, '\\$&')
    .replaceAll('\n', '\\n')
    .replaceAll('\r', '\\r')
    .replaceAll('\t', '\\t')
}

function withoutBinary(test: SelectedTest): readonly string[] {
  return nameOf(test).place === null ? [`The report names no binary of \`${test.name}\`: it is meant in each.`] : []
}
