import { describe, expect, test } from '@jest/globals'
import type { KnownIssue } from '@testwarden/core/model/issue'
import type { LegFacts } from '../../src/facts.js'
import { recoveryOf } from '../../src/issues/recovery.js'
import { createTestFinder, testMark } from '../../src/issues/test-marks.js'
import { knownPast, legOf } from '../kit.js'

const NOW = { now: '2026-01-02T03:04:05.000Z', run: '99' }
const FLAKY = '0 1:1/1'

/** A leg whose past has 40 commits. */
function leg(stories: Readonly<Record<string, string>>, outcomes: Readonly<Record<string, string>>): LegFacts {
  return legOf(outcomes, {}, { past: knownPast(stories, 40) })
}

function recovery(of: LegFacts, keys: readonly string[], closeAfter: number | null = null) {
  const marker = {
    action: 'flaky-detector',
    keys: [],
    state: 'flaky',
    about: keys.map((key) => testMark(of, key)),
    run: '1',
  }
  const issue: KnownIssue = {
    number: 3,
    title: 'T',
    labels: [],
    assignees: [],
    comments: 0,
    marker,
    digest: '',
    state: 'open',
    closedAs: null,
    isLocked: false,
    createdAt: '2026-01-01T00:00:00Z',
    closedAt: null,
  }
  return recoveryOf(issue, { finder: createTestFinder([of]), closeAfter, ...NOW })
}

describe('a flake recovers', () => {
  test('after as many passes as its rate asks for', () => {
    // Failed 1 of 4 attempts when it failed last.
    expect(recovery(leg({ a: `${FLAKY} 2-29` }, { a: 'P' }), ['a'])).toBeNull()
    expect(recovery(leg({ a: `${FLAKY} 2-30` }, { a: 'P' }), ['a'])).toMatchObject({ greenAttempts: 30 })
    // Failed 1 of 31.
    const rare = '0:0/28 1:1/1'
    expect(recovery(leg({ a: `${rare} 2-39` }, { a: 'P' }), ['a'])).toBeNull()
    expect(recovery(leg({ a: `${rare} 2:0/40 3-39` }, { a: 'P' }), ['a'])).toMatchObject({ greenAttempts: 78 })
  })

  test('after as many as somebody wrote', () => {
    expect(recovery(leg({ a: `${FLAKY} 2-9` }, { a: 'P' }), ['a'], 10)).toBeNull()
    expect(recovery(leg({ a: `${FLAKY} 2-9` }, { a: 'P' }), ['a'], 9)).toMatchObject({ greenAttempts: 9 })
  })

  test('with the last of the tests of its issue', () => {
    const of = leg({ a: `${FLAKY} 2-9`, b: '0 1:1/1 2-5 6:1/1 7-9' }, { a: 'P', b: 'P' })
    expect(recovery(of, ['a', 'b'], 5)).toBeNull()
    expect(recovery(of, ['a', 'b'], 4)).toMatchObject({ greenAttempts: 4, lastFailed: { failed: 1, run: '6' } })
  })
})

describe('a break', () => {
  test('recovers with three passes, and tells where it passed first', () => {
    expect(recovery(leg({ a: '0-5 6:1/0 7:1/0 8:1/0 9' }, { a: 'P' }), ['a'])).toBeNull()
    expect(recovery(leg({ a: '0-5 6:1/0 7:1/0 8:1/0 9-10' }, { a: 'P' }), ['a'])).toMatchObject({
      greenAttempts: 3,
      lastFailed: { run: '8' },
      firstPassed: { run: '9' },
    })
  })
})

describe('nobody can tell that a test recovered', () => {
  const known = leg({ a: `${FLAKY} 2-9` }, { a: 'P', b: 'P' })

  test('in a leg that is no part of this run', () => {
    const elsewhere = legOf({ a: 'P' }, { os: 'windows' })
    expect(recoveryOfMarks(known, [testMark(known, 'a')])).not.toBeNull()
    expect(recoveryOfMarks(known, [testMark(known, 'a'), testMark(elsewhere, 'a')])).toBeNull()
  })

  test.each(['S', 'F', 'FP'])('that ended in %s', (outcome) => {
    expect(recovery(leg({ a: `${FLAKY} 2-9` }, { a: outcome }), ['a'], 1)).toBeNull()
  })

  test('without a past, or with marks that mean nothing', () => {
    expect(recovery(legOf({ a: 'P' }), ['a'], 1)).toBeNull()
    expect(recovery(known, ['gone'], 1)).toBeNull()
    expect(recovery(known, [], 1)).toBeNull()
  })

  function recoveryOfMarks(of: LegFacts, about: readonly string[]) {
    const marker = { action: 'flaky-detector', keys: [], state: 'flaky', about, run: '1' }
    const issue = { number: 3, marker, digest: '', state: 'open', closedAs: null, isLocked: false } as const
    const said = { title: 'T', labels: [], assignees: [], comments: 0 }
    const dated = { ...issue, ...said, createdAt: '2026-01-01T00:00:00Z', closedAt: null }
    return recoveryOf(dated, { finder: createTestFinder([of]), closeAfter: 1, ...NOW })
  }
})

describe('a test that is not in this run', () => {
  const missing = (names: readonly string[]) => ({
    sha: '',
    tests: 2,
    missing: names,
    missingCount: names.length,
    added: [],
  })
  const without = (names: readonly string[]) => {
    const past = { ...knownPast({ a: `${FLAKY} 2-9`, gone: FLAKY }, 40), roster: missing(names) }
    return legOf({ a: 'P' }, {}, { past })
  }

  test('and was in the last whole one keeps its issue open', () => {
    expect(recovery(without(['gone']), ['a', 'gone'], 5)).toBeNull()
    expect(recovery(leg({ a: `${FLAKY} 2-9`, gone: FLAKY }, { a: 'P' }), ['a', 'gone'], 5)).toBeNull()
  })

  test('nor in the last whole one is gone, and keeps no issue open that has others', () => {
    expect(recovery(without([]), ['a', 'gone'], 5)).toMatchObject({ greenAttempts: 9 })
    expect(recovery(without([]), ['gone'], 5)).toBeNull()
  })
})

test('a test that has not failed as far back as anybody knows has passed as often as that', () => {
  expect(recovery(leg({}, { a: 'P' }), ['a'])).toMatchObject({ greenAttempts: 41, lastFailed: null })
})

test('a test is followed under its new name', () => {
  const past = { ...knownPast({ b: `${FLAKY} 2-9` }, 40), renamed: [{ from: 'a', to: 'b' }] }
  expect(recovery(legOf({ b: 'P' }, {}, { past }), ['a'], 5)).toMatchObject({ greenAttempts: 9 })
})
