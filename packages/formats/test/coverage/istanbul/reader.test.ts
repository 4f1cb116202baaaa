import { describe, expect, test } from '@jest/globals'
import { mergeFileCoverage } from '@testwarden/core/model/coverage-merge'
import { countFile } from '@testwarden/core/model/coverage-totals'
import { istanbulReader } from '../../../src/coverage/istanbul/reader.js'
import { istanbul } from '../../../src/coverage/istanbul.js'
import { fixturesOf } from '../../support/fixtures.js'
import { bytesOf, mustRead, plain, readAll } from '../../support/read.js'

const NOTHING = { statementMap: {}, fnMap: {}, branchMap: {}, s: {}, f: {}, b: {} }

function span(line: number, column: number, endColumn: number | null = 99) {
  return { start: { line, column }, end: { line, column: endColumn } }
}

function read(files: Readonly<Record<string, unknown>>) {
  const result = mustRead(readAll(istanbulReader({ path: 'coverage-final.json' }), JSON.stringify(files)))
  return { files: result.model.files, warnings: result.warnings.map(({ message }) => message) }
}

function readOne(parts: object) {
  const { files } = read({ '/a.js': { path: '/a.js', ...NOTHING, ...parts } })
  if (files[0] === undefined) throw new Error('there is no file')
  return files[0]
}

function refusal(text: string) {
  const result = readAll(istanbulReader({ path: 'coverage-final.json' }), text)
  return result.ok ? null : result.error
}

test('a line ran as often as the statement on it that ran most', () => {
  const file = readOne({ statementMap: { 0: span(4, 0), 1: span(4, 9), 2: span(5, 0) }, s: { 0: 1, 1: 3, 2: 0 } })
  expect([...file.lines]).toEqual([
    [4, 3],
    [5, 0],
  ])
})

test('statements are known by their place, also where a line has no known end', () => {
  const file = readOne({ statementMap: { 7: span(4, 0, null), 9: span(4, 9) }, s: { 7: 1, 9: 0 } })
  expect([...(file.statements ?? [])]).toEqual([
    ['4:0-4:', 1],
    ['4:9-4:99', 0],
  ])
  expect(file.statements?.get('4:9-4:99')).toBe(0)
  expect(file.statements?.get('4:8-4:99')).toBeUndefined()
})

test('counts may come before what they count, and in another order', () => {
  const statementMap = { 0: span(1, 0), 1: span(2, 0) }
  const maps = JSON.stringify({ statementMap, fnMap: {}, branchMap: {}, f: {}, b: {} }).slice(1)
  const result = mustRead(readAll(istanbulReader({ path: 'r' }), `{"/a.js":{"s":{"1":5,"0":2},${maps}}`))
  expect([...(result.model.files[0]?.lines ?? [])]).toEqual([
    [1, 2],
    [2, 5],
  ])
})

describe('a function', () => {
  test('without a name is known by its place, since its number changes with any function before it', () => {
    const file = readOne({
      fnMap: {
        0: { name: '(anonymous_17)', decl: span(3, 8), loc: span(3, 8) },
        1: { name: 'run', decl: span(3, 20) },
      },
      f: { 0: 1, 1: 0 },
    })
    expect([...(file.functions?.keys() ?? [])]).toEqual(['3:(anonymous at column 8)', '3:run'])
  })

  test('of the first generation has a line and perhaps no span', () => {
    const file = readOne({ fnMap: { 1: { name: 'run', line: 12 } }, f: { 1: 2 } })
    expect([...(file.functions?.values() ?? [])]).toEqual([{ name: 'run', line: 12, hits: 2 }])
  })
})

