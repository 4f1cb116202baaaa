import { describe, expect, test } from '@jest/globals'
import type { CoverageReport } from '@testwarden/core/model/coverage'
import { countCoverage } from '@testwarden/core/model/coverage-totals'
import fc from 'fast-check'
import { goCoverReader } from '../../src/coverage/go-cover/reader.js'
import { mustRead, plain, readAll } from '../support/read.js'

const reading = (text: string) => readAll(goCoverReader({ path: 'cover.out' }), text)
const read = (text: string): CoverageReport => mustRead(reading(text)).model
const profile = (mode: string, ...lines: string[]) => `mode: ${mode}\n${lines.join('\n')}\n`

function onlyFile(report: CoverageReport) {
  const [file] = report.files
  if (file === undefined) throw new Error('no file')
  return { ...file, lines: [...file.lines], statements: [...(file.statements ?? [])] }
}

describe('blocks', () => {
  test('stand for as many statements as they say, and for the lines that they lie on', () => {
    expect(onlyFile(read(profile('count', 'm/a.go:5.12,7.22 3 4', 'm/a.go:7.22,9.3 1 0')))).toMatchObject({
      path: 'm/a.go',
      lines: [
        [5, 4],
        [6, 4],
        [7, 4],
        [8, 0],
        [9, 0],
      ],
      statements: [
        ['5.12,7.22#0', 4],
        ['5.12,7.22#1', 4],
        ['5.12,7.22#2', 4],
        ['7.22,9.3#0', 0],
      ],
      functions: null,
    })
  })

  test('do not reach the line where nothing but their closing brace stands', () => {
    expect(onlyFile(read(profile('set', 'a.go:5.12,8.2 3 1'))).lines).toEqual([
      [5, 1],
      [6, 1],
      [7, 1],
    ])
    expect(onlyFile(read(profile('set', 'a.go:5.1,5.2 1 1'))).lines).toEqual([[5, 1]])
  })

  test('without statements have nothing to run', () => {
    expect(onlyFile(read(profile('set', 'a.go:5.12,5.14 0 0')))).toMatchObject({ lines: [], statements: [] })
  })

  test('may come in any order', () => {
    const lines = ['a.go:9.1,9.9 1 1', 'b.go:1.1,1.9 1 1', 'a.go:5.1,5.9 2 0', 'a.go:7.1,7.9 1 1', 'a.go:5.1,5.9 2 1']
    expect(onlyFile(read(profile('set', ...lines))).statements).toEqual([
      ['5.1,5.9#0', 1],
      ['5.1,5.9#1', 1],
      ['7.1,7.9#0', 1],
      ['9.1,9.9#0', 1],
    ])
  })

  test('are found again by their names', () => {
    const { statements } =
      read(profile('set', 'a.go:2.1,2.9 0 1', 'a.go:5.1,5.9 2 1', 'a.go:5.1,6.9 1 0')).files[0] ?? {}
    expect(['5.1,5.9#1', '5.1,6.9#0'].map((key) => statements?.get(key))).toEqual([1, 0])
    for (const key of ['5.1,5.9#2', '2.1,2.9#0', '4.1,4.9#0', 'toString', '5.1,5.9'])
      expect(statements?.has(key)).toBe(false)
  })
})

// https://github.com/fgrosse/go-coverage-report/issues/61 is what happens when blocks are not merged.
describe('a block that is listed again, as -coverpkg does for every test binary,', () => {
  const twice = ['a.go:1.1,2.9 3 0', 'a.go:3.1,4.9 1 2', 'a.go:1.1,2.9 3 5', 'a.go:3.1,4.9 1 1']

  test('counts once, with the sum of its counts', () => {
    expect([...(read(profile('atomic', ...twice)).files[0]?.statements?.values() ?? [])]).toEqual([5, 5, 5, 3])
  })

  test('has run in mode set when it ran anywhere', () => {
    const lines = ['a.go:1.1,2.9 1 1', 'a.go:1.1,2.9 1 0', 'a.go:1.1,2.9 1 1']
    expect(onlyFile(read(profile('set', ...lines))).statements).toEqual([['1.1,2.9#0', 1]])
  })

  test('gives the same as merging by place, whatever the order', () => {
    const block = fc.record({ file: fc.nat(2), line: fc.integer({ min: 1, max: 9 }), hits: fc.nat(3) })
    fc.assert(
      fc.property(fc.array(block, { maxLength: 60 }), (blocks) => {
        const expected = new Map<string, number>()
        for (const { file, line, hits } of blocks)
          expected.set(`${file}:${line}`, (expected.get(`${file}:${line}`) ?? 0) + hits)
        const lines = blocks.map(({ file, line, hits }) => `${file}.go:${line}.1,${line}.9 1 ${hits}`)
        const found = read(profile('count', ...lines)).files.flatMap(({ path, lines: of }) =>
          [...of].map(([line, hits]) => [`${path.replace('.go', '')}:${line}`, hits]),
        )
        expect(found.sort()).toEqual([...expected].sort())
      }),
    )
  })

  test('folds while it is read, also when binaries list files in different orders', () => {
    const places = Array.from({ length: 3000 }, (_, index) => index + 1)
    const line = (at: number) => `a.go:${at}.1,${at}.9 1 1`
    const text = profile('count', ...places.map(line), ...places.toReversed().map(line), ...places.map(line))
    expect(countCoverage(read(text).files).statements).toEqual({ covered: 3000, total: 3000 })
    expect(read(text).files[0]?.lines.get(17)).toBe(3)
  })

  test.each([
    ['in the same order', ['a.go:1.1,2.9 3 1', 'a.go:1.1,2.9 4 1'], 3],
    ['in another order', ['a.go:1.1,2.9 3 1', 'a.go:5.1,6.9 1 1', 'a.go:3.1,3.9 1 1', 'a.go:5.1,6.9 2 1'], null],
  ])('is refused with another number of statements, %s', (_order, lines, line) => {
    const result = reading(profile('set', ...lines))
    expect(result).toMatchObject({ ok: false, error: { path: 'cover.out', line } })
    expect(!result.ok && result.error.message).toMatch(/has \d statements in one place and \d in another/)
  })
})

