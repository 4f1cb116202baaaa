import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { AsciiBytes, AsciiPiece } from '../../src/text/ascii-bytes.js'

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

test('a piece is found where it stands, and nowhere else', () => {
  const textArb = fc.string({ unit: fc.constantFrom('a', 'b') })
  const ascii = new AsciiBytes()
  fc.assert(
    fc.property(textArb, textArb, fc.nat(20), (text, piece, at) => {
      ascii.load(text)
      expect(ascii.has(new AsciiPiece(piece), at)).toBe(at <= text.length && text.startsWith(piece, at))
    }),
  )
})

test('what is left of a text before is not part of the next', () => {
  const ascii = new AsciiBytes()
  ascii.load('a b.go:1.2')
  ascii.load('a')
  expect(ascii.has(new AsciiPiece('a\0b.go:'), 0)).toBe(false)
  expect(ascii.has(new AsciiPiece('a'), 0)).toBe(true)
})
