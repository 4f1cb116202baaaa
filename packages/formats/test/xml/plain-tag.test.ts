import { expect, test } from '@jest/globals'
import { AttributeSpans } from '../../src/xml/attributes.js'
import { CharacterCodes } from '../../src/xml/character-codes.js'
import { XML_LIMITS } from '../../src/xml/limits.js'
import { NOT_PLAIN, PlainTagReader, plainNameEnd } from '../../src/xml/plain-tag.js'
import { expandReferences } from '../../src/xml/references.js'

/** Reads `<line...>`; the attributes are only told of a tag that is plain. */
function read(rest: string, limits = XML_LIMITS): { readonly end: number; readonly attributes: readonly unknown[] } {
  const text = `<line${rest}`
  const characters = new CharacterCodes()
  characters.show(text)
  const spans = new AttributeSpans(limits, expandReferences)
  spans.clear(text)
  const start = plainNameEnd(characters.codes, 1)
  const end = new PlainTagReader(spans).read(characters.codes, start, text.indexOf('>'))
  return {
    end: end === NOT_PLAIN ? NOT_PLAIN : end - start,
    attributes: spans.names().map((name) => [name, spans.get(name)]),
  }
}

test.each([
  ['>', 0, []],
  ['/>', 0, []],
  [' >', 1, []],
  [' number="12">', 12, [['number', '12']]],
  [' number="12"/>', 12, [['number', '12']]],
  [
    '\n  a="" b.c-d:e="x y\'=/">',
    24,
    [
      ['a', ''],
      ['b.c-d:e', "x y'=/"],
    ],
  ],
])('<line%s ends where it says, with its attributes', (rest, end, attributes) => {
  expect(read(rest)).toEqual({ end, attributes })
})

test.each([
  ['a value in single quotes', " a='1'>"],
  ['a reference', ' a="&lt;">'],
  ['a < in a value', ' a="<">'],
  ['a > in a value', ' a=">">'],
  ['a tab in a value', ' a="\t">'],
  ['a line feed in a value', ' a="\n">'],
  ['a character beyond ASCII in a value', ' a="ä">'],
  ['a name beyond ASCII', ' ä="1">'],
  ['a name that begins with a digit', ' 1a="1">'],
  ['blanks around the sign', ' a = "1">'],
  ['a tab between attributes', ' a="1"\tb="2">'],
  ['no blank between attributes', ' a="1"b="2">'],
  ['no value', ' a>'],
  ['a value without an end', ' a="1>'],
])('%s is left to the strict reader', (_, rest) => {
  expect(read(rest).end).toBe(NOT_PLAIN)
})

test('so is a tag against a limit', () => {
  const limits = { ...XML_LIMITS, maxAttributes: 2, maxAttributeLength: 3 }
  expect(read(' a="123" b="2">', limits).end).not.toBe(NOT_PLAIN)
  expect(read(' a="1234">', limits).end).toBe(NOT_PLAIN)
  expect(read(' a="1" b="2" c="3">', limits).end).toBe(NOT_PLAIN)
})

test('a name ends where something else begins', () => {
  const characters = new CharacterCodes()
  characters.show('<a:b.c-1 ')
  expect([plainNameEnd(characters.codes, 1), plainNameEnd(characters.codes, 8)]).toEqual([8, 8])
})
