import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { elapsedUs, spanUs } from '../../../src/test-run/trx/span.js'

test.each([
  ['00:00:00', 0],
  ['00:00:00.0000007', 1],
  ['00:00:00.0281625', 28_163],
  ['00:00:01.5', 1_500_000],
  ['01:02:03.0000010', 3_723_000_001],
  ['1.00:00:00.0000000', 86_400_000_000],
])('%s is %d microseconds', (written, expected) => {
  expect(spanUs(written)).toBe(expected)
})

test.each([
  null,
  '',
  'NaN',
  '-00:00:01',
  '00:00',
  '1:2:3',
  '40.00:00:00',
  '00:00:00,5',
  '00:00:00.12345678',
])('%j is no span', (written) => {
  expect(spanUs(written)).toBeNull()
})

test('a span is its days, hours, minutes, seconds and the rest', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 30 * 86_400 * 1_000_000 }), (us) => {
      const part = (unitUs: number, count: number) => String(Math.floor(us / unitUs) % count).padStart(2, '0')
      const clock = `${part(3_600_000_000, 24)}:${part(60_000_000, 60)}:${part(1_000_000, 60)}`
      const days = Math.floor(us / 86_400_000_000)
      expect(spanUs(`${days}.${clock}.${String(us % 1_000_000).padStart(6, '0')}0`)).toBe(us)
    }),
  )
})

test('the time between two moments keeps their microseconds, whatever their zones', () => {
  expect(elapsedUs('2026-11-20T09:15:01.9866971+01:00', '2026-11-20T08:15:03.1023832Z')).toBe(1_115_686)
})

test.each([
  ['2026-11-20T09:15:01', '2026-11-20T09:15:02Z'],
  ['2026-11-20T09:15:02Z', '2026-11-20T09:15:01Z'],
  ['2025-01-01T00:00:00Z', '2026-11-20T09:15:01Z'],
  [null, '2026-11-20T09:15:01Z'],
])('between %s and %s nobody knows how long it was', (start, finish) => {
  expect(elapsedUs(start, finish)).toBeNull()
})
