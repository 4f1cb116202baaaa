import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { Fields } from '../../src/json/fields.js'
import { JSON_LIMITS, type JsonLimits } from '../../src/json/limits.js'
import { JsonScanner } from '../../src/json/scanner.js'
import type { JsonScalar } from '../../src/json/visitor.js'
import { ClippedText } from '../../src/test-run/clipped-text.js'
import { WarningLog } from '../../src/warning-log.js'

const LIMITS: JsonLimits = { ...JSON_LIMITS, maxTextLength: 100 }
const KEPT = 80

function scan(pieces: readonly string[]): { values: (readonly [string, JsonScalar])[]; warnings: WarningLog } {
  const values: (readonly [string, JsonScalar])[] = []
  const warnings = new WarningLog()
  const members = { scalar: (key: string, value: JsonScalar) => void values.push([key, value]) }
  const longText = new ClippedText(KEPT)
  const scanner = new JsonScanner({ enter: () => members }, { path: 'r.json', warnings, limits: LIMITS, longText })
  for (const piece of pieces) scanner.write(piece)
  scanner.end()
  return { values, warnings }
}

test('a value that is too long keeps its beginning and its end, with a warning, and what follows is read', () => {
  const { values, warnings } = scan([JSON.stringify({ long: `begin${'x\n"'.repeat(500)}end`, after: 'this' })])
  const [[, long] = ['', null], after] = values
  expect(long).toMatch(/^begin.*characters left out.*end$/s)
  expect(String(long).length).toBeLessThan(150)
  expect(after).toEqual(['after', 'this'])
  expect(warnings.list()).toEqual([{ message: 'a text longer than 100 characters is shortened', line: 1 }])
})

test('a long value is the same wherever the text is cut into pieces, escapes too', () => {
  const unit = fc.constantFrom('a', '\n', '"', '\\', 'ü', '\u0001', 'xyz'.repeat(10))
  fc.assert(
    fc.property(fc.array(unit, { maxLength: 80 }), fc.array(fc.nat(400), { maxLength: 4 }), (units, cuts) => {
      const text = JSON.stringify({ long: units.join('').repeat(3), after: 1 })
      const places = [0, ...cuts.map((cut) => Math.min(cut, text.length)).sort((a, b) => a - b), text.length]
      const pieces = places.slice(1).map((place, nth) => text.slice(places[nth], place))
      expect(scan(pieces).values).toEqual(scan([text]).values)
    }),
  )
})

test('a key that is too long is refused all the same', () => {
  expect(() => scan([JSON.stringify({ ['k'.repeat(200)]: 1 })])).toThrow('a text longer than 100 characters')
})

test('a text that nobody asked for may be of any length, and nothing is said of it', () => {
  const fields = new Fields(new Set(['name']))
  const warnings = new WarningLog()
  const scanner = new JsonScanner({ enter: () => fields }, { path: 'r.json', warnings, limits: LIMITS })
  scanner.write(JSON.stringify({ picture: 'A'.repeat(10_000), name: 'one' }))
  scanner.end()
  expect(fields.text('name')).toBe('one')
  expect(warnings.list()).toEqual([])
})
