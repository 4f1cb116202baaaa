import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { studentTCdf, studentTQuantile, studentTTwoSided } from '../src/student-t.js'

const degrees = fc.double({ min: 0.5, max: 2000, noNaN: true })
const distance = fc.double({ min: 0, max: 60, noNaN: true })

describe('studentTTwoSided', () => {
  // By mpmath 1.3 with 30 digits.
  test.each([
    [2.5, 7, 0.0409922185857529],
    [12, 18, 5.046511102563657e-10],
    [0.001, 48, 0.9992062601208651],
    [38, 48, 1.7587663238104365e-37],
    [1.7, 0.5, 0.4801351299157696],
    [3, 1000, 0.0027667090442381925],
    [5, 9999, 5.830336410228319e-7],
  ])('of %d with %d degrees of freedom is right to twelve digits', (t, df, expected) => {
    expect(Math.abs(studentTTwoSided(t, df) / expected - 1)).toBeLessThan(1e-12)
    expect(studentTTwoSided(-t, df)).toBe(studentTTwoSided(t, df))
  })

  test('is 1 at 0, 0 at infinity and NaN of NaN', () => {
    expect(studentTTwoSided(0, 5)).toBe(1)
    expect(studentTTwoSided(Number.NEGATIVE_INFINITY, 5)).toBe(0)
    expect(studentTTwoSided(Number.NaN, 5)).toBeNaN()
  })
})

describe('studentTCdf', () => {
  // Closed forms of one, two and four degrees of freedom.
  test.each([-30, -2, -0.3, 0, 0.3, 2, 30])('has its closed forms at %d', (t) => {
    expect(studentTCdf(t, 1)).toBeCloseTo(0.5 + Math.atan(t) / Math.PI, 14)
    expect(studentTCdf(t, 2)).toBeCloseTo(0.5 + t / (2 * Math.sqrt(2 + t * t)), 14)
    const u = t / Math.sqrt(4 + t * t)
    expect(studentTCdf(t, 4)).toBeCloseTo(0.5 + (u * (3 - u * u)) / 4, 14)
  })

  test('rises from 0 to 1', () => {
    fc.assert(
      fc.property(distance, distance, degrees, (left, right, df) => {
        const [near, far] = left < right ? [left, right] : [right, left]
        expect(studentTCdf(near, df)).toBeLessThanOrEqual(studentTCdf(far, df) + 1e-14)
        expect(studentTCdf(-near, df)).toBeCloseTo(1 - studentTCdf(near, df), 14)
      }),
    )
  })
})

describe('studentTQuantile', () => {
  // Abramowitz and Stegun, table 26.10: percentage points of the t-distribution.
  test.each([
    [0.975, 1, 12.706],
    [0.975, 2, 4.303],
    [0.975, 5, 2.571],
    [0.975, 10, 2.228],
    [0.975, 30, 2.042],
    [0.975, 120, 1.98],
    [0.9995, 1, 636.619],
    [0.9995, 10, 4.587],
    [0.9995, 30, 3.646],
    [0.75, 3, 0.765],
  ])('of %d with %d degrees of freedom is in the table', (p, df, expected) => {
    expect(studentTQuantile(p, df)).toBeCloseTo(expected, 3)
    expect(studentTQuantile(1 - p, df)).toBeCloseTo(-expected, 3)
  })

  test('gives the limit of a prediction from six values as Bencher has it (lib/bencher_boundary)', () => {
    expect(studentTQuantile(0.85, 5) * Math.sqrt(1 + 1 / 6)).toBeCloseTo(1.2483714094976244, 13)
  })

  test('undoes the distribution, far into the tail as well', () => {
    const exponent = fc.double({ min: -120, max: -0.31, noNaN: true })
    const whole = fc.integer({ min: 1, max: 2000 })
    fc.assert(
      fc.property(exponent, whole, (power, df) => {
        const p = 10 ** power
        const t = studentTQuantile(p, df)
        expect(t).toBeLessThan(0)
        expect(Math.abs(studentTCdf(t, df) / p - 1)).toBeLessThan(1e-9)
      }),
    )
  })

  test('has no end at 0 and 1, is 0 in the middle, and NaN of no chance', () => {
    expect(studentTQuantile(0, 4)).toBe(Number.NEGATIVE_INFINITY)
    expect(studentTQuantile(1, 4)).toBe(Number.POSITIVE_INFINITY)
    expect(studentTQuantile(0.5, 4)).toBe(0)
    expect(studentTQuantile(1.1, 4)).toBeNaN()
    expect(studentTQuantile(Number.NaN, 4)).toBeNaN()
  })
})
