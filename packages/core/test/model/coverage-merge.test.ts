import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { FileCoverage } from '../../src/model/coverage.js'
import { countBranches, functionKey } from '../../src/model/coverage.js'
import { mergeBranches, mergeByPath, mergeFileCoverage } from '../../src/model/coverage-merge.js'
import { countFile } from '../../src/model/coverage-totals.js'

const hits = fc.oneof(fc.nat(3), fc.constant(Number.MAX_SAFE_INTEGER))
const line = fc.integer({ min: 1, max: 6 })
const name = fc.constantFrom('a', 'b', '@a', '>4', '__proto__')

const branch = fc.record({
  arms: fc.array(fc.tuple(name, hits)).map((arms) => new Map(arms)),
  counted: fc.tuple(fc.nat(4), fc.nat(4)).map(([a, b]) => ({ covered: Math.min(a, b), total: Math.max(a, b) })),
})

const someFunction = fc.record({ name, line, hits }).map((fn) => [functionKey(fn), fn] as const)

const coverage: fc.Arbitrary<FileCoverage> = fc.record({
  path: fc.constant('src/a.py'),
  lines: fc.array(fc.tuple(line, hits)).map((lines) => new Map(lines)),
  branches: fc.array(fc.tuple(line, branch)).map((branches) => new Map(branches)),
  functions: fc.option(fc.array(someFunction).map((functions) => new Map(functions))),
  statements: fc.option(fc.array(fc.tuple(name, hits)).map((statements) => new Map(statements))),
  isPlaceholder: fc.boolean(),
})

const NONE = { covered: 0, total: 0 }

/** Maps with the same entries are the same, whatever their order. */
function canonical(file: FileCoverage): unknown {
  const sorted = (map: ReadonlyMap<number | string, unknown> | null) =>
    map === null ? null : [...map].sort(([left], [right]) => (left < right ? -1 : 1))
  const branches = new Map([...file.branches].map(([key, { arms, counted }]) => [key, { arms: sorted(arms), counted }]))
  return [file.isPlaceholder, sorted(file.lines), sorted(branches), sorted(file.functions), sorted(file.statements)]
}

describe('merging a file', () => {
  test('gives the same in any order', () => {
    fc.assert(
      fc.property(coverage, coverage, (a, b) => {
        expect(canonical(mergeFileCoverage(a, b))).toEqual(canonical(mergeFileCoverage(b, a)))
      }),
    )
  })

  test('gives the same in any grouping', () => {
    fc.assert(
      fc.property(coverage, coverage, coverage, (a, b, c) => {
        const left = mergeFileCoverage(mergeFileCoverage(a, b), c)
        expect(canonical(left)).toEqual(canonical(mergeFileCoverage(a, mergeFileCoverage(b, c))))
      }),
    )
  })

  test('with itself changes no total', () => {
    fc.assert(
      fc.property(coverage, (a) => {
        expect(countFile(mergeFileCoverage(a, a))).toEqual(countFile(a))
      }),
    )
  })

  test('never loses a line that one side covers', () => {
    fc.assert(
      fc.property(coverage, coverage, (a, b) => {
        const merged = mergeFileCoverage(a, b)
        const measured =
          a.isPlaceholder === b.isPlaceholder ? [a, b] : [a, b].filter((file) => file.isPlaceholder !== true)
        for (const [at, count] of measured.flatMap(({ lines }) => [...lines]))
          expect(merged.lines.get(at) ?? -1).toBeGreaterThanOrEqual(count)
      }),
    )
  })
})

test('counts without identities are never added: both sides may mean the same branch', () => {
  const half = (path: string): FileCoverage => ({
    path,
    lines: new Map([[1, 1]]),
    branches: new Map([[1, { arms: new Map(), counted: { covered: 1, total: 2 } }]]),
    functions: null,
    statements: null,
  })
  expect(countFile(mergeFileCoverage(half('a'), half('a'))).branches).toEqual({ covered: 1, total: 2 })
})

test('a file that no test loaded gives way to what was measured, in any order', () => {
  const file = (line: number, hits: number): FileCoverage => ({
    path: 'a.js',
    lines: new Map([[line, hits]]),
    branches: new Map(),
    functions: null,
    statements: null,
  })
  const guess = { ...file(1, 0), isPlaceholder: true }
  expect([...mergeFileCoverage(guess, file(2, 1)).lines]).toEqual([[2, 1]])
  expect([...mergeFileCoverage(file(2, 1), guess).lines]).toEqual([[2, 1]])
  expect(mergeFileCoverage(guess, guess)).toMatchObject({ isPlaceholder: true, path: 'a.js' })
})

test('arms that two tools name in two ways count once', () => {
  const arms = (entries: readonly (readonly [string, number])[]) => ({ arms: new Map(entries), counted: NONE })
  const numbered = arms([
    ['0,0', 1],
    ['0,1', 0],
  ])
  const placed = arms([
    ['@if 1:0-1:9 0', 1],
    ['@if 1:0-1:9 1', 1],
    ['@if 1:0-1:9 2', 0],
  ])
  expect(countBranches(mergeBranches(numbered, placed))).toEqual({ covered: 2, total: 3 })
  expect(
    countBranches(
      mergeBranches(
        numbered,
        arms([
          ['>2', 0],
          ['>3', 0],
        ]),
      ),
    ),
  ).toEqual({ covered: 1, total: 2 })
})

describe('files of one path', () => {
  test('become one, as if they were merged one after the other', () => {
    const anyPath = fc
      .tuple(coverage, fc.constantFrom('a', 'b', '__proto__'))
      .map(([file, path]) => ({ ...file, path }))
    fc.assert(
      fc.property(fc.array(anyPath, { maxLength: 9 }), (files) => {
        const one = new Map<string, FileCoverage>()
        for (const file of files) {
          const known = one.get(file.path)
          one.set(file.path, known === undefined ? file : mergeFileCoverage(known, file))
        }
        const merged = mergeByPath(files)
        expect(merged.map(({ path }) => path)).toEqual([...one.keys()])
        expect(merged.map(canonical)).toEqual([...one.values()].map(canonical))
      }),
    )
  })

  test('are not copied again for each of a hundred thousand that say something new', () => {
    const files = Array.from({ length: 100_000 }, (_, index): FileCoverage => {
      const lines = new Map([[index + 1, 1]])
      return { path: 'a.js', lines, branches: new Map(), functions: null, statements: null }
    })
    expect(mergeByPath(files).map(({ lines }) => lines.size)).toEqual([100_000])
  })
})
