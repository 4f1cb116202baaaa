import { describe, expect, test } from '@jest/globals'
import type { CoverageCounts } from '@testwarden/core/model/coverage-formula'
import fc from 'fast-check'
import { partsOfRecord, writeFile, writePart } from '../../src/components/recorded-parts.js'

const count = fc.nat(9).chain((total) => fc.nat(total).map((covered) => ({ covered, total })))
const totals: fc.Arbitrary<CoverageCounts> = fc
  .record({ lines: count, branches: fc.option(count), functions: fc.option(count), statements: fc.option(count) })
  .chain((of) => {
    const isNeverPartial = of.branches === null && of.statements === null
    const partial = isNeverPartial ? fc.constant(0) : fc.option(fc.nat(of.lines.covered))
    return partial.map((partialLines) => ({ ...of, partialLines }))
  })
const files = fc
  .uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', '__proto__'))
  .chain((paths) => fc.tuple(...[...paths].sort().map((path) => totals.map((of) => ({ path, totals: of })))))

function partOf(members: readonly string[]) {
  return { name: 'api', side: 'tested', paths: ['a'], unmatched: [], fileCount: 1, tree: 'x', members } as const
}

describe('a component in a record', () => {
  test('is read back with the counts of its files', () => {
    fc.assert(
      fc.property(files, fc.func(fc.boolean()), (all, isMember) => {
        const own = all.filter(({ path }) => isMember(path))
        const body = {
          tool: 'statements',
          files: all.map(writeFile),
          components: [writePart(partOf(own.map(({ path }) => path)), all)],
        }
        expect(partsOfRecord(JSON.parse(JSON.stringify(body)))).toMatchObject([
          { name: 'api', tree: 'x', tool: 'statements', files: own },
        ])
      }),
    )
  })

  test('is a few characters, however many files it has', () => {
    const lines = { covered: 1, total: 2 }
    const of = { lines, branches: null, functions: null, statements: null, partialLines: 0 }
    const all = Array.from({ length: 5000 }, (_, index) => ({ path: `src/${index + 10_000}.ts`, totals: of }))
    expect(writePart(partOf(all.map(({ path }) => path)), all).files).toBe('1-5000')
    expect(writeFile({ path: 'a', totals: { ...of, functions: lines } })).toEqual(['a', 1, 2, null, null, 1, 2])
    expect(writeFile({ path: 'a', totals: { ...of, branches: lines, partialLines: 1 } })).toEqual(['a', 1, 2, 1, 2, 1])
  })

  test.each<[string, unknown]>([
    ['no record', null],
    ['a record of before there were components', { files: [] }],
    [
      'a file that is not there',
      { files: [['a', 1, 1]], components: [{ name: 'a', paths: [], tree: null, files: '2' }] },
    ],
    [
      'more files than anybody can hold',
      { files: [], components: [{ name: 'a', paths: [], tree: null, files: '1-999999999999' }] },
    ],
    [
      'more covered than there is',
      { files: [['a', 2, 1]], components: [{ name: 'a', paths: [], tree: null, files: '1' }] },
    ],
    ['paths that are none', { files: [], components: [{ name: 'a', paths: [1], tree: null, files: '' }] }],
    ['a component that is text', { files: [], components: ['a'] }],
  ])('is none in %s', (_what, body) => {
    expect(partsOfRecord(body)).toEqual([])
  })

  test('never makes reading fail, whatever the record holds', () => {
    fc.assert(
      fc.property(fc.anything(), fc.anything(), (all, parts) => void partsOfRecord({ files: all, components: parts })),
    )
  })
})