describe('a path', () => {
  test.each([
    'example.com/m/a.go',
    '_/home/somebody/a.go',
    'C:/work/a b:1.2,3.4 5 6.go',
    '/abs/ä/../a.go',
    'git.example.com:8443/m/a.go',
  ])('%s is everything before the last place', (path) => {
    expect(onlyFile(read(profile('set', `${path}:1.1,2.9 1 1`))).path).toBe(path)
  })
})

describe('a hostile profile', () => {
  test('that claims more lines than any program has is refused', () => {
    expect(reading(profile('set', 'a.go:1.1,2147483647.9 1 1'))).toMatchObject({ ok: false })
  })

  test('that claims more statements than any program has is refused', () => {
    expect(reading(profile('set', 'a.go:1.1,2.9 999999999999999 1'))).toMatchObject({ ok: false })
  })

  test('that starts with anything but a mode is refused', () => {
    expect(reading('a.go:1.1,2.9 1 1\n')).toMatchObject({ ok: false, error: { line: 1 } })
    expect(reading('\n\n')).toMatchObject({ ok: false, error: { line: 1 } })
  })

  test('ends early when its last line is no block and has no line end', () => {
    expect(reading('mode: set\na.go:1.1,2.9 1 1\na.go:3.1,3.9 1')).toMatchObject({ ok: true, partial: true })
    expect(reading('mode: set\na.go:1.1,2.9 1 1')).toMatchObject({ ok: true, partial: false })
  })
})

describe('lines are read alike', () => {
  const numberArb = fc.oneof(
    fc.nat(30),
    fc.constantFrom('00', '07', '9007199254740993', '4194304', '2147483648', '-1', ''),
  )
  const blockArb = fc
    .tuple(fc.constantFrom('m/a.go', 'm/a.go:1', 'b.go'), fc.array(numberArb, { minLength: 6, maxLength: 6 }))
    .map(([path, [line, column, endLine, endColumn, statements, count]]) => {
      return `${path}:${line}.${column},${endLine}.${endColumn} ${statements} ${count}`
    })
  const lineArb = fc.oneof({ weight: 5, arbitrary: blockArb }, fc.constantFrom('', 'mode: count', 'x', 'm/a.go:1'))

  test('with either line end, in portions of any size, among lines beyond ASCII', () => {
    fc.assert(
      fc.property(fc.array(lineArb), fc.integer({ min: 1, max: 80 }), (lines, portion) => {
        const text = profile('count', ...lines)
        const expected = plain(reading(text))
        expect(plain(reading(text.replaceAll('\n', '\r\n')))).toEqual(expected)
        expect(plain(readAll(goCoverReader({ path: 'cover.out' }), text, portion))).toEqual(expected)
        const umlauts = JSON.stringify(plain(reading(text.replaceAll('m/a.go', 'm/ä.go'))))
        expect(umlauts.replaceAll('ä', 'a')).toBe(JSON.stringify(expected))
      }),
    )
  })

  test('and what a long one goes on with is no line of its own', () => {
    const long = `${'x'.repeat(64 * 1024)}a.go:3.1,4.9 1 1`
    const { files } = read(profile('set', 'a.go:1.1,2.9 1 1', long))
    expect(files.map(({ path, lines }) => [path.length, [...lines.keys()]])).toEqual([
      ['a.go'.length, [1, 2]],
      [64 * 1024 + 'a.go'.length, [3, 4]],
    ])
  })

  test('and numbered alike, whichever way they were read', () => {
    const plainLines = ['a.go:1.1,2.9 1 1', 'a.go:3.1,4.9 1 1', 'a.go:5.1,6.9 1 1']
    const { warnings } = mustRead(reading(profile('set', ...plainLines, 'odd', ...plainLines, 'a.go:9.1,8.9 1 1')))
    expect(warnings.map(({ line }) => line)).toEqual([5, 9])
    expect(reading(profile('set', ...plainLines, 'x'.repeat(1024 * 1024 + 1)))).toMatchObject({
      ok: false,
      error: { line: 5 },
    })
    expect(reading(profile('set', ...plainLines, 'a.go:1.1,2.9 7 1'))).toMatchObject({ ok: false, error: { line: 5 } })
  })
})
