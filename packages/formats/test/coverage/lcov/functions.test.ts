import { expect, test } from '@jest/globals'
import { SectionFunctions } from '../../../src/coverage/lcov/functions.js'

function listed(functions: SectionFunctions, declared: number | null = null): readonly unknown[] {
  return functions.list(declared).map(({ name, line, hits }) => [name, line, hits])
}

test('the n-th count of a name belongs to its n-th start, further counts to the last', () => {
  const functions = new SectionFunctions()
  functions.addStart('run', 1)
  functions.addStart('run', 9)
  for (const hits of [3, 4, 5]) functions.addCount('run', hits)
  expect(listed(functions)).toEqual([
    ['run', 1, 3],
    ['run', 9, 9],
  ])
})

test('a count without a start is a function without a line', () => {
  const functions = new SectionFunctions()
  functions.addCount('__proto__', 2)
  expect(listed(functions)).toEqual([['__proto__', 0, 2]])
})

test('names on one line are aliases where the section declares as many functions as lines', () => {
  const functions = new SectionFunctions()
  functions.addStart('f<int>', 4)
  functions.addStart('f<char>', 4)
  functions.addCount('f<int>', 1)
  functions.addCount('f<char>', 2)
  expect(listed(functions, 1)).toEqual([['f<int>', 4, 3]])
  expect(listed(functions, 2)).toHaveLength(2)
  expect(listed(functions)).toHaveLength(2)
})

test('a group of aliases is one function with the first name and all counts', () => {
  const functions = new SectionFunctions()
  functions.addAlias('0', 'a', 1)
  functions.addAlias('0', 'b', 2)
  functions.addGroup('0', 7)
  expect(listed(functions)).toEqual([['a', 7, 3]])
})
