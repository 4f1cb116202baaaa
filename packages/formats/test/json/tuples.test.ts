import { describe, expect, test } from '@jest/globals'
import { JsonScanner } from '../../src/json/scanner.js'
import { tuples } from '../../src/json/tuples.js'
import { WarningLog } from '../../src/warning-log.js'

/** @param portion in so many characters at a time */
function read(text: string, portion = text.length): unknown[] {
  const found: unknown[] = []
  const visitor = tuples((tuple) => found.push([...tuple]))
  const scanner = new JsonScanner({ enter: () => visitor }, { path: 'x', warnings: new WarningLog() })
  for (let at = 0; at < text.length; at += portion) scanner.write(text.slice(at, at + portion))
  scanner.end()
  return found
}

describe.each([
  ['short', (text: string) => text],
  ['with spaces', (text: string) => text.replaceAll(',', ' , ')],
])('tuples that are written %s', (_how, write) => {
  test('are numbers, with 1 for true, 0 for false and NaN for the rest', () => {
    expect(read(write('[[1,23,true,false],[],[null,"a",-4,1.5],[0]]'))).toEqual([
      [1, 23, 1, 0],
      [],
      [Number.NaN, Number.NaN, -4, 1.5],
      [0],
    ])
  })

  test('are the same in portions of any size', () => {
    const text = write('[[1,23,true,false],[45],[6,7]]')
    for (let portion = 1; portion < text.length; portion++) expect(read(text, portion)).toEqual(read(text))
  })

  test('leave out what is inside them, and what is no tuple', () => {
    expect(read(write('[1,{"a":1},[2,[3],{}]]'))).toEqual([[2]])
  })

  test('are cut where no real one is as long', () => {
    expect(read(write(`[[${'1,'.repeat(1000)}1]]`))).toEqual([Array.from({ length: 64 }, () => 1)])
  })
})

test.each(['[[01]]', '[[1,]]', '[[1 2]]', '[[tru]]', '[[truefalse]]', '[[1', '[[9e]]'])('%s is no JSON', (text) => {
  expect(() => read(text)).toThrow(/JSON/)
})
