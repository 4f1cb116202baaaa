import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { holmAdjust } from '../src/holm.js'

const chance = fc.double({ min: 0, max: 1, noNaN: true })

describe("Holm's adjustment", () => {
  test.each([
    [[], []],
    [[0.02], [0.02]],
    // The example of https://en.wikipedia.org/wiki/Holm-Bonferroni_method: at 0.05 the first and the last are rejected.
    [
      [0.01, 0.04, 0.03, 0.005],
      [0.03, 0.06, 0.06, 0.02],
    ],
    [
      [0.5, 0.6, 0.9],
      [1, 1, 1],
    ],
    [
      [0.01, 0.01],
      [0.02, 0.02],
    ],
  ])('of %j is %j', (pValues, expected) => {
    const adjusted = holmAdjust(pValues)
    expect(adjusted).toHaveLength(expected.length)
    adjusted.forEach((value, at) => {
      expect(value).toBeCloseTo(expected[at] ?? Number.NaN, 12)
    })
  })

  test('lets a test that could not be made stay one, and count', () => {
    expect(holmAdjust([Number.NaN, 0.01])).toEqual([Number.NaN, 0.02])
  })

  test('answers as stepping down does: yes until the first that is too large for how many are left', () => {
    fc.assert(
      fc.property(fc.array(chance, { maxLength: 30 }), chance, (pValues, alpha) => {
        const ascending = pValues.toSorted((left, right) => left - right)
        const stop = ascending.findIndex((value, rank) => Math.min(1, value * (pValues.length - rank)) > alpha)
        const yes = stop === -1 ? pValues.length : stop
        const answers = holmAdjust(pValues).filter((value) => value <= alpha)
        expect(answers).toHaveLength(yes)
      }),
    )
  })

  test('keeps the order, lowers none, and is at most as strict as one division by all', () => {
    fc.assert(
      fc.property(fc.array(chance, { minLength: 1 }), (pValues) => {
        holmAdjust(pValues).forEach((adjusted, at) => {
          const value = pValues[at] ?? 0
          expect(adjusted).toBeGreaterThanOrEqual(value)
          expect(adjusted).toBeLessThanOrEqual(Math.min(1, value * pValues.length))
        })
      }),
    )
  })
})
