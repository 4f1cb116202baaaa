import { describe, expect, test } from '@jest/globals'
import type { Change } from '@testwarden/core/model/change'
import { openTestRuns } from '@testwarden/history/tests/decode-runs'
import { decide } from '../src/decide.js'
import type { LegFacts } from '../src/facts.js'
import { newestRosters } from '../src/reading/newest-rosters.js'
import { configOf, evidenceOf, knownPast, legOf, runOf } from './kit.js'

const PUSH = { ...runOf(), event: 'push', isBaseline: true }

function appended(
  leg: LegFacts,
  inputs: Readonly<Record<string, string>> = {},
): Extract<Change, { kind: 'append-history' }> {
  const { changes } = decide(evidenceOf({ legs: [leg] }, { run: PUSH }), configOf(inputs))
  const [change] = changes.filter((each) => each.kind === 'append-history')
  if (change === undefined) throw new Error('nothing was remembered')
  return change
}

describe('a record', () => {
  test('keeps every test, and of failures their fingerprints and never a word', () => {
    const { body, provides } = appended(legOf({ a: 'P', b: 'F', c: 'FFP', d: 'S' }))
    const runs = openTestRuns([body])
    expect(runs.keys(0)).toEqual(['a', 'b', 'c', 'd'])
    expect(['a', 'b', 'c', 'd'].map((key) => runs.cellOf(0, key))).toEqual([
      { failed: 0, passed: 1, skipped: 0 },
      { failed: 1, passed: 0, skipped: 0 },
      { failed: 2, passed: 1, skipped: 0 },
      { failed: 0, passed: 0, skipped: 1 },
    ])
    expect(runs.failing(0).find(({ key }) => key === 'b')?.fingerprint).toBe('a'.repeat(32))
    expect(JSON.stringify(body)).not.toContain('said no')
    expect(provides).toHaveLength(1)
  })

  test('rests on the roster of the one before where the tests are the same', () => {
    const first = appended(legOf({ a: 'P', b: 'P' }))
    const second = appended(legOf({ a: 'P', b: 'F' }, {}, { rosters: newestRosters([first.body]) }))
    expect(second.needs).toEqual(first.provides)
    expect(JSON.stringify(second.body).length).toBeLessThan(JSON.stringify(first.body).length)
    expect(openTestRuns([first.body, second.body]).keys(1)).toEqual(['a', 'b'])
  })

  test('of a report that ends early is not whole, so nobody misses tests because of it', () => {
    const problem = { kind: 'report', message: 'ends early', path: 'r.xml', line: null, remedy: null } as const
    const evidence = evidenceOf({ legs: [legOf({ a: 'P' })] }, { run: PUSH, problems: [problem] })
    const [change] = decide(evidence, configOf()).changes
    expect(openTestRuns([change?.kind === 'append-history' ? change.body : null]).isWhole(0)).toBe(false)
  })

  test('of a pull request is for the job that publishes to keep', () => {
    const [change] = decide(evidenceOf({ legs: [legOf({ a: 'P' })] }), configOf()).changes
    expect(change).toMatchObject({ kind: 'append-history', keptBy: 'publish' })
    expect(appended(legOf({ a: 'P' })).keptBy).toBeUndefined()
  })

  test('of a mass failure is withheld from what later runs learn', () => {
    const names = Array.from({ length: 40 }, (_, index) => `t${index}`)
    const past = knownPast(Object.fromEntries(names.map((name) => [name, '0-39'])), 40)
    const { body } = appended(legOf(Object.fromEntries(names.map((name) => [name, 'F'])), {}, { past }))
    expect(openTestRuns([body]).withheld(0)).toBe('mass-failure')
  })

  test('is left by no folded whole, and by none without tests', () => {
    const other = legOf({ a: 'P' }, { os: 'linux' })
    expect(decide(evidenceOf({ legs: [other] }, { run: PUSH }), configOf()).changes).toEqual([])
    expect(decide(evidenceOf({ legs: [legOf({})] }, { run: PUSH }), configOf()).changes).toEqual([])
  })
})

describe('quarantines by rules', () => {
  const FLAKE = '0-9 10:1/1 11-19 20:1/1 21-29 30:1/1 31-39'

  test('enter the record of the default branch with their reason and their end', () => {
    const leg = legOf({ x: 'P' }, {}, { past: knownPast({ x: FLAKE }, 40) })
    expect(appended(leg, { 'quarantine-by': 'rules' }).body).toMatchObject({
      quarantines: [
        { key: 'x', since: '2026-01-02', expires: '2026-01-16', left: null, reason: 'evidence 6 in 40 commits' },
      ],
    })
    expect(appended(leg).body).not.toHaveProperty('quarantines')
  })

  test('rest on what the default branch showed, not on what pull requests and forks say of themselves', () => {
    const quiet = knownPast({ x: '0-39' }, 40)
    const contradictions = Array.from({ length: 5 }, (_, index) => {
      const at = { time: quiet.commits[index]?.time ?? '', pullRequest: index }
      return { key: 'x', tree: `b${index}`.padEnd(40, '0'), failed: 1, passed: 1, ...at }
    })
    const leg = legOf({ x: 'P' }, {}, { past: { ...quiet, contradictions } })
    expect(appended(leg, { 'quarantine-by': 'rules' }).body).not.toHaveProperty('quarantines')
  })

  test('end by their day for good, and by their work until there is new evidence', () => {
    const entry = {
      key: 'x',
      since: '2025-12-01',
      expires: '2025-12-15',
      reason: 'r',
      owner: '',
      ratePpm: 75_000,
      left: null,
    }
    const past = { ...knownPast({ x: FLAKE }, 40), quarantines: [entry] }
    const expired = legOf({ x: 'P' }, {}, { past })
    expect(appended(expired, { 'quarantine-by': 'rules' }).body).not.toHaveProperty('quarantines')
    const left = legOf({ x: 'P' }, {}, { past: { ...past, quarantines: [{ ...entry, left: '2025-12-10' }] } })
    expect(appended(left, { 'quarantine-by': 'rules' }).body).not.toHaveProperty('quarantines')
    const { verdict } = decide(evidenceOf({ legs: [expired] }), configOf({ 'quarantine-by': 'rules' }))
    expect(verdict.reasons.find(({ ruleId }) => ruleId === 'quarantine')?.message).toContain('`x` (until 2025-12-15)')
  })

  test('excuse a flake until they end, and leave when it has passed long enough', () => {
    const entry = {
      key: 'x',
      since: '2025-12-30',
      expires: '2026-01-13',
      reason: 'r',
      owner: '',
      ratePpm: 75_000,
      left: null,
    }
    const past = { ...knownPast({ x: FLAKE }, 40), quarantines: [entry] }
    const rules = configOf({ 'quarantine-by': 'rules', 'new-failures': '0' })
    const failing = legOf({ x: 'F' }, {}, { past })
    expect(decide(evidenceOf({ legs: [failing] }), rules).verdict.outcome).toBe('pass')
    expect(decide(evidenceOf({ legs: [failing] }), configOf({ 'new-failures': '0' })).verdict.outcome).toBe('fail')
    const green = {
      ...knownPast({ x: `${FLAKE.replace('31-39', '31-339')}` }, 340),
      quarantines: [{ ...entry, since: '2025-11-01' }],
    }
    expect(appended(legOf({ x: 'P' }, {}, { past: green }), { 'quarantine-by': 'rules' }).body).toMatchObject({
      quarantines: expect.arrayContaining([expect.objectContaining({ key: 'x', left: '2026-01-02' })]),
    })
  })
})
