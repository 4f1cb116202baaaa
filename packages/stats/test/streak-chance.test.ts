import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { posteriorMean } from '../src/beta-prior.js'
import { LONGEST_STREAK, streakBelow, streakChance } from '../src/streak-chance.js'

const counts = fc.record({ failed: fc.nat(1_000_000), passed: fc.nat(1_000_000) })

describe('streakChance', () => {
  test('is the product of the chances of each next failure', () => {
    const product = (10.3 / 100.8) * (11.3 / 101.8) * (12.3 / 102.8)
    expect(streakChance({ failed: 10, passed: 90 }, 3)).toBeCloseTo(product, 12)
  })

  test('of one attempt is the mean of the failure rate', () => {
    fc.assert(
      fc.property(counts, (before) => {
        expect(streakChance(before, 1)).toBeCloseTo(posteriorMean(before, { a: 0.3, b: 0.5 }), 7)
      }),
    )
  })

  test('is certain for no attempt, never rises with a longer streak and is a chance for any counts', () => {
    fc.assert(
      fc.property(counts, fc.nat(1_000_000), fc.nat(1000), (before, streak, more) => {
        const chance = streakChance(before, streak)
        expect(streakChance(before, 0)).toBe(1)
        expect(chance).toBeGreaterThanOrEqual(0)
        expect(chance).toBeLessThanOrEqual(1)
        expect(streakChance(before, streak + more)).toBeLessThanOrEqual(chance * (1 + 1e-7))
      }),
    )
  })
})

describe('streakBelow', () => {
  test.each([
    [0.005, 1],
    [0.05, 2],
    [0.3, 4],
    [0.5, 7],
  ])('needs, for a flake that fails at a rate of %d, %i failed attempts to be unlikely', (rate, attempts) => {
    expect(streakBelow({ failed: 1000 * rate, passed: 1000 * (1 - rate) }, 0.01)).toBe(attempts)
  })

  test('is the first streak below the chance, or the longest there is', () => {
    fc.assert(
      fc.property(counts, (before) => {
        const streak = streakBelow(before, 0.01)
        if (streak < LONGEST_STREAK) expect(streakChance(before, streak)).toBeLessThan(0.01)
        if (streak > 1) expect(streakChance(before, streak - 1)).toBeGreaterThanOrEqual(0.01)
      }),
    )
  })
})
