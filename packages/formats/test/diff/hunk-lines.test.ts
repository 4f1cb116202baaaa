import { describe, expect, test } from '@jest/globals'
import type { Hunk } from '@testwarden/core/model/diff'
import fc from 'fast-check'
import { HunkLines, readHunkHeader } from '../../src/diff/hunk-lines.js'

describe('the header of a hunk', () => {
  test.each([
    ['@@ -1,2 +3,4 @@', [1, 2, 3, 4]],
    ['@@ -1 +3 @@ function name() {', [1, 1, 3, 1]],
    ['@@ -0,0 +1,7 @@', [0, 0, 1, 7]],
    ['@@ -5,2 +4,0 @@', [5, 2, 4, 0]],
  ])('%s is read, a missing count as 1', (line, [oldStart, oldCount, newStart, newCount]) => {
    expect(readHunkHeader(line)).toEqual({ oldStart, oldCount, newStart, newCount })
  })

  test.each([
    '@@ -1,2 +3,4',
    '@@@ -1 -1 +1 @@@',
    '@@ +1 -1 @@',
    '@@ -1,-2 +3 @@',
    '@@ -1234567890 +1 @@',
    ' @@ -1 +1 @@',
    '',
  ])('%j is none', (line) => {
    expect(readHunkHeader(line)).toBeNull()
  })
})

/** Marks of the lines to hunks as `[old start, old count, new start, new count]`. */
function cut(header: readonly [number, number, number, number], marks: string): unknown {
  const [oldStart, oldCount, newStart, newCount] = header
  const lines = new HunkLines({ oldStart, oldCount, newStart, newCount })
  const isTaken = [...marks].every((mark) => lines.take(mark))
  return isTaken && lines.isComplete ? lines.end().map(tuple) : 'refused'
}

function tuple(hunk: Hunk): readonly number[] {
  return [hunk.oldStart, hunk.oldCount, hunk.newStart, hunk.newCount]
}

describe('the lines of a hunk', () => {
  test.each<[string, [number, number, number, number], string, unknown]>([
    ['a changed line between context', [10, 3, 20, 3], ' -+ ', [[11, 1, 21, 1]]],
    [
      'two changes apart',
      [1, 5, 1, 5],
      ' -+ -+ ',
      [
        [2, 1, 2, 1],
        [4, 1, 4, 1],
      ],
    ],
    ['added lines only, named by the line before them', [4, 2, 4, 4], ' ++ ', [[4, 0, 5, 2]]],
    ['removed lines only, named by the line before the gap', [4, 4, 4, 2], ' -- ', [[5, 2, 4, 0]]],
    ['a new file', [0, 0, 1, 2], '++', [[0, 0, 1, 2]]],
    ['a file that goes', [1, 2, 0, 0], '--', [[1, 2, 0, 0]]],
    ['an insertion without context', [7, 0, 8, 1], '+', [[7, 0, 8, 1]]],
    ['the mark of a missing line end', [1, 1, 1, 1], '-\\+\\', [[1, 1, 1, 1]]],
    ['nothing but context', [1, 2, 1, 2], '  ', []],
  ])('with %s are cut to what changed', (_, header, marks, hunks) => {
    expect(cut(header, marks)).toEqual(hunks)
  })

  test.each<[string, [number, number, number, number], string]>([
    ['more removed lines than announced', [1, 1, 1, 0], '--'],
    ['more added lines than announced', [1, 0, 1, 1], '++'],
    ['more context than announced', [1, 1, 1, 1], '  '],
    ['less than announced', [1, 2, 1, 2], ' '],
    ['a line with no mark of a hunk', [1, 1, 1, 1], '@'],
  ])('with %s are refused', (_, header, marks) => {
    expect(cut(header, marks)).toBe('refused')
  })

  test('a context line that lost its blank is still one', () => {
    const lines = new HunkLines({ oldStart: 1, oldCount: 1, newStart: 1, newCount: 1 })
    expect([lines.take(''), lines.isComplete, lines.end()]).toEqual([true, true, []])
  })

  test('all that was removed and added is in the hunks, whatever the order', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(' ', '-', '+'), { maxLength: 40 }), (marks) => {
        const count = (wanted: string): number => marks.filter((mark) => mark === wanted).length
        const [context, removed, added] = [count(' '), count('-'), count('+')]
        const lines = new HunkLines({
          oldStart: 1,
          oldCount: context + removed,
          newStart: 1,
          newCount: context + added,
        })
        expect(marks.every((mark) => lines.take(mark))).toBe(true)
        const hunks = lines.end()
        const sum = (of: (hunk: Hunk) => number): number => hunks.reduce((total, hunk) => total + of(hunk), 0)
        expect([lines.isComplete, sum((hunk) => hunk.oldCount), sum((hunk) => hunk.newCount)]).toEqual([
          true,
          removed,
          added,
        ])
      }),
    )
  })
})
