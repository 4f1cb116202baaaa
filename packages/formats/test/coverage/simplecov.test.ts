import { describe, expect, test } from '@jest/globals'
import type { FileCoverage } from '@testwarden/core/model/coverage'
import fc from 'fast-check'
import { simplecovReader } from '../../src/coverage/simplecov/reader.js'
import { simplecov } from '../../src/coverage/simplecov.js'
import { bytesOf, mustRead, readAll } from '../support/read.js'

type Lines = readonly (number | null)[]

const resultSet = (...commands: readonly object[]) =>
  JSON.stringify(Object.fromEntries(commands.map((coverage, index) => [`command ${index}`, { coverage }])))

function read(text: string): readonly FileCoverage[] {
  return mustRead(readAll(simplecovReader({ path: '.resultset.json' }), text)).model.files
}

/** Hits by line of the only file, which every command lists. */
function merged(...commands: readonly Lines[]): readonly (readonly [number, number])[] {
  const [file] = read(resultSet(...commands.map((lines) => ({ '/a.rb': { lines } }))))
  return [...(file?.lines ?? [])]
}

describe('the lines of several commands', () => {
  test('are added up', () => {
    expect(merged([null, 1, 0, 2], [null, 0, 0, 3])).toEqual([
      [2, 1],
      [3, 0],
      [4, 5],
    ])
  })

  test('are none where one command counts nothing and no other has a hit', () => {
    expect(merged([0, 0, 0], [null, 4, 0], [0, null, null])).toEqual([[2, 4]])
  })

  test('are the same in any order of the commands', () => {
    const lines = fc.array(fc.option(fc.nat(2)), { maxLength: 6 })
    fc.assert(
      fc.property(lines, lines, lines, (one, two, three) => {
        expect(merged(three, one, two)).toEqual(merged(one, two, three))
      }),
    )
  })

  test('add up in both of the forms that SimpleCov has written', () => {
    const [file] = read(resultSet({ '/a.rb': [1, null, 0] }, { '/a.rb': { lines: [1, null, 2] } }))
    expect([...(file?.lines ?? [])]).toEqual([
      [1, 2],
      [3, 2],
    ])
  })
})

// https://github.com/simplecov-ruby/simplecov/issues/1233
describe('branches', () => {
  const branches = (number: number, hits: number) => ({
    '/a.rb': {
      lines: [1],
      branches: { [`[:if, ${number}, 1, 0, 3, 3]`]: { [`[:then, ${number + 1}, 2, 2, 2, 9]`]: hits } },
    },
  })

  test('are the same whatever number a process gave them', () => {
    const [file] = read(resultSet(branches(0, 1), branches(7, 2)))
    expect([...(file?.branches ?? [])].map(([line, { arms }]) => [line, [...arms]])).toEqual([
      [1, [['@if +0:0-+2:3 then +1:2-+1:9', 3]]],
    ])
  })
})

test.each([
  ['{"RSpec":{"coverage":{"/a.rb":{"lines":[1]}},"timestamp":1}}', true],
  ['{"RSpec":{"coverage":{"/a.rb":[1,null]}}}', true],
  ['{"RSpec":{"coverage":{}}}', true],
  ['{"RSpec":{"coverage":{"/a.rb":{"lines":[1,', true],
  ['{"coverage":{"/a.rb":{"lines":[1]}}}', false],
  ['{"meta":{"version":"7"},"files":{}}', false],
  ['{"a":{"coverage":{"b":{"c":1}}}}', false],
  ['[]', false],
])('%s is a result set: %s', (text, expected) => {
  expect(simplecov.detect(bytesOf(text))).toBe(expected)
})

test('a file without any command is refused', () => {
  expect(readAll(simplecovReader({ path: 'x' }), '{"a": 1}')).toMatchObject({
    ok: false,
    error: { message: 'no command of this file has coverage' },
  })
})

test('a file that no command loaded is a placeholder for what another job knows of it', () => {
  const files = read(
    resultSet({
      '/never.rb': { lines: [0, null, 0] },
      '/loaded.rb': { lines: [1, 0] },
      '/blank.rb': { lines: [null] },
    }),
  )
  expect(files.map(({ path, isPlaceholder }) => [path, isPlaceholder === true])).toEqual([
    ['/never.rb', true],
    ['/loaded.rb', false],
    ['/blank.rb', false],
  ])
})
