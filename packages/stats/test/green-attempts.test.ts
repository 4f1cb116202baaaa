import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { greenAttemptsNeeded } from '../src/green-attempts.js'

describe('greenAttemptsNeeded', () => {
  test.each([
    [0.01, 299],
    [0.05, 59],
    [0.3, 30],
    [1, 30],
  ])('after a failure rate of %d is %i', (rate, attempts) => {
    expect(greenAttemptsNeeded(rate)).toBe(attempts)
  })

  test('is never reached by a test that never failed: no count of passes mends it', () => {
    expect(greenAttemptsNeeded(0)).toBe(Number.POSITIVE_INFINITY)
  })

  test('leaves a flake of that rate at most a chance of 5 % to have been lucky', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-6, max: 0.999, noNaN: true }), (rate) => {
        expect((1 - rate) ** greenAttemptsNeeded(rate)).toBeLessThanOrEqual(0.05 + 1e-9)
      }),
    )
  })
})
