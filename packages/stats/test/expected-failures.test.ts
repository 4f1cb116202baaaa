import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { expectedFailures } from '../src/expected-failures.js'

describe('expectedFailures', () => {
  test('expects nothing of tests that never fail, and allows three', () => {
    expect(expectedFailures(new Array<number>(10_000).fill(0))).toEqual({ expected: 0, sigma: 0, limit: 3 })
    expect(expectedFailures([]).limit).toBe(3)
  })

  test('adds up chances and their spread', () => {
    const { expected, sigma, limit } = expectedFailures([0.5, 0.5, 0.5, 0.5])
    expect([expected, sigma, limit]).toEqual([2, 1, 11])
  })

  test('counts a test that fails for certain without any spread', () => {
    expect(expectedFailures([1, 1])).toEqual({ expected: 2, sigma: 0, limit: 5 })
  })

  test('never has a limit below what it expects', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true })), (chances) => {
        const { expected, limit } = expectedFailures(chances)
        expect(limit).toBeGreaterThanOrEqual(expected + 3)
      }),
    )
  })
})
