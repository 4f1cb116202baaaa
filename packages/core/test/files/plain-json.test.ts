import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { assertPlainJson, MAX_NESTING, parsePlainJson } from '../../src/files/plain-json.js'

const LIMIT = 1_000_000

describe('parsePlainJson', () => {
  test('gives what JSON.parse gives for every value that has no prototype key', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 10, noUnicodeString: false }), (value) => {
        const text = JSON.stringify(value)
        fc.pre(!text.includes('__proto__'))
        expect(parsePlainJson(text, LIMIT)).toEqual({ ok: true, value: JSON.parse(text) })
      }),
    )
  })

  test.each([
    ['a longer text than allowed', '"123456789"', /11 characters long; at most 10/, 10],
    ['nothing', '', /not JSON/, LIMIT],
    ['a text that ends early', '{"a":[1,', /not JSON/, LIMIT],
    ['an open string', '"abc\\', /not JSON/, LIMIT],
    ['a prototype key', '{"a":[{"__proto__":{"isAdmin":true}}]}', /"__proto__" at a\[0\]/, LIMIT],
    ['an escaped prototype key', '{"\\u005f_proto__":1}', /"__proto__" at the top/, LIMIT],
    ['a number beyond every double', '{"a":{"b":1e999}}', /no finite number at a\.b/, LIMIT],
    ['one level too many', `${'['.repeat(MAX_NESTING + 1)}${']'.repeat(MAX_NESTING + 1)}`, /nested more than/, LIMIT],
  ])('refuses %s', (_name, text, message, limit) => {
    expect(parsePlainJson(text, limit)).toEqual({ ok: false, message: expect.stringMatching(message) })
  })

  test('refuses a million open brackets before anything is parsed', () => {
    expect(parsePlainJson('[{"a":'.repeat(1_000_000), 10_000_000)).toEqual({
      ok: false,
      message: expect.stringMatching(/nested more than/),
    })
  })

  test('brackets inside strings are no nesting', () => {
    const text = JSON.stringify({ 'a"[[': `\\"${'['.repeat(100)}` })
    expect(parsePlainJson(text, LIMIT)).toEqual({ ok: true, value: JSON.parse(text) })
  })

  test('a long hostile key does not fill the message', () => {
    const parsed = parsePlainJson(`{"${'k'.repeat(10_000)}":1e999}`, LIMIT)
    expect(parsed).toEqual({ ok: false, message: expect.stringMatching(/^.{1,300}$/) })
  })
})

describe('assertPlainJson', () => {
  test.each([
    ['a Map', { facts: new Map() }, /facts/],
    ['a Date', [new Date(0)], /\[0\]/],
    ['NaN', { a: [{ b: Number.NaN }] }, /a\[0\]\.b/],
    ['a bigint', { a: 1n }, /\ba\b/],
    ['undefined in a list', [undefined], /\[0\]/],
    ['a cycle', cycle(), /nested/],
  ])('refuses %s and names its place', (_name, value, message) => {
    expect(() => assertPlainJson(value)).toThrow(TypeError)
    expect(() => assertPlainJson(value)).toThrow(message)
  })

  test('an undefined field counts as absent', () => {
    expect(() => assertPlainJson({ a: undefined, b: [1, 'x', null, true] })).not.toThrow()
  })
})

function cycle(): unknown {
  const object: Record<string, unknown> = {}
  object.self = object
  return object
}
