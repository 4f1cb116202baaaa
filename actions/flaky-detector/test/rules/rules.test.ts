import { describe, expect, test } from '@jest/globals'
import type { Reason } from '@testwarden/core/model/verdict'
import { decide } from '../../src/decide.js'
import type { LegFacts, PastRoster } from '../../src/facts.js'
import { secondsText } from '../../src/rules/time-budgets.js'
import { configOf, evidenceOf, knownPast, legOf, withQuarantine } from '../kit.js'

type Inputs = Readonly<Record<string, string>>

function reasonsOf(leg: LegFacts, inputs: Inputs = {}): readonly Reason[] {
  return decide(evidenceOf({ legs: [leg] }), configOf(inputs)).verdict.reasons
}

function reason(ruleId: string, leg: LegFacts, inputs: Inputs = {}): Reason | undefined {
  return reasonsOf(leg, inputs).find((each) => each.ruleId === ruleId)
}

/** @param part of what the last whole run had */
function missing(part: Partial<PastRoster>, leg: Partial<LegFacts> = {}): LegFacts {
  const roster: PastRoster = { sha: 'c'.repeat(40), tests: 100, missing: [], missingCount: 0, added: [], ...part }
  return legOf({ a: 'P' }, {}, { past: { ...knownPast({}, 3), roster }, ...leg })
}

describe('failing tests', () => {
  test('fail a gate whose limit somebody wrote, and only advise otherwise', () => {
    const leg = legOf({ a: 'P', b: 'F' })
    expect(reason('failing-tests', leg, { 'new-failures': '0' })).toMatchObject({
      outcome: 'fail',
      actual: 1,
      limit: '0',
    })
    expect(reason('failing-tests', leg)).toMatchObject({ outcome: 'warn', limitOrigin: 'assumed' })
    expect(reason('failing-tests', leg, { 'new-failures': '1' })).toMatchObject({ outcome: 'pass' })
  })

  test('of none is inconclusive: a report without a test proves nothing', () => {
    expect(reason('failing-tests', legOf({}), { 'new-failures': '0' })).toMatchObject({ outcome: 'inconclusive' })
  })

  test('that have one cause are one thing to mend', () => {
    const leg = legOf({ a: 'F', b: 'F', c: 'F' })
    const alike = leg.failures.map((each) => ({
      ...each,
      failures: [{ type: 'OSError', message: 'No space left on device', trace: '' }],
    }))
    expect(reason('failing-tests', { ...leg, failures: alike })).toMatchObject({ actual: 3, things: 1 })
    expect(reason('failing-tests', leg)).toMatchObject({ actual: 3, things: 3 })
  })

  test('that a skip hides are no passes', () => {
    const { verdict } = decide(evidenceOf({ legs: [legOf({ a: 'S' })] }), configOf({ 'new-failures': '0' }))
    expect(verdict.reasons[0]?.wording?.actual).toContain('1 reported')
  })
})

describe('a finding of a failing test', () => {
  /** A flake well known: it did both at four commits of forty. */
  const flake = knownPast({ x: '0-9 10:1/1 11-19 20:1/1 21-29 30:1/1 31-34 35:1/1 36-39' }, 40)
  const stable = knownPast({ x: '0-39' }, 40)
  const quarantine = withQuarantine([{ test: 'x', reason: 'timing', owner: 'acme/pay', since: '2025-12-30' }])

  test.each([
    ['that passed when retried', 'FP', stable, configOf(), 'x'],
    ['that is a known flake', 'F', flake, configOf(), 'x'],
    ['that is excused', 'F', flake, quarantine, 'x'],
    ['that always passed', 'F', stable, configOf(), undefined],
  ])('%s says whether it needs anybody', (_name, outcome, past, config, flakyTest) => {
    const { findings } = decide(evidenceOf({ legs: [legOf({ x: outcome }, {}, { past })] }), config)
    expect(findings.map((finding) => finding.flakyTest)).toEqual([flakyTest])
  })

  test('that flakes in one leg and is broken in another needs somebody', () => {
    const legs = [legOf({ x: 'F' }, { os: 'a' }, { past: flake }), legOf({ x: 'F' }, { os: 'b' }, { past: stable })]
    const { findings } = decide(evidenceOf({ legs }), configOf())
    expect(findings.map(({ flakyTest }) => flakyTest)).toEqual([undefined])
  })
})

describe('flaky tests', () => {
  const flakes = (count: number, all: number): LegFacts =>
    legOf(Object.fromEntries(Array.from({ length: all }, (_, index) => [`t${index}`, index < count ? 'FP' : 'P'])))

  test.each([
    [5, 10, 'pass'],
    [6, 10, 'fail'],
    [6, 1199, 'fail'],
    [6, 1200, 'pass'],
    [7, 1200, 'fail'],
  ])('%d of %d: %s under max(5, 0.5 %%)', (count, all, outcome) => {
    expect(reason('flaky-tests', flakes(count, all), { 'flaky-tests': '5' })?.outcome).toBe(outcome)
  })

  test('are not mentioned where nobody set a limit and they are few', () => {
    expect(reason('flaky-tests', flakes(2, 10))).toBeUndefined()
  })
})

