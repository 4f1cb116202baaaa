import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { doctypeEnd } from '../../src/xml/doctype.js'

const START = '<!DOCTYPE'

test.each([
  ['a system identifier', ' coverage SYSTEM "http://example.test/coverage-04.dtd">'],
  ['a > in quotes', ` coverage SYSTEM 'a>b' "c>'d">`],
  ['an internal subset', ' r [ <!ENTITY a "1"> <!ELEMENT r (#PCDATA)> ]>'],
  ['a > and brackets in quotes of the subset', ' r [ <!ENTITY a "]>"> ] >'],
  ['a comment in the subset, with quotes and brackets in it', ` r [ <!-- it's "]> --> ]>`],
  ['a comment that begins with a >', ' r [ <!--> ]> --> ]>'],
  ['an instruction in the subset, with the same', ` r [ <?x it's "]> ?> ]>`],
  ['nothing but a name', ' r>'],
])('with %s it ends behind its own >', (_, rest) => {
  expect(doctypeEnd(`${START}${rest}<r/>`, START.length)).toBe(START.length + rest.length)
})

test.each([
  '',
  ' r',
  ' r "a',
  ' r \'a">',
  ' r [',
  ' r [ <!ENTITY a "1">',
  ' r [ <!-- ]>',
  ' r [ <!-- -- ]>',
  ' r [ <?x ]>',
])('%j is not whole', (rest) => {
  expect(doctypeEnd(START + rest, START.length)).toBe(-1)
})

test('the same end is found however much text follows', () => {
  const restArb = fc.array(fc.constantFrom(' r', '[', ']', '>', '"', "'", '<!--', '-->', '<?', '?>', '<!E a>'))
  fc.assert(
    fc.property(restArb, fc.string(), (parts, behind) => {
      const text = START + parts.join('')
      const end = doctypeEnd(text, START.length)
      fc.pre(end !== -1)
      expect(doctypeEnd(text + behind, START.length)).toBe(end)
      expect(text[end - 1]).toBe('>')
    }),
  )
})
