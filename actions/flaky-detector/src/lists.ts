import type { WriteFile } from '@testwarden/core/model/change'
import { testNameOf } from '@testwarden/core/model/test-key'
import type { NamedTest } from '@testwarden/failures/tests/test-facts'
import type { LegFacts } from './facts.js'
import { selectorOf } from './selectors/registry.js'
import { runnerOf } from './selectors/runner-of.js'
import type { Subject } from './subject.js'

/** Files that the user asked for: failed tests and quarantined ones, in the words of their runner. */
export function writeLists({ config, evidence }: Subject): readonly WriteFile[] {
  const { legs } = evidence.facts
  const { 'failed-list': failed, 'quarantined-list': quarantined } = config.own
  const named = config.own['list-for'].value
  return [
    ...listFile(failed.value, () => listOf(legs.flatMap(failedTests), named)),
    ...listFile(quarantined.value, () =>
      listOf(
        legs.flatMap((leg) => leg.quarantined),
        named,
      ),
    ),
  ]
}

function listFile(path: string | null, content: () => string): readonly WriteFile[] {
  return path === null ? [] : [{ kind: 'write-file', key: `write-file:${path}`, path, content: content() }]
}

/** Those without a pass in their own leg: in another one the test may well have passed. */
function failedTests({ tests, failures }: LegFacts): readonly NamedTest[] {
  const passed = new Set(tests.flatMap(({ key, outcome }) => (outcome.includes('P') ? [key] : [])))
  return failures.filter(({ key }) => !passed.has(key))
}

/** One line; nothing for no tests, so that `xargs` and friends run nothing. */
function listOf(all: readonly NamedTest[], wanted: string): string {
  const tests = [...new Map(all.map((test) => [test.key, test])).values()]
  const [first] = tests
  if (first === undefined) return ''
  const selector = wanted === 'auto' ? runnerOf(first.format) : selectorOf(wanted)
  // Whatever wrote the report cannot be told which tests to run, so the list is for people.
  if (selector === null) return tests.map(({ key }) => `${testNameOf(key)}\n`).join('')
  return `${selector.select(tests.map(({ written, format }) => ({ ...written, format }))).text}\n`
}
