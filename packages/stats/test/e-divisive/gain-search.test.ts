import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { searchGains } from '../../src/e-divisive/gain-search.js'
import { anyValues } from './any-values.js'

const THREE_LEVELS = Float64Array.of(
  ...[0.3, 2.4, 1.5, -0.9, -0.5, 99.7, 98.3, 99.1, 149.0, 149.7, 149.5, 149.1, 148.8, 150.0],
)

describe('searchGains', () => {
  test('has the candidate of Otava (tests/change_point_divisive_test.py)', () => {
    const { cuts, gains } = searchGains(THREE_LEVELS, { start: 0, from: 0, end: THREE_LEVELS.length })
    expect(cuts.at(-1)).toBe(5)
    expect(gains.at(-1)).toBeCloseTo(761.2821428571428, 10)
  })

  test('knows the best cut of every beginning, as a search of the beginning alone does', () => {
    fc.assert(
      fc.property(anyValues, (values) => {
        const all = searchGains(values, { start: 0, from: 0, end: values.length })
        for (let end = 2; end <= values.length; end++) {
          const part = searchGains(values, { start: 0, from: 0, end })
          expect([part.cuts.at(-1), part.gains.at(-1)]).toEqual([all.cuts[end - 2], all.gains[end - 2]])
        }
      }),
      { numRuns: 30 },
    )
  })

  test('does not know what it searched before, in its own buffers or in larger ones', () => {
    const long = Float64Array.from({ length: 400 }, (_, at) => (at * 7919) % 31)
    const whole = { start: 0, from: 0, end: 400 }
    const part = { start: 40, from: 50, end: 90 }
    const [first, small] = [searchGains(long, whole), searchGains(long, part)]
    expect(searchGains(long, whole)).toEqual(first)
    expect(searchGains(long, part)).toEqual(small)
  })
})
