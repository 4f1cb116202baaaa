import { describe, expect, test } from '@jest/globals'
import { applyMode, type ModeSettings } from '../../src/limits/apply-mode.js'
import { type Outcome, worstOutcome } from '../../src/model/outcome.js'
import type { Reason, Verdict } from '../../src/model/verdict.js'

function verdictOf(...outcomes: readonly Outcome[]): Verdict {
  const reasons = outcomes.map(
    (outcome): Reason => ({
      ruleId: outcome,
      title: outcome,
      outcome,
      message: '',
      actual: null,
      limit: '80',
      limitOrigin: 'written',
      unit: 'percent',
      baseline: null,
    }),
  )
  return { outcome: worstOutcome(outcomes), headline: 'as decided', reasons }
}

function settings(
  mode: ModeSettings['mode']['value'],
  onInconclusive: ModeSettings['on-inconclusive']['value'] = 'inconclusive',
): ModeSettings {
  return { mode: { value: mode }, 'on-inconclusive': { value: onInconclusive } }
}

describe('enforce', () => {
  test('changes nothing by itself', () => {
    expect(applyMode(verdictOf('pass', 'fail'), settings('enforce'))).toEqual(verdictOf('pass', 'fail'))
  })

  test('maps inconclusive before folding, so that another broken limit still shows', () => {
    const applied = applyMode(verdictOf('inconclusive', 'warn'), settings('enforce', 'pass'))
    expect(applied.outcome).toBe('warn')
    expect(applied.reasons.map(({ outcome }) => outcome)).toEqual(['pass', 'warn'])
    expect(applyMode(verdictOf('inconclusive', 'pass'), settings('enforce', 'fail')).outcome).toBe('fail')
  })

  test('leaves a verdict without reasons skipped', () => {
    expect(applyMode(verdictOf(), settings('enforce')).outcome).toBe('skipped')
  })
})

test('advise never gives more than a warning', () => {
  const applied = applyMode(verdictOf('fail', 'inconclusive', 'pass', 'skipped'), settings('advise', 'fail'))
  expect(applied.outcome).toBe('warn')
  expect(applied.reasons.map(({ outcome }) => outcome)).toEqual(['warn', 'warn', 'pass', 'skipped'])
})

test('collect judges nothing and says so', () => {
  const applied = applyMode(verdictOf('fail', 'pass'), settings('collect'))
  expect(applied.outcome).toBe('skipped')
  expect(applied.reasons.map(({ outcome }) => outcome)).toEqual(['skipped', 'skipped'])
  expect(applied.headline).toContain('Collected')
})
