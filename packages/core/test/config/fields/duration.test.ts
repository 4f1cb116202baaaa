import { expect, test } from '@jest/globals'
import { durationText, parseDuration } from '../../../src/config/fields/duration.js'

test.each([
  ['500ms', 500, '500ms'],
  ['1.5s', 1500, '1.5s'],
  ['90s', 90_000, '1.5m'],
  ['10m', 600_000, '10m'],
  ['2 h', 7_200_000, '2h'],
])('%s is %d milliseconds', (written, value, text) => {
  expect(parseDuration(written)).toEqual({ ok: true, value })
  expect(durationText(value)).toBe(text)
  expect(parseDuration(text)).toEqual({ ok: true, value })
})

test.each(['5', 5, '', 's', '-1s', '1 week', null])('%j has no unit that is known', (written) => {
  expect(parseDuration(written).ok).toBe(false)
})
