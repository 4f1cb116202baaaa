import { describe, expect, test } from '@jest/globals'
import { causesOf } from '../../src/issues/causes.js'
import { subjectOf } from '../../src/subject.js'
import { configOf, evidenceOf, knownPast, legOf } from '../kit.js'

/** `broken a b`: causes of tests with these stories over 10 commits and these outcomes now. */
function causesWith(stories: Readonly<Record<string, string>>, outcomes: Readonly<Record<string, string>>) {
  const leg = legOf(outcomes, {}, { past: knownPast(stories, 10) })
  const causes = causesOf(subjectOf(evidenceOf({ legs: [leg] }), configOf()))
  return causes.map(({ standing, tests }) => `${standing} ${tests.map(({ key }) => key).join(' ')}`)
}

describe('an issue is deserved', () => {
  test('by a known flake that fails', () => {
    expect(causesWith({ a: '0 1:1/1 2-9' }, { a: 'F' })).toEqual(['flaky a'])
  })

  test('by a known flake that passes in the end', () => {
    expect(causesWith({ a: '0 1:1/1 2-9' }, { a: 'FP' })).toEqual(['flaky a'])
  })

  test('by a test that is broken since some commits', () => {
    expect(causesWith({ a: '0-7 8:1/0 9:1/0' }, { a: 'F' })).toEqual(['broken a'])
  })

  test.each([
    ['a new failure', '0-9', 'F'],
    ['a first slip', '0-9', 'FP'],
    ['one sign of a flake', '0 1:1/0 2-9', 'F'],
    ['a flake that passes', '0 1:1/1 2-9', 'P'],
  ])('not by %s', (_, story, outcome) => {
    expect(causesWith({ a: story }, { a: outcome })).toEqual([])
  })

  test('by breaks first', () => {
    const stories = { a: '0 1:1/1 2-9', b: '0-7 8:1/0 9:1/0' }
    expect(causesWith(stories, { a: 'F', b: 'F' })).toEqual(['broken b', 'flaky a'])
  })
})

describe('many tests at once', () => {
  const names = Array.from({ length: 12 }, (_, index) => `t${index}${'xyz'.repeat(index)}`)

  test('that broke at one commit are one cause, however differently they fail', () => {
    const all = (text: string) => Object.fromEntries(names.map((name) => [name, text]))
    const usual = names.map((key) => ({ key, runs: 10, failedRuns: 2, failedLast: true }))
    const past = { ...knownPast(all('0-7 8:1/0 9:1/0'), 10), usual }
    const evidence = evidenceOf({ legs: [legOf(all('F'), {}, { past })] })
    const [cause, ...others] = causesOf(subjectOf(evidence, configOf()))
    expect(cause?.tests).toHaveLength(12)
    expect(cause?.fingerprints.length).toBeGreaterThan(1)
    expect(others).toEqual([])
  })
})
