import { expect, test } from '@jest/globals'
import { JsonScanner } from '../../src/json/scanner.js'
import { tuples } from '../../src/json/tuples.js'
import type { JsonScalar } from '../../src/json/visitor.js'
import { WarningLog } from '../../src/warning-log.js'

function read(text: string): unknown[] {
  const found: unknown[] = []
  const visitor = tuples((tuple: readonly JsonScalar[], line) => found.push([line, [...tuple]]))
  const scanner = new JsonScanner({ enter: () => visitor }, { path: 'x', warnings: new WarningLog() })
  scanner.write(text)
  scanner.end()
  return found
}

test('each inner array is a tuple, with the line where it begins', () => {
  expect(read('[[1, "a", true],\n[], [null]]')).toEqual([
    [1, [1, 'a', true]],
    [2, []],
    [2, [null]],
  ])
})

test('what is no array is left out, and so is what is inside a tuple', () => {
  expect(read('[1, {"a": 1}, [2, [3], {}]]')).toEqual([[1, [2]]])
})

test('a tuple is cut where no real one is as long', () => {
  expect(read(`[[${'1,'.repeat(1000)}1]]`)).toEqual([[1, Array.from({ length: 64 }, () => 1)]])
})
