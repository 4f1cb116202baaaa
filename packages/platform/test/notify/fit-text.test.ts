import { describe, expect, test } from '@jest/globals'
import { escapeSlack } from '@testwarden/core/render/escape-chat'
import { utf8Length } from '@testwarden/core/render/utf8'
import fc from 'fast-check'
import { fitText } from '../../src/notify/fit-text.js'

const anyText = fc.string({
  unit: fc.oneof(fc.string({ unit: 'binary', maxLength: 3 }), fc.constantFrom('<', '&', '👨‍👩‍👧', 'é', '\ud83d')),
})

describe('a text is fitted', () => {
  test('whole where there is room', () => {
    expect(fitText('two words', { max: 9 })).toBe('two words')
    expect(fitText('two words', { max: 8 })).toBe('two wor…')
  })

  test('between characters as people see them', () => {
    expect(fitText('ab👨‍👩‍👧cd', { max: 8 })).toBe('ab…')
    expect(fitText('ae\u0301b', { max: 3 })).toBe('a…')
    expect(fitText('a😀b', { max: 3 })).toBe('a…')
  })

  test('never through what was escaped', () => {
    expect(fitText('a<<b', { max: 7, encode: escapeSlack })).toBe('a&lt;…')
    expect(fitText('a<<b', { max: 5, encode: escapeSlack })).toBe('a…')
  })

  test('into bytes', () => {
    expect(fitText('ééé', { max: 5, size: utf8Length })).toBe('é…')
  })

  test('into any room, in any count', () => {
    fc.assert(
      fc.property(anyText, fc.nat(60), (text, max) => {
        expect(fitText(text, { max }).length).toBeLessThanOrEqual(max)
        expect(utf8Length(fitText(text, { max, encode: escapeSlack, size: utf8Length }))).toBeLessThanOrEqual(max)
      }),
    )
  })

  test('and says as much as it can: plain letters fill the room', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z]{1,80}$/), fc.integer({ min: 1, max: 60 }), (text, max) => {
        expect(fitText(text, { max })).toHaveLength(Math.min(text.length, max))
      }),
    )
  })
})
