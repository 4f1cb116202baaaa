import { expect, test } from '@jest/globals'
import { NameNumbers } from '../../../src/compact/name-numbers.js'
import { SectionFunctions } from '../../../src/coverage/lcov/functions.js'

const names = new NameNumbers()

function listed(functions: SectionFunctions, declared: number | null = null): readonly unknown[] {
  return Array.from(functions.list(declared), ({ name, line, hits }) => [names.nameOf(name), line, hits])
}

test('the n-th count of a name belongs to its n-th start, further counts to the last', () => {
  const functions = new SectionFunctions(names)
  functions.addStart('run', 1)
  functions.addStart('run', 9)
  for (const hits of [3, 4, 5]) functions.addCount('run', hits)
  expect(listed(functions)).toEqual([
    ['run', 1, 3],
    ['run', 9, 9],
  ])
})

test('a count without a start is a function without a line', () => {
  const functions = new SectionFunctions(names)
  functions.addCount('__proto__', 2)
  expect(listed(functions)).toEqual([['__proto__', 0, 2]])
})

test.each([
  [1, [['f<int>', 4, 3]]],
  [
    2,
    [
      ['f<int>', 4, 1],
      ['f<char>', 4, 2],
    ],
  ],
  [
    null,
    [
      ['f<int>', 4, 1],
      ['f<char>', 4, 2],
    ],
  ],
])('names on one line are aliases where the section declares as many functions as lines: FNF %s', (declared, found) => {
  const functions = new SectionFunctions(names)
  functions.addStart('f<int>', 4)
  functions.addStart('f<char>', 4)
  functions.addCount('f<int>', 1)
  functions.addCount('f<char>', 2)
  expect(listed(functions, declared)).toEqual(found)
})

test('a group of aliases is one function with the first name and all counts', () => {
  const functions = new SectionFunctions(names)
  functions.addAlias('0', 'a', 1)
  functions.addAlias('0', 'b', 2)
  functions.addGroup('0', 7)
  expect(listed(functions)).toEqual([['a', 7, 3]])
})

test('a section knows nothing of the ones before', () => {
  const functions = new SectionFunctions(names)
  for (const line of [1, 5]) {
    functions.addStart('run', line)
    functions.addStart('run', line + 1)
    for (const hits of [3, 4]) functions.addCount('run', hits)
    functions.addAlias('0', 'a', 1)
    functions.addGroup('0', line + 2)
    expect(listed(functions)).toEqual([
      ['run', line, 3],
      ['run', line + 1, 4],
      ['a', line + 2, 1],
    ])
    functions.clear()
    expect(listed(functions)).toEqual([])
  }
})

test('a group without a name, or with an empty one, still counts', () => {
  const functions = new SectionFunctions(names)
  functions.addGroup('7', 3)
  functions.addAlias('8', '', 2)
  functions.addAlias('8', 'late', 1)
  expect(listed(functions)).toEqual([
    ['', 3, 0],
    ['late', 0, 3],
  ])
})
