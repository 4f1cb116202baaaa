import { describe, expect, test } from '@jest/globals'
import { ReportError } from '@testwarden/core/model/errors'
import fc from 'fast-check'
import { JSON_LIMITS } from '../../src/json/limits.js'
import { JsonScanner } from '../../src/json/scanner.js'
import type { JsonValue } from '../../src/json/value.js'
import type { JsonScalar, JsonVisitor } from '../../src/json/visitor.js'
import { WarningLog } from '../../src/warning-log.js'
import { collectJson } from '../support/collect-json.js'

const EVERYTHING = { maxValues: 100_000, maxDepth: 100 }

interface Scanned {
  readonly value: JsonValue
  readonly warnings: readonly { readonly message: string; readonly line: number | null }[]
}

function scan(portions: readonly string[], limits = JSON_LIMITS): Scanned {
  const warnings = new WarningLog()
  let value: JsonValue = 'nothing'
  const root: JsonVisitor = {
    enter: (_key, container) =>
      collectJson(container, EVERYTHING, (collected) => {
        value = collected
      }),
    scalar: (_key, scalar) => {
      value = scalar
    },
  }
  const scanner = new JsonScanner(root, { path: 'r.json', warnings, limits })
  for (const portion of portions) scanner.write(portion)
  scanner.end()
  return { value: plain(value), warnings: warnings.list() }
}

/** As JSON.parse gives it. */
function plain(value: JsonValue): JsonValue {
  if (value instanceof Map) return Object.fromEntries([...value].map(([key, member]) => [key, plain(member)])) as never
  return Array.isArray(value) ? value.map(plain) : value
}

function fault(text: string, limits = JSON_LIMITS): ReportError {
  try {
    scan([text], limits)
  } catch (error) {
    if (error instanceof ReportError) return error
    throw error
  }
  throw new Error('the document was accepted')
}

function saturated(value: unknown): unknown {
  if (typeof value !== 'number') return value
  return Math.max(-Number.MAX_SAFE_INTEGER, Math.min(value, Number.MAX_SAFE_INTEGER))
}

/** What is skipped must be as well-formed as what is read. */
function isRefusedUnread(text: string): boolean {
  const scanner = new JsonScanner({}, { path: 'r.json', warnings: new WarningLog() })
  try {
    scanner.write(text)
    scanner.end()
    return false
  } catch (error) {
    return error instanceof ReportError
  }
}

function isRefusedByLanguage(text: string): boolean {
  try {
    JSON.parse(text)
    return false
  } catch {
    return true
  }
}

describe('a well-formed document', () => {
  test('is what the language reads, however it is cut up', () => {
    fc.assert(
      fc.property(
        fc.jsonValue(),
        fc.integer({ min: 0, max: 4 }),
        fc.integer({ min: 1, max: 9 }),
        (value, indent, size) => {
          const text = JSON.stringify(value, null, indent)
          const portions = text.match(new RegExp(`[^]{1,${size}}`, 'g')) ?? []
          expect(scan(portions).value).toEqual(JSON.parse(text, (_key, member) => saturated(member)))
        },
      ),
    )
  })

  test('has every escape decoded, also one that two portions share', () => {
    const text = String.raw`"\"\\\/\b\f\n\r\t\u00e9\ud83d\ude00"`
    for (let cut = 0; cut <= text.length; cut++)
      expect(scan([text.slice(0, cut), text.slice(cut)]).value).toBe('"\\/\b\f\n\r\té😀')
  })

  test('may be a single number at the very end of the file', () => {
    expect(scan(['-1', '2.5e', '1']).value).toBe(-125)
  })

  test('may use keys that are parts of every object', () => {
    expect(JSON.stringify(scan(['{"__proto__":1,"constructor":2}']).value)).toBe('{"__proto__":1,"constructor":2}')
  })

  test('tells visitors the line of each member', () => {
    const seen: [string, number][] = []
    const visitor: JsonVisitor = {
      enter: (key, _container, line) => {
        seen.push([key, line])
        return visitor
      },
      scalar: (key, _value, line) => seen.push([key, line]),
    }
    const scanner = new JsonScanner(visitor, { path: 'r.json', warnings: new WarningLog() })
    for (const character of '\n{"a":\n1,"b":"x"\n,"c":[\n2]}\n') scanner.write(character)
    scanner.end()
    expect(seen).toEqual([
      ['', 2],
      ['a', 3],
      ['b', 3],
      ['c', 4],
      ['', 5],
    ])
  })
})

