import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { utf8Length } from '../../src/render/utf8.js'

test('counts what an encoder would write', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(utf8Length(text)).toBe(new TextEncoder().encode(text).length)
    }),
  )
})

test('counts half a pair as the replacement that an encoder writes', () => {
  for (const text of ['\ud800', '\udc00\ud800', '\ud800\ud800\udc00', 'a\udfff']) {
    expect(utf8Length(text)).toBe(new TextEncoder().encode(text).length)
  }
})
