import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { microsecondsOf } from '../../src/test-run/duration.js'

test.each([
  ['0', 0],
  ['1.5', 1_500_000],
  ['.25', 250_000],
  ['0.0000004', 0],
  ['1.5e-3', 1_500],
  ['1,234.567', 1_234_567_000],
  ['2,120.532', 2_120_532_000],
  ['1,234,567.5', 1_234_567_500_000],
  ['1.234,5', 1_234_500_000],
  ['0,160', 160_000],
  ['1,234', 1_234_000_000],
  ['12,5', 12_500_000],
  ['1 234.5', 1_234_500_000],
  ['1\u00a0234,5', 1_234_500_000],
])('%s seconds are %d microseconds', (written, expected) => {
  expect(microsecondsOf(written)).toBe(expected)
})

test.each([
  '',
  'NaN',
  '-1',
  'Infinity',
  '<<computed>>',
  'PT1.5S',
  '1e99',
  '12s',
  '0x10',
])('%s is no duration', (text) => {
  expect(microsecondsOf(text)).toBeNull()
})

test('a duration is the same in every way of writing it', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1_000_000, max: 2_600_000_000 }), (thousandths) => {
      const [whole, rest] = [Math.floor(thousandths / 1000), String(thousandths % 1000).padStart(3, '0')]
      const grouped = whole.toString().replace(/\B(?=(\d{3})+$)/g, ',')
      const expected = thousandths * 1000
      expect(microsecondsOf(`${whole}.${rest}`)).toBe(expected)
      expect(microsecondsOf(`${grouped}.${rest}`)).toBe(expected)
      expect(microsecondsOf(`${grouped.replaceAll(',', '.')},${rest}`)).toBe(expected)
    }),
  )
})
