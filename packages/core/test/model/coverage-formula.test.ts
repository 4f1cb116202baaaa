import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { Count } from '../../src/model/count.js'
import { addCoverageCounts, type CoverageCounts, countBy } from '../../src/model/coverage-formula.js'

/**
 * A small file by hand: lines 1 to 5 can run and 1 to 4 did. Line 2 has two branches, both taken; line 3 has four, of
 * which three were taken. One of its two functions was called. It has six statements: two on line 1, of which both ran.
 */
const SMALL: CoverageCounts = {
  lines: { covered: 4, total: 5 },
  branches: { covered: 5, total: 6 },
  functions: { covered: 1, total: 2 },
  statements: { covered: 5, total: 6 },
  partialLines: 1,
}

describe('of a small file', () => {
  test.each([
    ['lines', { covered: 4, total: 5 }],
    ['full-lines', { covered: 3, total: 5 }],
    ['lines-and-branches', { covered: 9, total: 11 }],
    ['statements', { covered: 5, total: 6 }],
    ['elements', { covered: 10, total: 13 }],
  ] as const)('%s are %j', (counting, expected) => {
    expect(countBy(counting, SMALL)).toEqual(expected)
  })

  test('nothing is counted that nobody knows', () => {
    const old = { ...SMALL, statements: null, partialLines: null }
    expect(countBy('full-lines', old)).toBeNull()
    expect(countBy('statements', old)).toBeNull()
  })

  test('what is not known of one file is not known of the sum', () => {
    expect(addCoverageCounts(SMALL, SMALL).partialLines).toBe(2)
    expect(addCoverageCounts(SMALL, { ...SMALL, partialLines: null }).partialLines).toBeNull()
  })
})

const count: fc.Arbitrary<Count> = fc
  .tuple(fc.nat(1000), fc.nat(1000))
  .map(([a, b]) => ({ covered: Math.min(a, b), total: Math.max(a, b) }))

const counts: fc.Arbitrary<CoverageCounts> = fc
  .record({ lines: count, branches: fc.option(count), functions: fc.option(count), statements: fc.option(count) })
  .chain((totals) => fc.nat(totals.lines.covered).map((partialLines) => ({ ...totals, partialLines })))

/** -1, 0 or 1, by products of integers. */
function order(left: Count | null, right: Count | null): number {
  if (left === null || right === null) throw new Error('there is no rate')
  return Math.sign(left.covered * right.total - right.covered * left.total)
}

describe('the formulas', () => {
  test('codecov is never above lines', () => {
    fc.assert(fc.property(counts, (some) => order(countBy('full-lines', some), some.lines) <= 0))
  })

  test('sonar lies between lines and branches', () => {
    fc.assert(
      fc.property(counts, (some) => {
        const { lines, branches } = some
        fc.pre(branches !== null && lines.total > 0 && branches.total > 0)
        const sonar = countBy('lines-and-branches', some)
        expect(order(sonar, lines) * order(sonar, branches)).toBeLessThanOrEqual(0)
      }),
    )
  })

  test('all say the same without branches and what else one tool alone knows', () => {
    fc.assert(
      fc.property(count, (lines) => {
        const plain = { lines, branches: null, functions: null, statements: lines, partialLines: 0 }
        for (const counting of ['full-lines', 'lines-and-branches', 'statements', 'elements'] as const)
          expect(countBy(counting, plain)).toEqual(lines)
      }),
    )
  })

  test('never count more covered than there is', () => {
    fc.assert(
      fc.property(
        counts,
        fc.constantFrom('lines', 'full-lines', 'lines-and-branches', 'elements'),
        (some, counting) => {
          const counted = countBy(counting, some)
          expect(counted?.covered).toBeGreaterThanOrEqual(0)
          expect(counted?.covered).toBeLessThanOrEqual(counted?.total ?? -1)
        },
      ),
    )
  })

  test('of a sum are the sum of the parts', () => {
    fc.assert(
      fc.property(counts, counts, (left, right) => {
        const sum = countBy('lines-and-branches', addCoverageCounts(left, right))
        const [one, other] = [countBy('lines-and-branches', left), countBy('lines-and-branches', right)]
        expect(sum?.covered).toBe((one?.covered ?? 0) + (other?.covered ?? 0))
        expect(sum?.total).toBe((one?.total ?? 0) + (other?.total ?? 0))
      }),
    )
  })
})
