import { expect, test } from '@jest/globals'
import { BlockRanks } from '../../../src/coverage/lcov/block-ranks.js'

function ranksOf(blocks: readonly (readonly [line: number, block: number])[]): number[] {
  const ranks = new BlockRanks()
  return blocks.map(([line, block]) => ranks.rankOf(line, block))
}

test('blocks that are numbered line by line keep their numbers, whatever they are', () => {
  expect(
    ranksOf([
      [5, 0],
      [5, 0],
      [5, 1],
      [7, 0],
      [7, 1],
      [9, 1],
      [5, 0],
    ]),
  ).toEqual([0, 0, 1, 0, 1, 1, 0])
  expect(
    ranksOf([
      [5, 3],
      [7, 4],
    ]),
  ).toEqual([3, 4])
})

test('blocks that are numbered through the file are counted on each line, also on one that comes again', () => {
  expect(
    ranksOf([
      [6, 0],
      [6, 0],
      [6, 1],
      [9, 2],
      [9, 2],
      [12, 3],
      [6, 4],
      [9, 5],
    ]),
  ).toEqual([0, 0, 1, 0, 0, 0, 2, 1])
})

test('a number out of turn ends the counting', () => {
  expect(
    ranksOf([
      [1, 0],
      [2, 1],
      [3, 2],
      [4, 0],
      [5, 7],
    ]),
  ).toEqual([0, 0, 0, 0, 7])
})

test('a section begins anew', () => {
  const ranks = new BlockRanks()
  expect([ranks.rankOf(1, 0), ranks.rankOf(2, 1)]).toEqual([0, 0])
  ranks.clear()
  expect([ranks.rankOf(2, 0), ranks.rankOf(2, 1), ranks.rankOf(3, 2)]).toEqual([0, 1, 0])
})
