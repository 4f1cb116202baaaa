import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { normalCdf, normalQuantile } from '../src/normal.js'

function expectRelative(actual: number, expected: number, precision: number): void {
  expect(Math.abs(actual / expected - 1)).toBeLessThan(precision)
}

describe('the normal distribution', () => {
  // To 40 digits by mpmath 1.4.1, ncdf, then rounded to a double.
  test.each([
    [-30, 4.906713927148187e-198],
    [-8, 6.220960574271784e-16],
    [-3, 0.0013498980316300946],
    [-2, 0.02275013194817921],
    [-1.99, 0.023295467750211823],
    [-1, 0.15865525393145705],
    [-0.1, 0.460172162722971],
    [0, 0.5],
    [1, 0.8413447460685429],
    [2.1, 0.9821355794371834],
  ])('lies below %d with chance %d', (z, chance) => {
    expectRelative(normalCdf(z), chance, 1e-14)
  })

  // Wichura's algorithm AS 241 (1988) is published with the first two; .85 is of Bencher's boundary tests.
  test.each([
    [0.25, -0.6744897501960817],
    [0.001, -3.0902323061678136],
    [1e-20, -9.262340089798407],
    [0.85, 1.0364333894937896],
    [0.975, 1.9599639845400543],
    [0.99, 2.326347874040841],
  ])('has its quantile of %d at %d', (p, z) => {
    expectRelative(normalQuantile(p), z, 1e-14)
  })

  test('ends nowhere, and a chance is from 0 to 1', () => {
    expect([0, 1].map(normalQuantile)).toEqual([Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY])
    expect([-0.1, 1.1, Number.NaN].map(normalQuantile)).toEqual([Number.NaN, Number.NaN, Number.NaN])
    expect([Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY].map(normalCdf)).toEqual([0, 1])
  })

  test('has a quantile for every chance, down to the smallest, that leads back to it', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-300, max: 0.999, noNaN: true }), (p) => {
        expectRelative(normalCdf(normalQuantile(p)), p, 1e-12)
      }),
    )
  })

  test('rises, and is as far above a half as it is below on the other side', () => {
    fc.assert(
      fc.property(fc.double({ min: -9, max: 9, noNaN: true }), (z) => {
        expect(normalCdf(z) + normalCdf(-z)).toBeCloseTo(1, 14)
        expect(normalCdf(z + 1e-6)).toBeGreaterThanOrEqual(normalCdf(z))
      }),
    )
  })
})
