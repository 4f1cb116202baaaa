import { describe, expect, test } from '@jest/globals'
import { coberturaReader } from '../../../src/coverage/cobertura/reader.js'
import { mustRead, readAll } from '../../support/read.js'

const read = (body: string, root = '') =>
  mustRead(readAll(coberturaReader({ path: 'c.xml' }), `<coverage ${root}>${body}</coverage>`))

const ROOTS: Readonly<Record<string, string>> = {
  'coverage.py':
    'version="7.6.1" timestamp="1" lines-valid="1" lines-covered="1" line-rate="1" branches-covered="0" branches-valid="0" branch-rate="0" complexity="0"',
  gcovr: 'line-rate="1" branch-rate="0" timestamp="1" version="gcovr 7.2"',
  istanbul: 'lines-valid="1" lines-covered="1" line-rate="1" timestamp="1" complexity="0" version="0.1"',
  coverlet:
    'line-rate="1" branch-rate="1" version="1.9" timestamp="1" lines-covered="1" lines-valid="1" branches-covered="0" branches-valid="0"',
  scoverage:
    'line-rate="1" lines-valid="1" lines-covered="1" branches-valid="0" branches-covered="0" branch-rate="1" complexity="0" version="1.0" timestamp="1"',
  phpunit: 'line-rate="1" branch-rate="0" lines-covered="1" lines-valid="1" version="0.4" timestamp="1"',
}

describe('the tool that wrote a file is told by its root', () => {
  test.each(Object.entries(ROOTS))('%s', (dialect, root) => {
    expect(read('<packages/>', root).model.dialect).toBe(dialect)
  })

  test('coverage.py below Python 3.8 wrote its attributes in alphabetical order', () => {
    expect(
      read('<sources/>', 'branch-rate="0" complexity="0" line-rate="1" timestamp="1" version="4.5.4"').model.dialect,
    ).toBe('coverage.py')
  })

  test('dotnet-coverage has rates before names and no sources', () => {
    const root =
      'line-rate="1" branch-rate="1" complexity="3" version="1.9" timestamp="1" lines-covered="2" lines-valid="2"'
    const line = '<line number="1" hits="1" branch="False"/>'
    const body = `<packages><package><classes><class line-rate="1" branch-rate="1" complexity="3" name="A" filename="a.cs"><methods><method line-rate="1" name="M" signature="()"><lines>${line}</lines></method><method line-rate="1" name="N" signature="()"><lines>${line}</lines></method></methods><lines>${line}</lines></class></classes></package></packages>`
    const { model, warnings } = read(body, root)
    expect(model.dialect).toBe('dotnet-coverage')
    expect(warnings.map(({ message }) => message)).toEqual([
      'the file declares lines 2/2, but lists 1/1: it counts a line once for each method that lists it',
    ])
  })

  test('the Java tool ends its root with the time', () => {
    expect(read('<sources/>', 'line-rate="1" branch-rate="1" version="1.9" timestamp="1"').model.dialect).toBe(
      'cobertura',
    )
  })

  test('an unknown tool is none', () => {
    expect(read('<packages/>', 'line-rate="1"').model.dialect).toBeNull()
  })
})

describe('a Cobertura file', () => {
  test('keeps sources and paths as they are written', () => {
    const { model } = read(
      '<sources><source> D:\\ </source><source>/a&amp;b</source></sources><packages><class filename="src\\a.ts"/></packages>',
    )
    expect(model.sources).toEqual(['D:\\', '/a&b'])
    expect(model.files.map(({ path }) => path)).toEqual(['src\\a.ts'])
  })

  test('has functions from methods: covered by any line, or by hits of their own', () => {
    const { model } = read(
      '<class filename="a"><methods><method name="x" hits="2"/><method name="y"><lines><line number="9" hits="0"/><line number="8" hits="1"/></lines></method><method name="abstract"/></methods><lines><line number="9" hits="0"/></lines></class>',
    )
    expect([...(model.files[0]?.functions?.values() ?? [])]).toEqual([
      { name: 'x', line: 0, hits: 2 },
      { name: 'y', line: 8, hits: 1 },
    ])
  })

  test('without methods knows nothing about functions', () => {
    expect(
      read('<class filename="a"><methods/><lines><line number="1" hits="1"/></lines></class>').model.files[0]
        ?.functions,
    ).toBeNull()
  })

  test('declares nothing where it writes rates for counts', () => {
    expect(read('<packages/>', 'lines-valid="1.0" lines-covered="NaN"').model.declared).toBeNull()
    expect(
      read('<packages/>', 'lines-valid="0" lines-covered="0" branches-covered="1.0" branches-valid="0"').model.declared,
    ).toEqual({
      lines: { covered: 0, total: 0 },
      branches: null,
      functions: null,
      statements: null,
    })
  })

  test('warns with the line of what is odd', () => {
    expect(read('\n<class filename="a">\n<lines><line number="1" hits="-1"/></lines></class>').warnings).toEqual([
      { message: 'a negative hit count counts as 0', line: 3 },
    ])
  })

  test('of scoverage has one outcome of a branch for each statement that says so, whichever class it is in', () => {
    const statements = '<line number="4" hits="2" branch="true"/><line number="4" hits="0" branch="true"/>'
    const { model, warnings } = read(
      `<class name="A" filename="a"><lines>${statements}</lines></class><class name="B" filename="a"><lines>${statements}</lines></class>`,
      ROOTS.scoverage,
    )
    expect([...(model.files[0]?.branches.get(4)?.arms.values() ?? [])].sort()).toEqual([0, 0, 2, 2])
    expect([...(model.files[0]?.lines ?? [])]).toEqual([[4, 2]])
    expect(warnings.map(({ message }) => message)).not.toContainEqual(expect.stringContaining('does not say how many'))
  })

  test('of old scoverage declares its totals the other way round', () => {
    const root = 'lines-covered="5" lines-valid="2"'
    expect(read('<packages/>', root).model.declared?.lines).toEqual({ covered: 2, total: 5 })
  })

  test('of 20,000 nested elements is one clear error', () => {
    const result = readAll(coberturaReader({ path: 'c.xml' }), `<coverage line-rate="1">${'<a>'.repeat(20_000)}`)
    expect(result).toMatchObject({
      ok: false,
      error: { line: 1, message: expect.stringContaining('nested more than 512 deep') },
    })
  })

  test('of 100 MB in one attribute ends early', () => {
    const reader = coberturaReader({ path: 'c.xml' })
    reader.write(new TextEncoder().encode('<coverage line-rate="'))
    const block = new Uint8Array(1024 * 1024).fill(0x31)
    for (let count = 0; count < 100; count++) reader.write(block)
    expect(reader.end()).toMatchObject({
      ok: false,
      error: { line: 1, message: expect.stringContaining('longer than') },
    })
  })
})
