import { describe, expect, test } from '@jest/globals'
import { type Segment, SegmentLines } from '../../../src/coverage/llvm-cov/segment-lines.js'

function linesOf(...segments: readonly Segment[]): readonly (readonly [number, number])[] {
  const found: [number, number][] = []
  const lines = new SegmentLines((line, hits) => found.push([line, hits]))
  for (const segment of segments) lines.add(segment)
  lines.end()
  return found
}

const entry = (line: number, count: number): Segment => ({ line, count, hasCount: true, isEntry: true, isGap: false })
const back = (line: number, count: number): Segment => ({ ...entry(line, count), isEntry: false })
const gap = (line: number, count: number): Segment => ({ ...entry(line, count), isGap: true })
const end = (line: number): Segment => ({ line, count: 0, hasCount: false, isEntry: false, isGap: false })
const skipped = (line: number): Segment => ({ ...end(line), isEntry: true })

describe('a line', () => {
  test('belongs to the region that reaches into it', () => {
    expect(linesOf(entry(3, 2), end(5))).toEqual([
      [3, 2],
      [4, 2],
      [5, 2],
    ])
  })

  test('may hold any number of regions, as generated code does', () => {
    const found: number[] = []
    const lines = new SegmentLines((_line, hits) => found.push(hits))
    for (let count = 1; count <= 200_000; count++) lines.add(entry(1, count))
    lines.end()
    expect(found).toEqual([200_000])
  })

  test('ran as often as the best region that starts on it or reaches into it', () => {
    expect(linesOf(entry(1, 2), entry(2, 5), back(2, 2), entry(3, 0), back(3, 2), end(4))).toEqual([
      [1, 2],
      [2, 5],
      [3, 2],
      [4, 2],
    ])
  })

  test('does not run because a gap on it does', () => {
    expect(linesOf(entry(1, 0), gap(2, 7), entry(3, 0), end(4))).toEqual([
      [1, 0],
      [2, 0],
      [3, 7],
      [4, 0],
    ])
  })

  test('between two functions is no code', () => {
    expect(linesOf(entry(1, 1), end(2), entry(9, 0), end(9))).toEqual([
      [1, 1],
      [2, 1],
      [9, 0],
    ])
  })

  test('where skipped code starts is no code', () => {
    expect(linesOf(entry(1, 1), skipped(2), back(4, 1), end(5))).toEqual([
      [1, 1],
      [5, 1],
    ])
  })
})

test('a segment before the one that came last is refused', () => {
  const lines = new SegmentLines(() => undefined)
  expect([lines.add(entry(5, 1)), lines.add(entry(4, 1)), lines.add(end(5))]).toEqual([true, false, true])
})
