import { expect, test } from '@jest/globals'
import { CoverageBuilder } from '../../src/coverage/coverage-builder.js'

test('sections of one path become one file, in the order of first naming', () => {
  const builder = new CoverageBuilder('sum')
  for (const path of ['b', 'a', 'b']) {
    const file = builder.file(path)
    file.addLine(2, 1)
    file.addLine(1, 0)
    file.endSection()
  }
  const files = builder.build()
  expect(files.map(({ path, lines }) => [path, [...lines]])).toEqual([
    [
      'b',
      [
        [1, 0],
        [2, 2],
      ],
    ],
    [
      'a',
      [
        [1, 0],
        [2, 1],
      ],
    ],
  ])
})

test('what is listed behaves like the maps of the model', () => {
  const builder = new CoverageBuilder('max')
  const section = builder.file('a')
  section.addLine(7, 3)
  section.addArm(7, '0,1', 0)
  section.addArm(7, '0,0', 2)
  section.addFunction({ name: 'f:1', line: 6, hits: 1 })
  builder.sawFunctions()
  const [file] = builder.build()
  expect([file?.lines.size, file?.lines.get(7), file?.lines.has(8), file?.lines.get(8)]).toEqual([
    1,
    3,
    false,
    undefined,
  ])
  expect([...(file?.lines.keys() ?? [])]).toEqual([7])
  expect([...(file?.lines.values() ?? [])]).toEqual([3])
  expect(file?.branches.get(7)).toEqual({
    arms: new Map([
      ['0,1', 0],
      ['0,0', 2],
    ]),
    counted: { covered: 0, total: 0 },
  })
  expect(file?.branches.get(6)).toBeUndefined()
  expect(file?.functions?.get('6:f:1')).toEqual({ name: 'f:1', line: 6, hits: 1 })
  expect([file?.functions?.has('5:f:1'), file?.functions?.has('6:g'), file?.functions?.has('x')]).toEqual([
    false,
    false,
    false,
  ])
  const visited: unknown[] = []
  file?.functions?.forEach((found, key) => {
    visited.push([key, found.hits])
  })
  expect(visited).toEqual([['6:f:1', 1]])
})

test('counted branches keep the best count and the largest total', () => {
  const builder = new CoverageBuilder('max')
  for (const [covered, total] of [
    [1, 4],
    [2, 2],
    [0, 6],
  ] as const)
    builder.file('a').addCounted(3, covered, total)
  expect(builder.build()[0]?.branches.get(3)).toEqual({ arms: new Map(), counted: { covered: 2, total: 6 } })
})

test('a report without functions knows none, one with functions knows that other files have none', () => {
  const silent = new CoverageBuilder('sum')
  silent.file('a')
  expect(silent.build()[0]?.functions).toBeNull()
  const telling = new CoverageBuilder('sum')
  telling.file('a')
  telling.file('b').addFunction({ name: 'f', line: 1, hits: 0 })
  telling.sawFunctions()
  expect(telling.build().map(({ functions }) => functions?.size)).toEqual([0, 1])
})

test('a file in a hundred thousand sections is built in no time', () => {
  const builder = new CoverageBuilder('sum')
  for (let line = 1; line <= 100_000; line++) {
    builder.file('a').addLine(line, 1)
    builder.file('a').endSection()
  }
  expect(builder.build()[0]?.lines.size).toBe(100_000)
})

test('files of one path in several modules are several files', () => {
  const builder = new CoverageBuilder('max')
  for (const module of ['core', null, 'app', 'core']) builder.file('src/Main.java', module).addLine(1, 1)
  expect(builder.build().map(({ path, module, lines }) => [path, module, lines.size])).toEqual([
    ['src/Main.java', 'core', 1],
    ['src/Main.java', undefined, 1],
    ['src/Main.java', 'app', 1],
  ])
})

test('files may be listed in turns', () => {
  const builder = new CoverageBuilder('sum')
  for (let line = 9; line > 0; line--)
    for (const path of ['a', 'b']) {
      builder.file(path).addLine(line, line)
      if (line % 4 === 0) builder.file(path).endSection()
    }
  for (const { lines } of builder.build()) expect([...lines.keys()]).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9])
})
