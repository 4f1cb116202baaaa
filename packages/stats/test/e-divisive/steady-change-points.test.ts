import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { DEFAULT_CHANGE_POINT_OPTIONS, findSeriesChangePoints } from '../../src/e-divisive/find-series-change-points.js'
import { steadyChangePoints } from '../../src/e-divisive/steady-change-points.js'

const LIMITS = { ...DEFAULT_CHANGE_POINT_OPTIONS, shortest: 3 }

const wobbling = (level: number, length: number) => Array.from({ length }, (_, at) => level + ((at * 7) % 5) / 10)

function steady(series: readonly number[]) {
  return steadyChangePoints(series, findSeriesChangePoints(series), LIMITS)
}

describe('steadyChangePoints', () => {
  test('a start with one odd value is no change', () => {
    const series = [80, ...wobbling(10, 40)]
    expect(findSeriesChangePoints(series).map(({ index }) => index)).toEqual([1])
    expect(steady(series)).toEqual([])
  })

  test('a change that begins with a spike is one change', () => {
    const found = steady([...wobbling(10, 20), 80, ...wobbling(20, 20)])
    expect(found).toHaveLength(1)
    expect([20, 21]).toContain(found[0]?.index)
    expect(found[0]?.isProvisional).toBe(false)
  })

  test('a change is provisional until three values have come since', () => {
    const ages = [1, 2, 3, 4].map((age) => steady([...wobbling(10, 30), ...wobbling(30, age)]))
    expect(ages.map((points) => points.map(({ index, isProvisional }) => [index, isProvisional]))).toEqual([
      [[30, true]],
      [[30, true]],
      [[30, false]],
      [[30, false]],
    ])
  })

  test('means are those of the segments that are left', () => {
    const series = [3, 9, 0, 3, 5, 0, 0, 17, 16, 19, 12, 10]
    expect(steady(series)).toMatchObject([{ index: 7, meanAfter: 14.8 }])
  })

  test('no segment but the last is short, and every point holds', () => {
    const values = fc.array(fc.integer({ min: 0, max: 4 }), { maxLength: 80 })
    fc.assert(
      fc.property(values, (series) => {
        const limits = { ...LIMITS, window: 20, maxPValue: 0.05 }
        const found = steadyChangePoints(series, findSeriesChangePoints(series, limits), limits)
        let before = 0
        for (const { index, pValue, magnitude } of found) {
          expect(index - before).toBeGreaterThanOrEqual(3)
          expect(pValue).toBeLessThan(0.05)
          expect(magnitude).toBeGreaterThan(0)
          before = index
        }
      }),
    )
  })

  test('has nothing to say of no values', () => {
    expect(steadyChangePoints([], [], LIMITS)).toEqual([])
    expect(steadyChangePoints([null], [], LIMITS)).toEqual([])
  })
})
