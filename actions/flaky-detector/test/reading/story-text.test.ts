import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { PastCommit } from '../../src/facts.js'
import { type CellCounts, readCells, writeCells } from '../../src/reading/story-text.js'

const COMMITS: readonly PastCommit[] = Array.from({ length: 40 }, (_, index) => ({
  sha: String(index).padStart(40, '0'),
  tree: null,
  time: '2026-01-01T00:00:00Z',
  run: '1',
  isWithheld: false,
  isLeftOut: false,
  hasRecovered: false,
  tests: 1,
  failed: 0,
  flaky: 0,
}))

const anyCells: fc.Arbitrary<readonly CellCounts[]> = fc
  .uniqueArray(fc.nat(39), { maxLength: 40 })
  .chain((commits) =>
    fc.tuple(
      ...commits
        .sort((left, right) => left - right)
        .map((commit) =>
          fc
            .constantFrom([0, 1], [1, 0], [2, 1], [0, 3])
            .map(([failed = 0, passed = 0]) => ({ commit, failed, passed })),
        ),
    ),
  )

test('cells come back from their text', () => {
  fc.assert(
    fc.property(anyCells, (cells) => {
      const read = readCells(writeCells(cells), COMMITS)
      expect(read?.map(({ commit, failed, passed }) => ({ commit: Number(commit), failed, passed }))).toEqual(cells)
    }),
  )
})

test('a commit may have passes and then failures for good', () => {
  const cells = [
    { commit: 3, failed: 0, passed: 1 },
    { commit: 3, failed: 2, passed: 0 },
  ]
  expect(writeCells(cells)).toBe('3 3:2/0')
  expect(readCells('3 3:2/0', COMMITS)).toHaveLength(2)
})

test('many passes are one word', () => {
  const cells = COMMITS.map((_, commit) => ({ commit, failed: commit === 20 ? 1 : 0, passed: commit === 20 ? 0 : 1 }))
  expect(writeCells(cells)).toBe('0-19 20:1/0 21-39')
})

test.each(['40', '5-3', '3 1', 'x', '1:2', '1-2:3/4', '0-999999999', '1  2', ' '])('%j is refused', (text) => {
  expect(readCells(text, COMMITS)).toBeNull()
})
