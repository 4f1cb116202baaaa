import { expect, test } from '@jest/globals'
import { instantOf, instantOfMilliseconds } from '../src/instant.js'

test.each([
  ['2024-05-06T07:08:09Z', '2024-05-06T07:08:09.000Z'],
  ['2024-05-06T07:08:09.123456+02:00', '2024-05-06T05:08:09.123Z'],
  ['2024-05-06 07:08:09 -0530', '2024-05-06T12:38:09.000Z'],
  [' 2024-05-06T07:08:09 UTC', '2024-05-06T07:08:09.000Z'],
])('%s is a moment', (written, expected) => {
  expect(instantOf(written)).toBe(expected)
})

test.each([
  null,
  '',
  '2024-05-06T07:08:09',
  '2024-05-06T07:08:09 CEST',
  '2024-13-40T00:00:00Z',
  'yesterday',
])('%s is none: without a zone nobody knows when that was', (written) => {
  expect(instantOf(written)).toBeNull()
})

test('milliseconds are a moment of this century or none, whatever a report has in their place', () => {
  expect(instantOfMilliseconds(1795328121246)).toBe('2026-11-22T06:15:21.246Z')
  for (const none of [null, Number.NaN, Number.POSITIVE_INFINITY, -1, 0, 8.64e15])
    expect(instantOfMilliseconds(none)).toBeNull()
})
