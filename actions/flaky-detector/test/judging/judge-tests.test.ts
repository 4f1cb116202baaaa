import { describe, expect, test } from '@jest/globals'
import type { KnownPast, LegFacts } from '../../src/facts.js'
import { judgeTests } from '../../src/judging/judge-tests.js'
import { configOf, evidenceOf, knownPast, legOf, withQuarantine } from '../kit.js'

/** A flake well known: it did both at four commits of forty. */
const FLAKE = knownPast({ x: '0-9 10:1/1 11-19 20:1/1 21-29 30:1/1 31-34 35:1/1 36-39' }, 40)
const STABLE = knownPast({ x: '0-39' }, 40)

function judge(
  outcome: string,
  past: KnownPast,
  options: { readonly config?: ReturnType<typeof configOf>; readonly leg?: Partial<LegFacts> } = {},
) {
  const evidence = evidenceOf({ legs: [legOf({ x: outcome }, {}, { past, ...options.leg })] })
  const [test] = judgeTests(evidence, options.config ?? configOf()).tests
  if (test === undefined) throw new Error('nothing failed')
  return test
}

const QUARANTINED = withQuarantine([{ test: 'x', reason: 'timing', owner: 'acme/pay', since: '2025-12-30' }])

describe('a failing test', () => {
  test('that always passed is a new failure', () => {
    expect(judge('F', STABLE)).toMatchObject({
      standing: 'failing',
      diagnosis: { kind: 'new-failure', failed: 0, passed: 40 },
    })
  })

  test('passed when its runner tried again, and not where a failure came behind the pass', () => {
    expect(judge('FP', STABLE).standing).toBe('retried')
    expect(judge('FSP', STABLE).standing).toBe('retried')
    expect(judge('PF', STABLE)).toMatchObject({ standing: 'failing', diagnosis: { kind: 'new-failure' } })
    expect(judge('FPF', STABLE).standing).toBe('failing')
  })

  test('without any past is red, because nobody can tell', () => {
    expect(judge('F', knownPast({}, 1))).toMatchObject({ standing: 'failing', diagnosis: { kind: 'no-history' } })
  })

  test('that is a known flake counts without a quarantine', () => {
    expect(judge('F', FLAKE)).toMatchObject({
      standing: 'failing',
      diagnosis: { kind: 'known-flake' },
      excuse: { kind: 'not-excused', because: 'no-quarantine' },
    })
  })

  test('that is a known flake under a valid quarantine is excused, unproven', () => {
    expect(judge('F', FLAKE, { config: QUARANTINED })).toMatchObject({
      standing: 'excused',
      excuse: { isProven: false },
    })
  })

  test('under a quarantine that is over counts again', () => {
    const config = withQuarantine([{ test: 'x', reason: 'timing', owner: 'acme/pay', since: '2025-11-01' }])
    expect(judge('F', FLAKE, { config })).toMatchObject({ standing: 'failing', excuse: { because: 'expired' } })
  })

  test('that is no flake is not excused by any quarantine', () => {
    expect(judge('F', STABLE, { config: QUARANTINED })).toMatchObject({
      standing: 'failing',
      excuse: { because: 'no-flake' },
    })
  })

  test('of a flake whose file the change touches is not excused until it passed', () => {
    const change = { kind: 'known', base: 'b'.repeat(40), paths: ['tests/x.py'], renames: [] } as const
    const leg = legOf({ x: 'F' }, {}, { past: FLAKE, change })
    const tests = leg.tests.map((each) => ({ ...each, file: 'tests/x.py' }))
    expect(judge('F', FLAKE, { config: QUARANTINED, leg: { change, tests } })).toMatchObject({
      standing: 'failing',
      isTouched: true,
      excuse: { because: 'touched' },
    })
  })

  test('that fails on what the change starts from is not of this change', () => {
    const change = { kind: 'known', base: 'b'.repeat(40), paths: [], renames: [] } as const
    const broken = knownPast({ x: '0-35 36:1/0 37:1/0 38:1/0 39:1/0' }, 40)
    expect(judge('F', { ...broken, isOfBase: true }, { leg: { change } })).toMatchObject({
      standing: 'inherited',
      diagnosis: { kind: 'broken-since', firstFailing: { commit: String(36).padStart(40, '0') } },
    })
    expect(judge('F', { ...broken, isOfBase: true }).standing).toBe('failing')
  })
})

