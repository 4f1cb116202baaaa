import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { AsciiBytes } from '../../src/text/ascii-bytes.js'

test('bytes stand where the characters stand, as long as all are ASCII', () => {
  const ascii = new AsciiBytes()
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('a', '\0', '\n', '\x7f', '\x80', 'é', '→', '\ud800') }), (text) => {
      const codes = Array.from({ length: text.length }, (_, at) => text.charCodeAt(at))
      const isAscii = codes.every((code) => code < 0x80)
      expect(ascii.load(text)).toBe(isAscii)
      if (isAscii) expect([...ascii.bytes.subarray(0, text.length + 1)]).toEqual([...codes, 0])
    }),
  )
})
