import { describe, expect, test } from '@jest/globals'
import type { RunContext } from '@testwarden/core/model/evidence'
import { renderTerminal } from '@testwarden/core/render/terminal'
import type { FailureFacts } from '@testwarden/failures/tests/test-facts'
import { decide } from '../../src/decide.js'
import type { LegFacts } from '../../src/facts.js'
import { present } from '../../src/present.js'
import { configOf, evidenceOf, knownPast, legOf, runOf, withQuarantine } from '../kit.js'

type Config = ReturnType<typeof configOf>

function pageOf(legs: readonly LegFacts[], config: Config = configOf(), run: Partial<RunContext> = {}): string {
  const evidence = evidenceOf({ legs }, { run: { ...runOf(), ...run } })
  return renderTerminal(present(decide(evidence, config), evidence, config).sections, { columns: 200, style: 'plain' })
}

function withFailure(leg: LegFacts, part: Partial<FailureFacts>): LegFacts {
  return { ...leg, failures: leg.failures.map((each) => ({ ...each, ...part })) }
}

const FLAKE = '0-9 10:1/1 11-19 20:1/1 21-29 30:1/1 31-39'

describe('a page', () => {
  test('says of a failure what it said, where to look, whose it is and how to run it again', () => {
    const change = { kind: 'known', base: 'b'.repeat(40), paths: ['src/refund.py'], renames: [] } as const
    const leg = withFailure(legOf({ test_x: 'F' }, {}, { past: knownPast({ test_x: '0-39' }, 40), change }), {
      failures: [{ type: 'AssertionError', message: 'expected 10.05, got 10.04', trace: 'a\nb' }],
      place: { path: 'tests/test_refund.py', line: 41 },
      passes: [{ path: 'src/refund.py', line: 80 }],
      owners: ['@acme/payments'],
      written: { suite: [], className: 'tests.test_refund', name: 'test_x', file: null },
    })
    const page = pageOf([leg])
    expect(page).toContain('test_x fails: a new failure')
    expect(page).toContain('Failed here. Its last 40 commits on the default branch: 40 attempts passed, none failed.')
    expect(page).toContain('expected 10.05, got 10.04')
    expect(page).toContain('tests/test_refund.py:41')
    expect(page).toContain('The trace passes your change at src/refund.py:80. Owner @acme/payments.')
    expect(page).toContain('Rerun with pytest: tests/test_refund.py::test_x')
    expect(page).toContain('Trace of test_x')
  })

  test('tells one cause once, with its category, advice and the other tests', () => {
    const full = [{ type: 'OSError', message: 'No space left on device', trace: '' }]
    const page = pageOf([withFailure(legOf({ a: 'F', b: 'F', c: 'F' }), { failures: full })])
    expect(page).toContain('a and 2 other tests fail for one cause: Disk full')
    expect(page.match(/No space left on device/g)).toHaveLength(1)
    expect(page).toContain('The same cause: 2 tests')
  })

  test('folds what is excused, with who answers for it and until when', () => {
    const config = withQuarantine([
      { test: 'x', reason: 'waits for a clock', owner: 'acme/platform', issue: '471', since: '2025-12-30' },
    ])
    const page = pageOf([legOf({ x: 'F' }, {}, { past: knownPast({ x: FLAKE }, 40) })], config)
    expect(page).toContain('Excused: 1 flake')
    expect(page).toContain('Excused, unproven: it did not pass here.')
    expect(page).toContain('Quarantined until 2026-01-13, owner acme/platform, issue 471: waits for a clock.')
  })

  test('names the runs that a known flake rests on', () => {
    const page = pageOf([legOf({ x: 'F' }, {}, { past: knownPast({ x: FLAKE }, 40) })])
    const shas = [30, 20, 10].map((at) => String(at).padStart(40, '0').slice(0, 10))
    expect(page).toContain(`it failed and passed on the same tree 3 times (at ${shas.join(', ')})`)
  })

  test('proposes a quarantine as an entry to copy', () => {
    const page = pageOf([legOf({ x: 'P' }, {}, { past: knownPast({ x: FLAKE }, 40) })])
    expect(page).toContain('Deserves a quarantine: 1 test')
    expect(page).toContain(
      '{test: "x", reason: "evidence 6 in 40 commits", owner: "<who answers for it>", since: 2026-01-02}',
    )
  })

  test('says in how many legs a test fails', () => {
    const past = knownPast({ x: '0-39' }, 40)
    const legs = ['linux', 'mac', 'windows'].map((os) => legOf({ x: os === 'mac' ? 'P' : 'F' }, { os }, { past }))
    expect(pageOf(legs)).toContain('Fails in 2 of 3 legs.')
    const retried = ['linux', 'mac', 'windows'].map((os) => legOf({ x: os === 'mac' ? 'FP' : 'F' }, { os }, { past }))
    expect(pageOf(retried)).toContain('Fails in 2 of 3 legs.')
  })

  test('says once what all legs lack', () => {
    const page = pageOf(['linux', 'mac'].map((os) => legOf({ x: 'P' }, { os })))
    expect(page.split('nothing yet')).toHaveLength(2)
  })

  test('lists slow tests with what they cost in a day', () => {
    const leg = legOf({ slow: 'P', fast: 'P' }, {}, { past: knownPast({ slow: '0-39' }, 49) })
    const tests = leg.tests.map((each) => ({ ...each, durationUs: each.key === 'slow' ? 9_100_000 : 1000 }))
    const page = pageOf([{ ...leg, tests }])
    expect(page).toContain('Over 5s: 1 test')
    expect(page).toContain('slow 9.1 s, about 3 min 38 s a day on the default branch')
    expect(page).not.toContain('fast')
  })

  test('draws how many failed at the last commits, and dates infrastructure', () => {
    const past = knownPast({ x: '0-39' }, 40)
    const commits = past.commits.map((commit, index) => ({
      ...commit,
      failed: index === 39 ? 2 : 0,
      hasRecovered: index === 20,
    }))
    const page = pageOf([legOf({ x: 'P' }, {}, { past: { ...past, commits } })])
    expect(page).toContain('Trend: 1 of the last 40 commits had failing or flaky tests')
    expect(page).toContain('Infrastructure: 1 mass failure')
  })

  test('of a hundred failures tells ten and lists the rest', () => {
    const letters = [...'abcdefghij']
    const names = letters.flatMap((left) => letters.map((right) => `reads ${left.repeat(9)} from ${right.repeat(9)}`))
    const outcomes = Object.fromEntries(names.map((name) => [name, 'F']))
    const page = pageOf([legOf(outcomes)])
    expect(page.match(/, and nothing is known of its past\n/g)?.length).toBeGreaterThanOrEqual(10)
    expect(page).toContain('90 more failing tests')
  })

  test('says that too many fail at once for anybody to learn from it', () => {
    const names = Array.from({ length: 40 }, (_, index) => `t${index}`)
    const past = knownPast(Object.fromEntries(names.map((name) => [name, '0-39'])), 40)
    const page = pageOf([legOf(Object.fromEntries(names.map((name) => [name, 'F'])), {}, { past })])
    expect(page).toContain('So many tests fail that something else may be at work')
  })
})
