import { describe, expect, it } from '@jest/globals'
import { plainText } from '@testwarden/core/render/inline'
import type { TroubleCause } from '../../src/detect/trouble.js'
import type { Transition } from '../../src/life/transition.js'
import { nextText, toldText } from '../../src/page/escalation-text.js'
import { transitionText } from '../../src/page/transition-text.js'
import { causeText, lastedText, namesCode } from '../../src/page/words.js'
import { escalationOf, incidentOf, later, OPENED, toldOf } from './kit.js'

const MINUTE = 60_000

describe('words', () => {
  it.each([
    [0, 'less than a minute'],
    [-5, 'less than a minute'],
    [MINUTE, '1 min'],
    [60 * MINUTE, '1 h'],
    [125 * MINUTE, '2 h 5 min'],
    [24 * 60 * MINUTE, '1 day'],
    [51 * 60 * MINUTE + 1, '2 days 3 h'],
  ])('%d ms lasted %s', (duration, text) => {
    expect(lastedText(duration)).toBe(text)
  })

  it('name ten, and count the others', () => {
    const names = Array.from({ length: 12 }, (_, index) => `n${index}`)
    expect(plainText(namesCode(names))).toBe('n0, n1, n2, n3, n4, n5, n6, n7, n8, n9 and 2 more')
    expect(plainText(namesCode([]))).toBe('')
  })

  const causes: readonly (readonly [TroubleCause, string])[] = [
    [{ kind: 'rate', failed: 12, total: 20, limit: '50' }, '12 of 20 tests (60.0 %) failed, the limit is 50 %'],
    [{ kind: 'category', category: 'security', failed: 1 }, '1 test of the kind security failed'],
    [{ kind: 'any-failure', failed: 1, total: 1_200 }, '1 of 1,200 tests failed'],
    [{ kind: 'gate', gate: 'coverage', rule: 'floor' }, 'the gate coverage failed by its rule floor'],
    [{ kind: 'workflow', conclusion: 'timed_out' }, 'the workflow ended with timed_out'],
    [
      { kind: 'missed-run', workflow: 'nightly', since: OPENED },
      'no run of nightly was seen since 2026-11-22 10:35 UTC',
    ],
    [
      { kind: 'missed-run', workflow: 'nightly', since: null },
      'no run of nightly was seen and no earlier run is known',
    ],
  ]
  it.each(causes)('say why: %j', (cause, text) => {
    expect(plainText(causeText(cause))).toBe(text)
  })

  const [at, by] = [OPENED, 'octocat']
  const turns: readonly (readonly [Transition, string])[] = [
    [{ kind: 'worsened', at, from: 'low', to: 'high' }, 'worse: low became high'],
    [{ kind: 'given-back', at, by }, 'given back by octocat, so the escalation goes on'],
    [
      { kind: 'silenced', at, by, until: later(60), reason: 'deploying' },
      'silenced by octocat until 2026-11-22 11:35 UTC: deploying',
    ],
    [{ kind: 'resolved', at, by }, 'resolved by octocat'],
    [{ kind: 'reopened', at, by }, 'reopened by octocat'],
    [{ kind: 'reopened', at, by: null }, 'reopened: it fails again'],
  ]
  it.each(turns)('say what happened: %j', (transition, text) => {
    expect(plainText(transitionText(transition))).toBe(text)
  })
})

describe('what comes next', () => {
  const next = (part: Parameters<typeof escalationOf>[0]): string =>
    plainText(nextText({ incident: incidentOf(), escalation: escalationOf(part) }) ?? '')

  it('is said for each state of the escalation', () => {
    expect(next({ heldBy: 'silence' })).toBe('silent until 2026-11-22 10:50 UTC, then level lead is told')
    expect(next({ nextLevel: null })).toBe('the escalation goes on at 2026-11-22 10:50 UTC')
    expect(next({ nextAt: null })).toBe('nobody else is told by itself')
    expect(next({ nextAt: null, isExhausted: true })).toContain('all were told')
  })

  it('is nothing once it is over', () => {
    expect(nextText({ incident: incidentOf({ state: 'resolved' }), escalation: escalationOf() })).toBeNull()
  })

  it('says of a level without anybody that it reaches nobody', () => {
    const told = toldOf({ involved: [], people: [], targets: [] })
    expect(plainText(toldText(told))).toBe(
      'level developer at 2026-11-22 10:35 UTC, which reaches only people who look here',
    )
  })
})
