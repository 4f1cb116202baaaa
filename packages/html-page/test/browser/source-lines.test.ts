import { describe, expect, test } from '@jest/globals'
import { gapStarts, patchStretches, sourceLines, strayNotes } from '../../browser/source-lines.js'
import type { FileData } from '../../src/coverage/page-data.js'

function dataOf(lineCount: number, part: Partial<FileData> = {}): FileData {
  const source = [...Array(lineCount).keys()].map((index) => `line ${index + 1}`).join('\n')
  const empty = { path: 'a.ts', facts: [], covered: [], missed: [], partial: [], changed: [], notes: [], remarks: [] }
  return { ...empty, source, ...part }
}

describe('the lines of a file', () => {
  test('each has its state: what ran in part is neither hit nor miss', () => {
    const lines = sourceLines(dataOf(5, { covered: [1, 2], missed: [3, 3], partial: [2, 2], notes: [[2, 'half']] }))
    expect(lines.map(({ state }) => state)).toEqual(['hit', 'part', 'miss', 'none', 'none'])
    expect(lines[1]?.notes).toEqual(['half'])
  })

  test('ranges of a report that end beyond the text, or never, cost no more than the text', () => {
    const lines = sourceLines(dataOf(3, { missed: [2, Number.MAX_SAFE_INTEGER] }))
    expect(lines.map(({ state }) => state)).toEqual(['none', 'miss', 'miss'])
  })

  test('a file without its text has none', () => {
    expect(sourceLines(dataOf(3, { source: null }))).toEqual([])
  })

  test('a note of no line, or of one beyond the text, is not lost', () => {
    const data = dataOf(3, {
      notes: [
        [0, 'nowhere'],
        [2, 'there'],
        [9, 'beyond'],
      ],
    })
    expect(strayNotes(data, sourceLines(data))).toEqual(['nowhere', 'line 9: beyond'])
  })

  test('a patch is the new lines with three around them; stretches that meet are one, and the rest is counted', () => {
    const stretches = patchStretches(sourceLines(dataOf(30, { changed: [5, 5, 12, 12, 24, 24] })))
    const shown = stretches.map(({ skipped, lines }) => [skipped, lines[0]?.number, lines.at(-1)?.number])
    expect(shown).toEqual([
      [1, 2, 15],
      [5, 21, 27],
      [3, undefined, undefined],
    ])
  })

  test('a gap begins where lines that no test ran begin, and where the reason changes', () => {
    const lines = sourceLines(dataOf(9, { covered: [1, 9], missed: [2, 3, 7, 7], partial: [4, 4] }))
    expect(gapStarts([{ skipped: 0, lines }]).map(({ number }) => number)).toEqual([2, 4, 7])
  })
})