describe('a visitor', () => {
  test('hears when its members end, and no key comes twice from a place it left', () => {
    const seen: string[] = []
    const visitor: JsonVisitor = {
      enter: (key) => {
        seen.push(`enter ${key}`)
        return visitor
      },
      scalar: (key, value) => seen.push(`${key}=${value}`),
      leave: () => seen.push('leave'),
    }
    const scanner = new JsonScanner(visitor, { path: 'r.json', warnings: new WarningLog() })
    scanner.write('{"a":{"b":1},"c":[{"d":2},3]}')
    scanner.end()
    expect(seen).toEqual([
      'enter ',
      'enter a',
      'b=1',
      'leave',
      'enter c',
      'enter ',
      'd=2',
      'leave',
      '=3',
      'leave',
      'leave',
    ])
  })

  test('that wants no part of a member never sees it, and texts of any length are skipped', () => {
    const seen: string[] = []
    const root: JsonVisitor = {
      enter: () => ({
        enter: (key) => {
          seen.push(key)
          return null
        },
        scalar: (key) => seen.push(key),
      }),
    }
    const limits = { ...JSON_LIMITS, maxTextLength: 10 }
    const scanner = new JsonScanner(root, { path: 'r.json', warnings: new WarningLog(), limits })
    scanner.write(`{"skipped":{"k${'e'.repeat(99)}y":["${'x'.repeat(50)}\\`)
    scanner.write(`"${'y'.repeat(50)}"]},"b":1}`)
    scanner.end()
    expect(seen).toEqual(['skipped', 'b'])
  })
})

describe('numbers', () => {
  test.each([
    ['9007199254740991', 9007199254740991],
    ['-9007199254740991', -9007199254740991],
    ['0', 0],
    ['0.5', 0.5],
    ['1e3', 1000],
  ])('%s is exact', (text, value) => {
    expect(scan([text])).toEqual({ value, warnings: [] })
  })

  test.each([
    '9007199254740992',
    '18446744073709551615',
    '1e19',
    '1e400',
  ])('%s stays at 2^53 - 1, and that is said', (text) => {
    expect(scan([text])).toEqual({
      value: Number.MAX_SAFE_INTEGER,
      warnings: [{ message: 'a number beyond 2^53 - 1 counts as 2^53 - 1', line: 1 }],
    })
    expect(scan([`-${text}`]).value).toBe(-Number.MAX_SAFE_INTEGER)
  })

  test('are what they are where they are measures', () => {
    const log: JsonScalar[] = []
    const warnings = new WarningLog()
    const members: JsonVisitor = { scalar: (_key, value) => void log.push(value) }
    const scanner = new JsonScanner({ enter: () => members }, { path: 'r.json', warnings, numbers: 'measures' })
    scanner.write('[1e17,-1e17,1e999,NaN,-Infinity,null]')
    scanner.end()
    const { NaN: none, POSITIVE_INFINITY: most, NEGATIVE_INFINITY: least } = Number
    expect(log).toEqual([1e17, -1e17, most, none, least, null])
    expect(warnings.list()).toEqual([])
  })

  test.each(['NaN', 'Infinity', '-Infinity'])('%s, as Python writes it, is null, and that is said', (text) => {
    expect(scan([`[\n${text}]`])).toEqual({
      value: [null],
      warnings: [{ message: `${text} is no JSON number: it is read as null`, line: 2 }],
    })
  })
})

test('half a surrogate pair, as Python writes bytes that are no text, becomes U+FFFD, and that is said', () => {
  expect(scan([String.raw`"a\udc80b"`])).toEqual({
    value: 'a\ufffdb',
    warnings: [{ message: 'half a surrogate pair in a text was replaced by U+FFFD', line: 1 }],
  })
})

