import { describe, expect, test } from '@jest/globals'
import type { KnownIssue } from '@testwarden/core/model/issue'
import fc from 'fast-check'
import { causesOf, type IssueCause } from '../../src/issues/causes.js'
import { type IssueMove, type IssueSituation, planIssues } from '../../src/issues/plan-issues.js'
import { marksOf } from '../../src/issues/test-marks.js'
import { subjectOf } from '../../src/subject.js'
import { configOf, evidenceOf, knownPast, legOf } from '../kit.js'

/** Passed and failed at commit 1 out of 10: evidence 2. */
const FLAKY = '0 1:1/1 2-9'

/** Causes of known flakes that fail now, one for each name, as their messages differ. */
function causes(...names: readonly string[]): readonly IssueCause[] {
  const stories = Object.fromEntries(names.map((name) => [name, FLAKY]))
  const leg = legOf(Object.fromEntries(names.map((name) => [name, 'F'])), {}, { past: knownPast(stories, 10) })
  return causesOf(subjectOf(evidenceOf({ legs: [leg] }), configOf()))
}

function issueOf(number: number, cause: IssueCause | null, part: Partial<KnownIssue> = {}): KnownIssue {
  const { fingerprints = [`k${number}`] } = cause ?? {}
  const about = cause === null ? [] : marksOf(cause)
  return {
    number,
    title: 'T',
    labels: [],
    assignees: [],
    comments: 0,
    marker: { action: 'flaky-detector', keys: fingerprints, state: 'flaky', about, run: '10' },
    digest: '0'.repeat(16),
    state: 'open',
    closedAs: null,
    isLocked: false,
    createdAt: '2026-01-01T00:00:00Z',
    closedAt: null,
    ...part,
  }
}

function closed(number: number, cause: IssueCause, closedAt: string): KnownIssue {
  return issueOf(number, cause, { state: 'closed', closedAs: 'done', closedAt })
}

function plan(part: Partial<IssueSituation>) {
  return planIssues({
    causes: [],
    issues: [],
    isWhole: true,
    run: { id: '20', startedAt: '2026-01-20T00:00:00Z' },
    most: 3,
    reopenDays: 14,
    recoveryOf: () => null,
    ...part,
  })
}

/** `open`, `rewrite 3`, `close-twin 4 of 3` */
function told(moves: readonly IssueMove[]): readonly string[] {
  return moves.map((move) => {
    if (move.kind === 'open') return move.earlier === null ? 'open' : `open after ${move.earlier.number}`
    return `${move.kind} ${move.issue.number}${move.kind === 'close-twin' ? ` of ${move.older.number}` : ''}`
  })
}

const [one = never(), two = never()] = causes('adds', 'webhook')
const RECOVERY = { greenAttempts: 30, lastFailed: null, firstPassed: null }

function never(): never {
  throw new Error('a cause is missing')
}

describe('a cause', () => {
  test('without an issue gets one', () => {
    expect(told(plan({ causes: [one] }).moves)).toEqual(['open'])
  })

  test('with an open issue is told there, and the oldest of two is kept', () => {
    expect(told(plan({ causes: [one], issues: [issueOf(3, one), issueOf(4, one)] }).moves)).toEqual([
      'close-twin 4 of 3',
      'rewrite 3',
    ])
  })

  test('that says something else in the same test is the same trouble', () => {
    const other = issueOf(3, one, { marker: { ...issueOf(3, one).marker, keys: ['b'.repeat(32)] } })
    expect(told(plan({ causes: [one], issues: [other] }).moves)).toEqual(['rewrite 3'])
  })

  test('shares an issue with another one that is told there too', () => {
    const both = issueOf(3, one, {
      marker: { ...issueOf(3, one).marker, about: marksOf({ tests: [...one.tests, ...two.tests] }) },
    })
    const { moves } = plan({ causes: [one, two], issues: [both] })
    expect(told(moves)).toEqual(['rewrite 3'])
    expect(moves[0]?.kind === 'rewrite' && moves[0].cause.tests.map(({ key }) => key)).toEqual(['adds', 'webhook'])
  })

  test('whose issue was closed lately reopens it; longer ago it gets a new one that names the last', () => {
    const lately = closed(3, one, '2026-01-10T00:00:00Z')
    const before = closed(2, one, '2026-01-01T00:00:00Z')
    expect(told(plan({ causes: [one], issues: [before, lately] }).moves)).toEqual(['reopen 3'])
    expect(told(plan({ causes: [one], issues: [before] }).moves)).toEqual(['open after 2'])
  })

  test('whose issue was closed after this run began is left alone', () => {
    expect(plan({ causes: [one], issues: [closed(3, one, '2026-01-20T00:00:01Z')] }).moves).toEqual([])
  })

  test('whose issue people closed as not planned gets none, and it is said', () => {
    const unwanted = { ...closed(3, one, '2026-01-19T00:00:00Z'), closedAs: 'unwanted' } as const
    expect(plan({ causes: [one], issues: [unwanted] })).toEqual({ moves: [], waiting: [], unwanted: [unwanted] })
  })

  test('waits where one run may open no more, or where not all issues are known', () => {
    expect(plan({ causes: [one, two], most: 1 })).toMatchObject({
      moves: [{ kind: 'open', cause: one }],
      waiting: [two],
    })
    expect(plan({ causes: [one], isWhole: false })).toMatchObject({ moves: [], waiting: [one] })
  })
})

describe('an issue', () => {
  test('is closed once its tests have recovered, and not before', () => {
    expect(told(plan({ issues: [issueOf(3, one)], recoveryOf: () => RECOVERY }).moves)).toEqual(['close 3'])
    expect(plan({ issues: [issueOf(3, one)] }).moves).toEqual([])
  })

  test('that a newer run wrote is left alone', () => {
    const newer = issueOf(3, one, { marker: { ...issueOf(3, one).marker, run: '21' } })
    expect(plan({ issues: [newer], recoveryOf: () => RECOVERY }).moves).toEqual([])
  })

  test('is never closed twice', () => {
    expect(plan({ issues: [closed(3, one, '2026-01-01T00:00:00Z')], recoveryOf: () => RECOVERY }).moves).toEqual([])
  })
})

test('whatever issues there are, each gets one move, and a run opens no more than it may', () => {
  const states = fc.constantFrom('open', 'done', 'unwanted')
  const found = fc.record({
    cause: fc.constantFrom(one, two, null),
    state: states,
    day: fc.integer({ min: 1, max: 28 }),
  })
  fc.assert(
    fc.property(fc.array(found, { maxLength: 8 }), fc.nat({ max: 2 }), (all, most) => {
      const issues = all.map(({ cause, state, day }, index) => {
        const at = `2026-01-${String(day).padStart(2, '0')}T00:00:00Z`
        if (state === 'open') return issueOf(index + 1, cause)
        return issueOf(index + 1, cause, { state: 'closed', closedAs: state, closedAt: at })
      })
      const { moves } = plan({ causes: [one, two], issues, most, recoveryOf: () => RECOVERY })
      const numbers = moves.flatMap((move) => (move.kind === 'open' ? [] : [move.issue.number]))
      expect(new Set(numbers).size).toBe(numbers.length)
      expect(moves.filter(({ kind }) => kind === 'open' || kind === 'reopen').length).toBeLessThanOrEqual(most)
    }),
  )
})