describe('a branch', () => {
  const branch = (type: string, arms: number, line = 6) => ({
    type,
    loc: span(line, 2),
    locations: Array.from({ length: arms }, () => ({ start: {}, end: {} })),
  })

  test.each([
    ['if', 2],
    ['cond-expr', 2],
    ['binary-expr', 3],
    ['switch', 4],
    ['default-arg', 1],
    ['branch', 1],
  ])('of type %s has as many arms as counts', (type, arms) => {
    const b = Array.from({ length: arms }, (_, arm) => arm % 2)
    const file = readOne({ branchMap: { 0: branch(type, arms) }, b: { 0: b } })
    expect(countFile(file).branches).toEqual({ covered: Math.floor(arms / 2), total: arms })
  })

  test('is the same branch in two shards that number it differently', () => {
    const left = readOne({ branchMap: { 0: branch('if', 2, 6), 1: branch('if', 2, 9) }, b: { 0: [1, 0], 1: [0, 0] } })
    const right = readOne({ branchMap: { 0: branch('if', 2, 9), 1: branch('if', 2, 6) }, b: { 0: [0, 5], 1: [0, 1] } })
    const merged = mergeFileCoverage(left, right)
    expect([...(merged.branches.get(6)?.arms.values() ?? [])]).toEqual([1, 1])
    expect([...(merged.branches.get(9)?.arms.values() ?? [])]).toEqual([0, 5])
  })

  test('of the first generation has its place from its first arm', () => {
    const file = readOne({
      branchMap: { 1: { line: 7, type: 'if', locations: [span(7, 2), span(7, 2)] } },
      b: { 1: [1, 0] },
    })
    expect([...(file.branches.get(7)?.arms.keys() ?? [])]).toEqual(['@if 7:2-7:99 0', '@if 7:2-7:99 1'])
  })
})

test('a file that no test loaded is a placeholder', () => {
  const { files } = read({ '/a.js': { ...NOTHING, all: true }, '/b.js': { ...NOTHING, all: false }, '/c.js': NOTHING })
  expect(files.map(({ path, isPlaceholder }) => [path, isPlaceholder === true])).toEqual([
    ['/a.js', true],
    ['/b.js', false],
    ['/c.js', false],
  ])
})

test('a file that is listed twice counts once, and that is said', () => {
  const part = (hits: number) => ({ ...NOTHING, path: '/a.js', statementMap: { 0: span(1, 0) }, s: { 0: hits } })
  const { files, warnings } = read({ '/a.js': part(0), '/other.js': part(2) })
  expect(files.map((file) => countFile(file))).toEqual([
    {
      lines: { covered: 1, total: 1 },
      branches: null,
      functions: { covered: 0, total: 0 },
      statements: { covered: 1, total: 1 },
    },
  ])
  expect(warnings).toEqual(['a file is listed more than once: its counts are added up'])
})

test.each([
  [{ s: { 0: -3 } }, 0, 'a negative hit count counts as 0'],
  [{ s: { 0: 0.5 } }, 1, 'a hit count that is no integer is rounded up'],
  [{ s: { 0: null } }, 0, 'a hit count that is no number counts as 0'],
  [{ s: { 0: 1e300 } }, Number.MAX_SAFE_INTEGER, 'a number beyond 2^53 - 1 counts as 2^53 - 1'],
])('an odd count %j counts as %d, and that is said', (parts, hits, warning) => {
  const { files, warnings } = read({ '/a.js': { ...NOTHING, statementMap: { 0: span(1, 0) }, ...parts } })
  expect([...(files[0]?.lines ?? [])]).toEqual([[1, hits]])
  expect(warnings).toEqual([warning])
})

test('names that are parts of every object are names like others', () => {
  const { files } = read({
    ['__proto__']: { ...NOTHING, path: '__proto__', statementMap: { constructor: span(1, 0) }, s: { constructor: 2 } },
  })
  expect(files.map(({ path, lines }) => [path, [...lines]])).toEqual([['__proto__', [[1, 2]]]])
})

test('a file without its maps is refused, not taken for an empty one', () => {
  const error = refusal('{\n"/a.js":{"path":"/a.js","statementMap":{},\n"s":{}}}')
  expect([error?.line, error?.message]).toEqual([2, 'the entry /a.js has no fnMap, branchMap, f, b'])
})

test.each(['[]', '{"/a.js":[]}'])('%s is refused', (text) => {
  expect(refusal(text)?.remedy).toContain('coverage-final.json')
})

test('other JSON is not taken for a report of istanbul', () => {
  for (const text of [
    '{}',
    '{"a":{}}',
    '{"a":{"s":1}}',
    '{"total":{"lines":{"pct":1}}}',
    '{"files":{"a.py":{"executed_lines":[]}}}',
  ])
    expect(istanbul.detect(bytesOf(text))).toBe(false)
})

