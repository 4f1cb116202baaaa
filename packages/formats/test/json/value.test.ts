import { expect, test } from '@jest/globals'
import { JsonScanner } from '../../src/json/scanner.js'
import { asArray, asObject, type JsonValue } from '../../src/json/value.js'
import { WarningLog } from '../../src/warning-log.js'
import { collectJson, type ValueLimits } from '../support/collect-json.js'

function collect(text: string, limits: ValueLimits): JsonValue {
  let value: JsonValue = 'nothing'
  const root = {
    enter: (_key: string, container: 'object' | 'array') =>
      collectJson(container, limits, (collected) => {
        value = collected
      }),
  }
  const scanner = new JsonScanner(root, { path: 'r.json', warnings: new WarningLog() })
  scanner.write(text)
  scanner.end()
  return value
}

test('a value has all its members, and the last of equal keys', () => {
  expect(collect('{"a":[1,{"b":null}],"c":1,"c":2}', { maxValues: 6, maxDepth: 3 })).toEqual(
    new Map<string, unknown>([
      ['a', [1, new Map([['b', null]])]],
      ['c', 2],
    ]),
  )
})

test('a value with more members than allowed is none', () => {
  expect(collect('[1,2,3]', { maxValues: 3, maxDepth: 1 })).toEqual([1, 2, 3])
  expect(collect('[1,2,3,4]', { maxValues: 3, maxDepth: 1 })).toBeNull()
})

test('a value that is deeper than allowed is none', () => {
  expect(collect('[[1]]', { maxValues: 9, maxDepth: 2 })).toEqual([[1]])
  expect(collect('[[1]]', { maxValues: 9, maxDepth: 1 })).toBeNull()
})

test('a value is an object, an array or neither', () => {
  expect([asObject(new Map()), asObject([]), asObject('x')]).toEqual([new Map(), null, null])
  expect([asArray([]), asArray(new Map()), asArray(undefined)]).toEqual([[], null, null])
})