describe('a fault', () => {
  test.each([
    ['', 'holds no value'],
    ['  \n', 'holds no value'],
    ['{', 'ends inside an object'],
    ['{"a"', 'ends inside an object'],
    ['{"a":', 'ends inside an object'],
    ['{"a":1', 'ends inside an object'],
    ['[1,', 'ends inside an array'],
    ['"abc', 'ends inside its only value'],
    ['["abc', 'ends inside an array'],
    ['{"a":1,}', 'where a key in double quotes must be'],
    ['{a:1}', 'where a key in double quotes must be'],
    ["{'a':1}", 'where a key in double quotes must be'],
    ['{"a" 1}', 'where the colon behind a key must be'],
    ['[1 2]', 'where a comma or the end of an array must be'],
    ['[1}', 'where a comma or the end of an array must be'],
    ['{"a":1]', 'where a comma or the end of an object must be'],
    ['[,1]', 'where a value must be'],
    ['[1,]', 'where a value must be'],
    ['[01]', 'where a value must be'],
    ['[1.]', 'where a value must be'],
    ['[+1]', 'where a value must be'],
    ['[-]', 'where a value must be'],
    ['[.5]', 'where a value must be'],
    ['[TRUE]', 'where a value must be'],
    ['[trueish]', 'where a value must be'],
    ['[undefined]', 'where a value must be'],
    ['// x\n1', 'where a value must be'],
    ['[1] 2', 'something behind the end'],
    ['{}{}', 'something behind the end'],
    ['["a\nb"]', 'control character inside a text'],
    ['["\\x"]', 'a backslash with something behind it'],
    ['["\\u12g4"]', 'a backslash with something behind it'],
    ['[\u0000]', 'a control character where a value must be'],
  ])('in %j is named, and the language refuses it too', (text, problem) => {
    expect(fault(text).message).toContain(problem)
    expect(isRefusedByLanguage(text)).toBe(true)
    expect(isRefusedUnread(text)).toBe(true)
  })

  test('has its line and its place in the file, which one long line needs', () => {
    const error = fault('{\n"a": [1,\n 2, x]}')
    expect([error.line, error.path]).toEqual([3, 'r.json'])
    expect(error.message).toBe('not well-formed JSON in line 3 (character 16 of the file): x where a value must be')
    expect(error.remedy).not.toBe('')
  })

  test('is found by whichever portion ends early', () => {
    const text = JSON.stringify({ a: [1, 'b\n', true, null, { c: -1.5 }] })
    for (let end = 0; end < text.length; end++) expect(isRefusedUnread(text.slice(0, end))).toBe(true)
    for (let end = 0; end < text.length; end++) expect(fault(text.slice(0, end)).line).toBe(1)
  })

  test('is what damage makes wherever the language thinks so too', () => {
    const text = JSON.stringify({ a: [1, 'b', true, null, { c: -1.5, d: 'é' }], e: {} })
    fc.assert(
      fc.property(fc.nat(text.length - 1), fc.constantFrom(...'{}[],:"\\0x- \n'), (at, character) => {
        const damaged = text.slice(0, at) + character + text.slice(at + 1)
        expect(isRefusedUnread(damaged)).toBe(isRefusedByLanguage(damaged))
      }),
    )
  })
})

describe('limits', () => {
  test('nesting', () => {
    expect(fault('['.repeat(20_000)).message).toContain('nested more than 512 deep')
    expect(scan([`${'['.repeat(3)}${']'.repeat(3)}`], { ...JSON_LIMITS, maxDepth: 3 }).value).toEqual([[[]]])
  })

  test('texts and keys that somebody asked for', () => {
    const limits = { ...JSON_LIMITS, maxTextLength: 10 }
    expect(fault(`["${'x'.repeat(20)}`, limits).message).toContain('a text longer than 10 characters')
    expect(fault(`{"${'x'.repeat(20)}`, limits).message).toContain('a text longer than 10 characters')
  })

  test('numbers', () => {
    expect(fault('1'.repeat(2000)).message).toContain('a number longer than 1024 characters')
  })
})
