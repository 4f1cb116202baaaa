import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { createCutScreen } from '../../src/e-divisive/cut-screen.js'
import { createJudge } from '../../src/e-divisive/series-change-point.js'
import { anyValues } from './any-values.js'

describe('createCutScreen', () => {
  test('never says no where a cut is significant', () => {
    fc.assert(
      fc.property(anyValues, fc.constantFrom(0.0001, 0.01, 0.1, 0.4), (values, maxPValue) => {
        const part = { from: 0, end: values.length }
        const judge = createJudge(values)
        const cuts = Array.from({ length: values.length - 1 }, (_, before) => judge(before + 1, part).pValue)
        if (cuts.some((pValue) => pValue <= maxPValue)) expect(createCutScreen(maxPValue)(values, part)).toBe(true)
      }),
    )
  })

  test('spares the search of a quiet part', () => {
    const quiet = Float64Array.from({ length: 50 }, (_, at) => 100 + ((at * 7919) % 31) / 31)
    expect(createCutScreen(0.01)(quiet, { from: 0, end: 50 })).toBe(false)
  })
})