describe('a test that its runner retried until it passed', () => {
  test('is a proven flake and no failure', () => {
    expect(judge('FP', STABLE)).toMatchObject({ standing: 'retried', diagnosis: { kind: 'proven-flake' } })
  })

  test('is a failure where somebody wants it so, unless it is excused', () => {
    expect(judge('FP', STABLE, { config: configOf({ retried: 'fail' }) }).standing).toBe('failing')
    expect(
      judge('FP', FLAKE, {
        config: withQuarantine([{ test: 'x', reason: 'r', owner: 'o', since: '2025-12-30' }], { retried: 'fail' }),
      }).standing,
    ).toBe('excused')
  })
})

describe('a test that a rerun of ours let pass', () => {
  const leg = (outcome: string, past: KnownPast) => {
    const own = legOf({ x: outcome }, {}, { past })
    return evidenceOf({ legs: [{ ...own, tests: own.tests.map((each) => ({ ...each, reran: 1 })) }] })
  }

  test('is a proven flake that counts all the same: a retry buys a label, not a pass', () => {
    expect(judgeTests(leg('FP', STABLE), configOf()).tests).toMatchObject([
      { standing: 'failing', diagnosis: { kind: 'proven-flake' }, excuse: { because: 'no-quarantine' } },
    ])
  })

  test('is excused under a valid quarantine, and proven', () => {
    expect(judgeTests(leg('FP', FLAKE), QUARANTINED).tests).toMatchObject([
      { standing: 'excused', excuse: { isProven: true } },
    ])
  })
})

test('attempts that passed first and then failed are no flake: something around the test changed', () => {
  expect(judge('PF', STABLE)).toMatchObject({ diagnosis: { kind: 'new-failure' } })
})

describe('of several legs', () => {
  const evidence = evidenceOf({
    legs: [
      legOf({ x: 'FP', y: 'P' }, { os: 'linux' }, { past: STABLE }),
      legOf({ x: 'F', y: 'P' }, { os: 'windows' }, { past: STABLE }),
    ],
  })

  test('a test takes its worst, and is one test', () => {
    const { tests } = judgeTests(evidence, configOf())
    expect(tests).toMatchObject([
      { key: 'x', standing: 'failing', legs: [{ standing: 'retried' }, { standing: 'failing' }] },
    ])
  })
})

describe('when far more tests fail than usual', () => {
  const names = Array.from({ length: 40 }, (_, index) => `t${index}`)
  const all = (outcome: string) => Object.fromEntries(names.map((name) => [name, outcome]))

  test('nobody calls any of them a flake, and the run stays red', () => {
    const past = knownPast(Object.fromEntries(names.map((name) => [name, '0-39'])), 40)
    const { tests, mass } = judgeTests(evidenceOf({ legs: [legOf(all('F'), {}, { past })] }), configOf())
    expect(mass).toMatchObject([{ isWithheld: true, failing: 40 }])
    expect(new Set(tests.map(({ diagnosis, standing }) => `${diagnosis.kind} ${standing}`))).toEqual(
      new Set(['infrastructure failing']),
    )
  })

  test('the third run in a row is judged with the two before it: a break of nearly everything lasts', () => {
    const stories = Object.fromEntries(names.map((name) => [name, '0-37 38:1/0 39:1/0']))
    const known = knownPast(stories, 40)
    const commits = known.commits.map((commit, index) => ({ ...commit, isWithheld: index > 37, isLeftOut: index > 37 }))
    const past = { ...known, commits }
    const { tests, mass } = judgeTests(evidenceOf({ legs: [legOf(all('F'), {}, { past })] }), configOf())
    expect(mass).toMatchObject([{ isWithheld: true }])
    expect(new Set(tests.map(({ diagnosis }) => `${diagnosis.kind} ${diagnosis.streakCommits}`))).toEqual(
      new Set(['broken-since 3']),
    )
  })

  test('they are judged one by one where they failed before: that is expected', () => {
    const past = knownPast(Object.fromEntries(names.map((name) => [name, '0-38 39:1/0'])), 40)
    const usual = names
      .map((key) => ({ key, runs: 40, failedRuns: 1, failedLast: true }))
      .sort((a, b) => (a.key < b.key ? -1 : 1))
    const { mass } = judgeTests(evidenceOf({ legs: [legOf(all('F'), {}, { past: { ...past, usual } })] }), configOf())
    expect(mass).toMatchObject([{ isWithheld: false }])
  })
})
