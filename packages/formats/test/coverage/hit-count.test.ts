import { describe, expect, test } from '@jest/globals'
import { readHitCount } from '../../src/coverage/hit-count.js'
import { plainInteger } from '../../src/text/plain-integer.js'

describe('a hit count', () => {
  test.each([
    ['0', 0],
    [' 12 ', 12],
    ['+7', 7],
    ['1e3', 1000],
    ['3.0', 3],
    ['9007199254740991', Number.MAX_SAFE_INTEGER],
  ])('of %j is taken as it is', (text, hits) => {
    expect(readHitCount(text)).toEqual({ hits, oddity: null })
  })

  test.each([
    ['18446744073709551615', Number.MAX_SAFE_INTEGER, /above/],
    ['1.0e+19', Number.MAX_SAFE_INTEGER, /above/],
    ['1e999', Number.MAX_SAFE_INTEGER, /above/],
    ['-3', 0, /negative/],
    ['-1e999', 0, /negative/],
    ['0.2', 1, /rounded up/],
    ['=====', 0, /=====/],
    ['#####', 0, /=====/],
  ])('of %j is changed, and that is told', (text, hits, oddity) => {
    expect(readHitCount(text)).toEqual({ hits, oddity: expect.stringMatching(oddity) })
  })

  test.each(['', 'many', 'NaN', '0x10', '1,5', '--1', '１'])('of %j is none', (text) => {
    expect(readHitCount(text)).toBeNull()
  })
})

test('a plain integer has up to 15 digits and nothing else', () => {
  expect(plainInteger('a123b', 1, 4)).toBe(123)
  expect([plainInteger('', 0, 0), plainInteger('-1', 0, 2), plainInteger('1'.repeat(16), 0, 16)]).toEqual([-1, -1, -1])
})
