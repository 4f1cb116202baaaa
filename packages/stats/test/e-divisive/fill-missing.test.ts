import { describe, expect, test } from '@jest/globals'
import { fillMissing } from '../../src/e-divisive/fill-missing.js'

describe('fillMissing', () => {
  // tests/analysis_test.py, test_fill_missing
  test.each([
    [
      [null, null, 1.0, 1.2, 0.5],
      [1.0, 1.0, 1.0, 1.2, 0.5],
    ],
    [
      [1.0, 1.2, null, null, 4.3],
      [1.0, 1.2, 1.2, 1.2, 4.3],
    ],
    [
      [1.0, 1.2, 0.5, null, Number.NaN],
      [1.0, 1.2, 0.5, 0.5, 0.5],
    ],
  ])('%j becomes %j', (series, filled) => {
    expect([...(fillMissing(series) ?? [])]).toEqual(filled)
  })

  test('has nothing to fill with where everything is missing', () => {
    expect(fillMissing([])).toBeNull()
    expect(fillMissing([null, Number.NaN])).toBeNull()
  })
})
