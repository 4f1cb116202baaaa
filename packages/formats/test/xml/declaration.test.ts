import { expect, test } from '@jest/globals'
import { isDeclaration, MAX_DECLARATION_LENGTH } from '../../src/xml/declaration.js'

test.each([
  ' version="1.0"',
  " version='1.0' ",
  ' version="1.1" encoding="UTF-8"',
  '\n\tversion = "1.0"\n\tencoding = \'iso-8859-1\'\n\tstandalone = "yes" ',
  ' version="1.0" standalone="no"',
])('%j is a declaration', (body) => {
  expect(isDeclaration(body)).toBe(true)
})

test.each([
  ['without a version', ''],
  ['with nothing but an encoding', ' encoding="UTF-8"'],
  ['without a blank first', 'version="1.0"'],
  ['without a blank between', ' version="1.0"encoding="UTF-8"'],
  ['in another order', ' encoding="UTF-8" version="1.0"'],
  ['with a version of another kind', ' version="2.0"'],
  ['with quotes that do not match', ` version="1.0'`],
  ['with an encoding that begins with a digit', ' version="1.0" encoding="8859-1"'],
  ['with an empty encoding', ' version="1.0" encoding=""'],
  ['with a standalone that is neither yes nor no', ' version="1.0" standalone="maybe"'],
  ['with something behind', ' version="1.0" color="red"'],
])('what is written %s is none', (_, body) => {
  expect(isDeclaration(body)).toBe(false)
})

test('one longer than any tool writes is none, and found so at once', () => {
  const body = (length: number): string => ` version="1.0"${' '.repeat(length - ' version="1.0"'.length)}`
  expect(isDeclaration(body(MAX_DECLARATION_LENGTH))).toBe(true)
  expect(isDeclaration(body(MAX_DECLARATION_LENGTH + 1))).toBe(false)
  expect(isDeclaration(`${' '.repeat(10_000_000)}x`)).toBe(false)
})
