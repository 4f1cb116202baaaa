import { expect, test } from '@jest/globals'
import { clip } from '../../src/render/clip.js'

test.each([
  ['short', 5, 'short'],
  ['longer', 5, 'long…'],
  ['abc😀', 4, 'abc…'],
  ['ab😀cd', 4, 'ab…'],
])('%s in %d is %s', (text, units, expected) => {
  expect(clip(text, units)).toBe(expected)
})
