import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { BEYOND_ASCII, CharacterCodes } from '../../src/xml/character-codes.js'

test('every character has its code at its own offset, all beyond ASCII the same one', () => {
  const characters = new CharacterCodes()
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
      characters.show(text)
      const expected = Array.from({ length: text.length }, (_, at) => Math.min(text.charCodeAt(at), 0x80))
      const shown = Array.from(characters.codes.subarray(0, text.length), (code) =>
        code === BEYOND_ASCII ? 0x80 : code,
      )
      expect(shown).toEqual(expected)
    }),
  )
})

test.each([
  ['two bytes', 'aäb'],
  ['three bytes', 'a中b'],
  ['four bytes and two characters', 'a😀b'],
  ['half a character', 'a\ud800b'],
])('a text with %s in UTF-8 is still told character by character', (_, text) => {
  const characters = new CharacterCodes()
  characters.show(text)
  const codes = [...characters.codes.subarray(0, text.length)]
  expect([codes[0], codes.at(-1)]).toEqual([0x61, 0x62])
  expect(codes.slice(1, -1).every((code) => code === BEYOND_ASCII)).toBe(true)
})

test('a longer text than any before fits', () => {
  const characters = new CharacterCodes()
  for (const length of [3, 100, 7, 100_000]) {
    characters.show(`${'x'.repeat(length)}>`)
    expect(characters.codes[length]).toBe(0x3e)
  }
})