test('an id that is listed twice counts once, as its last entry says', () => {
  const maps = `"statementMap":${JSON.stringify({ 0: span(1, 0) })},"fnMap":{},"branchMap":{},"f":{},"b":{"0":[1],"0":[0]}`
  const result = mustRead(readAll(istanbulReader({ path: 'r' }), `{"/a.js":{${maps},"s":{"0":4,"1":1,"0":0}}}`))
  expect([...(result.model.files[0]?.lines ?? [])]).toEqual([[1, 0]])
  expect(result.warnings.map(({ message }) => message)).toContain(
    'an id that is listed twice counts once, with its last count (2 times)',
  )
})

describe.each(fixturesOf('coverage').filter(({ format }) => format === 'istanbul'))('$name', ({ input, expected }) => {
  const isRefused = typeof expected === 'object' && expected !== null && 'error' in expected

  test('says the same with blanks and line ends between everything', () => {
    if (isRefused) return
    const text = new TextDecoder().decode(input)
    const results = [JSON.stringify(JSON.parse(text)), JSON.stringify(JSON.parse(text), null, 2)].map((written) =>
      mustRead(readAll(istanbulReader({ path: 'r' }), written)),
    )
    const [tight, spaced] = results.map((result) => plain({ ...result, warnings: [] }))
    expect(tight).toEqual(spaced)
  })
})

test('a report that is cut off is an error, never a smaller report', () => {
  const [basic] = fixturesOf('coverage').filter(({ name }) => name === 'istanbul/basic')
  const end = new TextDecoder().decode(basic?.input).trimEnd().length
  for (let length = 1; length < end; length += 53)
    expect(readAll(istanbulReader({ path: 'r' }), basic?.input.subarray(0, length) ?? '').ok).toBe(false)
})

test('a map that is cut off is told by where the file ends, not by where it begins', () => {
  const text = '{"/a.js":{"s":{"0":1,"1":'
  expect(refusal(text)?.message).toContain(`character ${text.length + 2} of the file`)
})

/** An entry with as many statements, and half as many functions and branches. */
function entryOf(path: string, size: number) {
  const half = Array.from({ length: size / 2 }, (_, index) => index)
  const place = (index: number) => span(index + 1, index % 70)
  const all = [...half, ...half.map((index) => index + size / 2)]
  return {
    path,
    statementMap: Object.fromEntries(all.map((index) => [index, place(index)])),
    fnMap: Object.fromEntries(
      half.map((index) => [index, { name: `f${index}`, decl: place(index), loc: place(index) }]),
    ),
    branchMap: Object.fromEntries(
      half.map((index) => [
        index,
        { loc: place(index), type: 'if', locations: [place(index), { start: {}, end: {} }] },
      ]),
    ),
    s: Object.fromEntries(all.map((index) => [index, index % 3])),
    f: Object.fromEntries(half.map((index) => [index, index % 2])),
    b: Object.fromEntries(half.map((index) => [index, [index % 5, 0]])),
  }
}

test.each([10, 100, 2000])('entries of %d statements say the same wherever a block of text ends', (size) => {
  const files = Array.from({ length: 3000 / size }, (_, index) => entryOf(`/src/${index}.js`, size))
  const report = Object.fromEntries(files.map((file) => [file.path, file]))
  const tight = readAll(istanbulReader({ path: 'r' }), JSON.stringify(report))
  expect(plain(tight)).toEqual(plain(readAll(istanbulReader({ path: 'r' }), JSON.stringify(report, null, 1))))
  expect(mustRead(tight).model.files).toHaveLength(files.length)
})

test('characters beyond ASCII change nothing but names', () => {
  const ascii = JSON.stringify({ '/src/a.js': entryOf('/src/a.js', 20) })
  const result = readAll(istanbulReader({ path: 'r' }), ascii.replaceAll('/src/a.js', '/src/ä.js'))
  expect(JSON.stringify(plain(result)).replaceAll('ä', 'a')).toBe(
    JSON.stringify(plain(readAll(istanbulReader({ path: 'r' }), ascii))),
  )
})

test('a long name is whole', () => {
  const name = 'n'.repeat(300)
  const { functions } = readOne({ fnMap: { 0: { name, decl: span(3, 0), loc: span(3, 9) } }, f: { 0: 2 } })
  expect([...(functions?.values() ?? [])]).toEqual([{ name, line: 3, hits: 2 }])
})