describe('missing tests', () => {
  test.each([
    ['inconclusive', 'inconclusive'],
    ['fail', 'fail'],
    ['warn', 'warn'],
  ])('over the share count as set: %s', (how, outcome) => {
    const leg = missing({ missing: ['x'], missingCount: 6 })
    expect(reason('missing-tests', leg, { 'missing-tests': how, 'missing-percent': '5' })).toMatchObject({
      outcome,
      message: expect.stringContaining('Expected 100, saw 94.'),
    })
  })

  test('exactly at the share are fine', () => {
    const written = { 'missing-tests': 'fail', 'missing-percent': '5' }
    expect(reason('missing-tests', missing({ missingCount: 5 }), written)?.outcome).toBe('pass')
  })

  test('of a file that the change touches may go', () => {
    const change = { kind: 'known', base: 'b'.repeat(40), paths: ['tests/old_test.py'], renames: [] } as const
    const keys = Array.from({ length: 50 }, (_, index) => `tests.old_test\u001ft${index}`)
    const leg = missing({ missing: keys, missingCount: 50 }, { change })
    expect(reason('missing-tests', leg, { 'missing-tests': 'fail', 'missing-percent': '5' })).toMatchObject({
      outcome: 'pass',
      message: 'Expected 50, saw 50.',
    })
  })

  test('that are new in another leg have moved there, as between shards; those that another leg had anyway are missing', () => {
    const gone = Array.from({ length: 20 }, (_, index) => `t${String(index).padStart(2, '0')}`)
    const shard = (shard: string, part: Partial<PastRoster>): LegFacts => {
      const roster = { sha: 'c'.repeat(40), tests: 100, missing: [], missingCount: 0, added: [], ...part }
      return legOf({ a: 'P' }, { shard }, { past: { ...knownPast({}, 3), roster } })
    }
    const first = shard('1', { missing: gone, missingCount: 20 })
    const outcomeBeside = (added: readonly string[]) => {
      const evidence = evidenceOf({ legs: [first, shard('2', { added })] })
      const { reasons } = decide(evidence, configOf({ 'missing-tests': 'fail', 'missing-percent': '5' })).verdict
      return reasons.filter(({ ruleId }) => ruleId === 'missing-tests').map(({ outcome }) => outcome)
    }
    expect(outcomeBeside(gone)).toEqual(['pass', 'pass'])
    expect(outcomeBeside([])).toEqual(['fail', 'pass'])
  })

  test.each([
    ['tests/old_test.pyt', true],
    ['tests.old_test.TestAt', true],
    ['acme.old_testt', true],
    ['tests.old_testst', false],
    ['bold_testt', false],
  ])('of %j belong to a changed tests/old_test.py: %s', (key, isTouched) => {
    const change = { kind: 'known', base: 'b'.repeat(40), paths: ['tests/old_test.py'], renames: [] } as const
    const written = { 'missing-tests': 'fail', 'missing-percent': '0' }
    const leg = missing({ missing: [key], missingCount: 1 }, { change })
    expect(reason('missing-tests', leg, written)?.outcome).toBe(isTouched ? 'pass' : 'fail')
  })

  test('below what somebody expects count whatever the past says', () => {
    const written = { 'expected-tests': '2', 'missing-tests': 'fail' }
    expect(reason('expected-tests', legOf({ a: 'P' }), written)).toMatchObject({
      outcome: 'fail',
      actual: 1,
      limit: '2',
    })
  })
})

describe('time', () => {
  const slow = (ms: number, key = 'a'): LegFacts => {
    const leg = legOf({ [key]: 'P' })
    return { ...leg, tests: leg.tests.map((each) => ({ ...each, durationUs: ms * 1000 })) }
  }

  test('of all tests has a limit', () => {
    expect(reason('suite-time', slow(61_000), { 'suite-time': '1m' })).toMatchObject({
      outcome: 'fail',
      actual: 61_000,
      limit: '60000',
    })
    expect(reason('suite-time', slow(60_000), { 'suite-time': '1m' })?.outcome).toBe('pass')
  })

  test('of a kind of tests is known by whole words of their names', () => {
    expect(reason('category-time', slow(31_000, 'test_api_call'))).toMatchObject({
      subject: 'integration',
      outcome: 'warn',
    })
    expect(reason('category-time', slow(31_000, 'rapid_test'))).toBeUndefined()
  })

  test.each([
    [59_949, '59.9 s'],
    [59_960, '1 min 0 s'],
    [119_600, '2 min 0 s'],
    [725_000, '12 min 5 s'],
  ])('of %i ms never reads like sixty seconds', (ms, text) => {
    expect(secondsText(ms)).toBe(text)
  })

  test('is not judged where no report times anything', () => {
    const leg = legOf({ a: 'P' })
    const tests = leg.tests.map((each) => ({ ...each, durationUs: null }))
    expect(reason('suite-time', { ...leg, tests }, { 'suite-time': '1ms' })).toBeUndefined()
  })
})

test('a quarantine that is over is told at its line until somebody takes it out', () => {
  const config = withQuarantine([{ test: 'a', reason: 'r', owner: 'acme/pay', since: '2025-11-01' }])
  const { verdict, findings } = decide(evidenceOf({ legs: [legOf({ a: 'P' })] }), config)
  expect(verdict.reasons.find(({ ruleId }) => ruleId === 'quarantine')).toMatchObject({ outcome: 'warn' })
  expect(findings).toContainEqual(
    expect.objectContaining({
      ruleId: 'quarantine',
      location: { path: '.github/testwarden.yml', startLine: 3, endLine: 3 },
    }),
  )
})

test('what is said of one leg of several names it', () => {
  const slow = (os: string): LegFacts => {
    const leg = legOf({ a: 'P' }, { os })
    return { ...leg, tests: leg.tests.map((each) => ({ ...each, durationUs: os === 'mac' ? 2_000_000 : 1000 })) }
  }
  const { verdict } = decide(evidenceOf({ legs: [slow('linux'), slow('mac')] }), configOf({ 'suite-time': '1s' }))
  expect(
    verdict.reasons.filter(({ ruleId }) => ruleId === 'suite-time').map(({ title, outcome }) => [title, outcome]),
  ).toEqual([
    ['time of all tests in test (linux)', 'pass'],
    ['time of all tests in test (mac)', 'fail'],
  ])
})
