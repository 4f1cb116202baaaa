import { describe, expect, test } from '@jest/globals'
import { reachesFloor, staysWithinDrop } from '@testwarden/core/limits/threshold'
import type { Ratio, Reason, Unit } from '@testwarden/core/model/verdict'
import fc from 'fast-check'
import { comparedOf, keptLimit, testsToLimit } from '../../src/page/tests-to-limit.js'

const rate = fc
  .tuple(fc.integer({ min: 1, max: 100_000 }), fc.double({ min: 0, max: 1, noNaN: true }))
  .map(([denominator, share]): Ratio => ({ numerator: Math.floor(denominator * share), denominator }))
const percent = fc.integer({ min: 0, max: 100_000 }).map((thousandths) => (thousandths / 1000).toFixed(3))
const points = fc.integer({ min: 0, max: 20_000 }).map((thousandths) => (thousandths / 1000).toFixed(3))

function reasonOf(unit: Unit, numbers: Pick<Reason, 'actual' | 'baseline' | 'limit'>): Reason {
  return {
    ruleId: 'any',
    title: 'any',
    outcome: 'fail',
    message: '',
    limitOrigin: 'written',
    unit,
    ...numbers,
  }
}

function compared(unit: Unit, numbers: Pick<Reason, 'actual' | 'baseline' | 'limit'>) {
  const found = comparedOf(reasonOf(unit, numbers))
  if (found === null) throw new Error('these numbers can be compared')
  return found
}

function withMore({ numerator, denominator }: Ratio, more: number): Ratio {
  return { numerator: numerator + more, denominator }
}

describe('how many more tests reach a limit', () => {
  test('is the smallest number that reaches a floor', () => {
    fc.assert(
      fc.property(rate, percent, (actual, limit) => {
        const missing = Number(testsToLimit(compared('percent', { actual, baseline: null, limit })))
        expect(reachesFloor(withMore(actual, missing), limit)).toBe(true)
        expect(missing === 0 || !reachesFloor(withMore(actual, missing - 1), limit)).toBe(true)
      }),
    )
  })

  test('is the smallest number that stays within a drop, or leaves no more untested than before', () => {
    const passes = (actual: Ratio, baseline: Ratio, limit: string) =>
      staysWithinDrop(actual, baseline, limit) ||
      actual.denominator - actual.numerator <= baseline.denominator - baseline.numerator
    fc.assert(
      fc.property(rate, rate, points, (actual, baseline, limit) => {
        const missing = Number(testsToLimit(compared('points', { actual, baseline, limit })))
        expect(passes(withMore(actual, missing), baseline, limit)).toBe(true)
        expect(missing === 0 || !passes(withMore(actual, missing - 1), baseline, limit)).toBe(true)
      }),
    )
  })

  test('is known only where a rate was compared with a limit', () => {
    const actual = { numerator: 1, denominator: 2 }
    expect(comparedOf(reasonOf('percent', { actual: null, baseline: null, limit: '80' }))).toBeNull()
    expect(comparedOf(reasonOf('percent', { actual, baseline: null, limit: null }))).toBeNull()
    expect(comparedOf(reasonOf('points', { actual, baseline: null, limit: '1' }))).toBeNull()
    expect(comparedOf(reasonOf('count', { actual: 3, baseline: null, limit: '1' }))).toBeNull()
  })
})

describe('the limit that an accept is to name', () => {
  test('is a floor that the rate reaches, and that a hundredth more would not', () => {
    expect(
      keptLimit(compared('percent', { actual: { numerator: 15, denominator: 21 }, baseline: null, limit: '80' })),
    ).toBe('71.42')
    fc.assert(
      fc.property(rate, (actual) => {
        const limit = keptLimit(compared('percent', { actual, baseline: null, limit: '100' }))
        expect(reachesFloor(actual, limit)).toBe(true)
        expect(reachesFloor(actual, (Number(limit) + 0.01).toFixed(2))).toBe(false)
      }),
    )
  })

  test('is a drop that the rate stays within', () => {
    fc.assert(
      fc.property(rate, rate, (one, other) => {
        const [actual, baseline] = reachesNoMore(one, other) ? [one, other] : [other, one]
        const limit = keptLimit(compared('points', { actual, baseline, limit: '0' }))
        expect(limit).toMatch(/^\d+(\.\d{1,2})?$/)
        expect(staysWithinDrop(actual, baseline, limit)).toBe(true)
      }),
    )
  })
})

function reachesNoMore(left: Ratio, right: Ratio): boolean {
  return left.numerator * right.denominator <= right.numerator * left.denominator
}
