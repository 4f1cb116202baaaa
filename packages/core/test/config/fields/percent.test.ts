import { describe, expect, test } from '@jest/globals'
import { parsePercent } from '../../../src/config/fields/percent.js'

describe('a percentage', () => {
  test.each([
    [90, '90'],
    ['90', '90'],
    ['90%', '90'],
    ['84.50 %', '84.50'],
    [0, '0'],
    [100, '100'],
  ])('%p keeps its digits: %p', (raw, value) => {
    expect(parsePercent(raw)).toEqual({ ok: true, value })
  })

  test.each([
    -1,
    100.1,
    '1e2',
    '0x10',
    '9,5',
    '',
    'ninety',
    null,
    true,
    [],
    {},
    Number.NaN,
    Infinity,
  ])('%p is refused', (raw) => {
    expect(parsePercent(raw).ok).toBe(false)
  })
})
