import { describe, expect, test } from '@jest/globals'
import {
  type BranchCoverage,
  type CoverageReport,
  countBranches,
  type FileCoverage,
  type FunctionCoverage,
  functionKey,
} from '@testwarden/core/model/coverage'
import { countCoverage } from '@testwarden/core/model/coverage-totals'
import fc from 'fast-check'
import { cobertura } from '../../../src/coverage/cobertura.js'
import { lcov } from '../../../src/coverage/lcov.js'
import { rateText } from '../../../src/coverage/write/rate-text.js'
import { writeCobertura } from '../../../src/coverage/write/write-cobertura.js'
import { writeLcov } from '../../../src/coverage/write/write-lcov.js'
import type { Format } from '../../../src/format.js'
import { openReader } from '../../support/open-reader.js'
import { readAll } from '../../support/read.js'

const HEAD = { version: '1.2.3', nowMs: Date.UTC(2026, 10, 21) }
const line = fc.integer({ min: 1, max: 300 })
const hits = fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 5 }), fc.constant(Number.MAX_SAFE_INTEGER))
const segment = fc.stringMatching(/^[a-z<>&"' ü]{1,6}[a-z]$/)
const path = fc.array(segment, { minLength: 1, maxLength: 3 }).map((parts) => `src/${parts.join('/')}`)

const named: fc.Arbitrary<BranchCoverage> = fc
  .dictionary(fc.constantFrom('0,0', '0,1', '1,0', '@3:4', '>7', 'else'), hits, { minKeys: 1 })
  .map((arms) => ({ arms: new Map(Object.entries(arms)), counted: { covered: 0, total: 0 } }))
const counted: fc.Arbitrary<BranchCoverage> = fc
  .tuple(fc.nat(4), fc.nat(4))
  .map(([covered, missed]) => ({ arms: new Map(), counted: { covered, total: covered + missed + 1 } }))
const fn: fc.Arbitrary<FunctionCoverage> = fc.record({ name: segment, line: fc.nat(300), hits })

const file: fc.Arbitrary<FileCoverage> = fc
  .record({
    path,
    lines: fc.array(fc.tuple(line, hits), { minLength: 1, maxLength: 20 }),
    branches: fc.array(fc.oneof(named, counted), { maxLength: 5 }),
    functions: fc.array(fn, { minLength: 1, maxLength: 5 }),
  })
  .map(({ path, lines, branches, functions }) => ({
    path,
    lines: new Map(lines),
    // On lines that can be covered: the others are no part of Cobertura.
    branches: new Map(branches.flatMap((branch, index) => (lines[index] ? [[lines[index][0], branch] as const] : []))),
    functions: new Map(functions.map((each) => [functionKey(each), each])),
    statements: null,
  }))
const files = fc.uniqueArray(file, { selector: ({ path }) => path, minLength: 1, maxLength: 4 })

test('blocks of a line are written in their order as LCOV, whatever order they came in', () => {
  const none = { covered: 0, total: 0 }
  const arms = (...names: readonly string[]) => new Map(names.map((name) => [name, 1] as const))
  const branches = new Map([
    [1, { arms: arms('0,0'), counted: none }],
    [2, { arms: arms('1,0', '10,0', '0,0'), counted: none }],
  ])
  const lines = new Map([
    [1, 1],
    [2, 1],
  ])
  const text = [...writeLcov([{ path: 'src/a', lines, branches, functions: null, statements: null }])].join('')
  expect(text.match(/BRDA.*/g)).toEqual(['BRDA:1,0,0,1', 'BRDA:2,0,0,1', 'BRDA:2,1,0,1', 'BRDA:2,10,0,1'])
  const { model, warnings } = readBack(lcov, text)
  expect(warnings).toEqual([])
  expect(countCoverage(model.files).branches).toEqual({ covered: 4, total: 4 })
})

describe.each([
  { name: 'LCOV', format: lcov, write: (list: FileCoverage[]) => [...writeLcov(list)].join('') },
  { name: 'Cobertura', format: cobertura, write: (list: FileCoverage[]) => [...writeCobertura(list, HEAD)].join('') },
])('coverage written as $name', ({ format, write }) => {
  test('comes back with the same lines and as many branches, without a warning', () => {
    fc.assert(
      fc.property(files, (list) => {
        const text = write(list)
        const { model, warnings } = readBack(format, text)
        expect(warnings).toEqual([])
        expect([...model.files].sort(byPath).map(shape)).toEqual([...list].sort(byPath).map(shape))
      }),
    )
  })

  test('is taken for that format and no other', () => {
    fc.assert(
      fc.property(files, (list) => {
        const head = Buffer.from(write(list))
        expect([lcov, cobertura].filter((each) => each.detect(head))).toEqual([format])
      }),
    )
  })
})

describe('coverage written as LCOV', () => {
  test('keeps functions with their counts, and the names of branches that came from LCOV', () => {
    const own: FileCoverage = {
      path: 'src/a.c',
      lines: new Map([[2, 3]]),
      branches: new Map([
        [
          2,
          {
            arms: new Map([
              ['4,1', 0],
              ['4,0', 3],
            ]),
            counted: { covered: 0, total: 0 },
          },
        ],
      ]),
      functions: new Map([['2:f, g', { name: 'f, g', line: 2, hits: 3 }]]),
      statements: null,
    }
    const [back] = readBack(lcov, [...writeLcov([own])].join('')).model.files
    expect([...(back?.functions?.values() ?? [])]).toEqual([...(own.functions?.values() ?? [])])
    expect(new Map(back?.branches.get(2)?.arms)).toEqual(own.branches.get(2)?.arms)
  })

  test('says nothing of functions where nothing is known of them', () => {
    const own = { path: 'a', lines: new Map([[1, 0]]), branches: new Map(), functions: null, statements: null }
    expect([...writeLcov([own])].join('')).toBe('TN:\nSF:a\nDA:1,0\nLF:1\nLH:0\nend_of_record\n')
  })
})

describe('coverage written as Cobertura', () => {
  test('declares what it lists, so that nobody finds a difference', () => {
    fc.assert(
      fc.property(files, (list) => {
        const { model } = readBack(cobertura, [...writeCobertura(list, HEAD)].join(''))
        const { lines, branches } = countCoverage(model.files)
        expect(model.declared).toMatchObject({ lines, branches: branches ?? { covered: 0, total: 0 } })
      }),
    )
  })

  test('rounds nothing up to complete, and calls nothing at all complete', () => {
    expect(rateText({ covered: 9_999_999, total: 10_000_000 })).toBe('0.999999')
    expect(rateText({ covered: 1, total: 2 })).toBe('0.5')
    expect(rateText({ covered: 1, total: 20_000_000 })).toBe('0')
    expect(rateText({ covered: 0, total: 0 })).toBe('1')
  })
})

function readBack({ id }: Format<CoverageReport>, text: string) {
  const result = readAll(openReader(id), text)
  if (!result.ok) throw new Error(`${result.error.message}\n${text}`)
  return result
}

function byPath(left: FileCoverage, right: FileCoverage): number {
  return left.path < right.path ? -1 : 1
}

/** What both formats hold. */
function shape({ path, lines, branches }: FileCoverage): unknown {
  return {
    path,
    lines: [...lines].sort(([left], [right]) => left - right),
    branches: [...branches].sort(([left], [right]) => left - right).map(([at, each]) => [at, countBranches(each)]),
  }
}
