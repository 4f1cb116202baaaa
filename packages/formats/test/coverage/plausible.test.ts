import { expect, test } from '@jest/globals'
import { plausibleLines } from '../../src/coverage/plausible.js'

test('a single range may be long, many are short on average, and no program is without end', () => {
  expect(plausibleLines(1)).toBeGreaterThan(250_000)
  expect(plausibleLines(10_000)).toBeLessThan(1_000_000)
  expect(plausibleLines(1e9)).toBe(2 ** 24)
})
