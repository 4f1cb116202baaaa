import type { WriteFile } from '@testwarden/core/model/change'
import { testNameOf } from '@testwarden/core/model/test-key'
import type { NamedTest } from './facts.js'
import { selectorOf } from './selectors/registry.js'
import type { TestSelector } from './selectors/selector.js'
import type { Subject } from './subject.js'

/** Tools whose reports name them as no selector is called. */
const RUNNERS: Readonly<Record<string, string>> = {
  'jest-junit': 'jest',
  'jest-json': 'jest',
  surefire: 'maven',
  'playwright-json': 'playwright',
  'rspec-json': 'rspec',
  'go-test-json': 'go-test',
  gotestsum: 'go-test',
  'go-junit-report': 'go-test',
}

/** The runner that wrote a report, by its dialect or format; null where that is not known. */
export function runnerOf(format: string): TestSelector | null {
  return selectorOf(RUNNERS[format] ?? format)
}

/** Files that the user asked for: failed tests and quarantined ones, in the words of their runner. */
export function writeLists({ config, evidence }: Subject): readonly WriteFile[] {
  const { legs } = evidence.facts
  const lists = [
    { path: config.own['failed-list'].value, tests: legs.flatMap(({ failures }) => failures.filter(hasNoPass(legs))) },
    { path: config.own['quarantined-list'].value, tests: legs.flatMap(({ quarantined }) => quarantined) },
  ]
  return lists.flatMap(({ path, tests }) =>
    path === null
      ? []
      : [{ kind: 'write-file', key: `write-file:${path}`, path, content: listOf(tests, config.own['list-for'].value) }],
  )
}

function hasNoPass(legs: Subject['evidence']['facts']['legs']): (test: NamedTest) => boolean {
  const passed = new Set(
    legs.flatMap(({ tests }) => tests.filter(({ outcome }) => outcome.includes('P')).map(({ key }) => key)),
  )
  return ({ key }) => !passed.has(key)
}

/** One line; nothing for no tests, so that `xargs` and friends run nothing. */
function listOf(tests: readonly NamedTest[], wanted: string): string {
  const [first] = tests
  if (first === undefined) return ''
  const selector = wanted === 'auto' ? runnerOf(first.format) : selectorOf(wanted)
  // Whatever wrote the report cannot be told which tests to run, so the list is for people.
  if (selector === null) return tests.map(({ key }) => `${testNameOf(key)}\n`).join('')
  return `${selector.select(tests.map(({ written, format }) => ({ ...written, format }))).text}\n`
}
