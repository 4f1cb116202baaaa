import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { FileDiff, Hunk } from '../../src/model/diff.js'
import { type LineRange, linesOf } from '../../src/model/line-range.js'
import { createTranslator } from '../../src/render/translate-location.js'

function file(hunks: readonly Hunk[], over: Partial<FileDiff> = {}): FileDiff {
  return { oldPath: 'a.ts', newPath: 'a.ts', isBinary: false, hunks, ...over }
}

function locate(diff: readonly FileDiff[], startLine: number, endLine: number) {
  return createTranslator(diff).locate({ path: 'a.ts', startLine, endLine })
}

const replaced = file([{ oldStart: 10, oldCount: 2, newStart: 10, newCount: 5 }])

describe('a place of the tested tree in the head tree', () => {
  test('is the same where the trees are the same, and in files that do not differ', () => {
    const place = { path: 'b.ts', startLine: 3, endLine: 4 }
    expect(createTranslator(null).locate(place)).toEqual(place)
    expect(createTranslator([replaced]).locate(place)).toEqual(place)
  })

  test('moves with the lines above it', () => {
    expect(locate([replaced], 5, 6)).toEqual({ path: 'a.ts', startLine: 5, endLine: 6 })
    expect(locate([replaced], 12, 20)).toEqual({ path: 'a.ts', startLine: 15, endLine: 23 })
  })

  test('does not exist where its lines were replaced', () => {
    expect(locate([replaced], 10, 11)).toBeNull()
  })

  test('is the first stretch that survives where a part was replaced', () => {
    expect(locate([replaced], 8, 14)).toEqual({ path: 'a.ts', startLine: 8, endLine: 9 })
    expect(locate([replaced], 11, 14)).toEqual({ path: 'a.ts', startLine: 15, endLine: 17 })
  })

  test('is not guessed across an insertion or a deletion', () => {
    const inserted = file([{ oldStart: 5, oldCount: 0, newStart: 6, newCount: 3 }])
    expect(locate([inserted], 5, 6)).toEqual({ path: 'a.ts', startLine: 5, endLine: 5 })
    expect(locate([inserted], 6, 6)).toEqual({ path: 'a.ts', startLine: 9, endLine: 9 })
    const deleted = file([{ oldStart: 5, oldCount: 3, newStart: 4, newCount: 0 }])
    expect(locate([deleted], 8, 8)).toEqual({ path: 'a.ts', startLine: 5, endLine: 5 })
  })

  test('follows a rename, and is lost with a deleted or binary file', () => {
    expect(locate([file([], { newPath: 'b.ts' })], 3, 3)).toEqual({ path: 'b.ts', startLine: 3, endLine: 3 })
    expect(locate([file([], { newPath: null })], 3, 3)).toBeNull()
    expect(locate([file([], { isBinary: true })], 3, 3)).toBeNull()
  })

  test('ranges keep what survives and name what is lost', () => {
    expect(createTranslator([replaced]).translate('a.ts', [{ first: 8, last: 14 }])).toEqual({
      path: 'a.ts',
      ranges: [
        { first: 8, last: 9 },
        { first: 15, last: 17 },
      ],
      lost: [{ first: 10, last: 11 }],
    })
  })

  test('agrees with walking the two files line by line', () => {
    const gaps = fc.array(
      fc.tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 3 })),
      { maxLength: 5 },
    )
    fc.assert(
      fc.property(gaps, (parts) => {
        const { hunks, newLineOf, length } = walk(parts)
        const translated = createTranslator([file(hunks)]).translate('a.ts', [{ first: 1, last: length }])
        const kept = [...newLineOf.values()]
        expect(toRanges(linesOf(translated.ranges))).toEqual(toRanges(kept))
        const lost = [...Array(length).keys()].map((index) => index + 1).filter((line) => !newLineOf.has(line))
        expect(toRanges(linesOf(translated.lost))).toEqual(toRanges(lost))
      }),
    )
  })
})

/** Each part: so many common lines, then so many removed, then so many added. Five common lines end the file. */
function walk(parts: readonly (readonly [common: number, removed: number, added: number])[]) {
  const newLineOf = new Map<number, number>()
  const hunks: Hunk[] = []
  let [oldLine, newLine] = [1, 1]
  const keep = (count: number) => {
    for (let line = 0; line < count; line++) newLineOf.set(oldLine++, newLine++)
  }
  for (const [common, removed, added] of parts) {
    keep(common)
    if (removed === 0 && added === 0) continue
    hunks.push({
      oldStart: removed === 0 ? oldLine - 1 : oldLine,
      oldCount: removed,
      newStart: added === 0 ? newLine - 1 : newLine,
      newCount: added,
    })
    oldLine += removed
    newLine += added
  }
  keep(5)
  return { hunks, newLineOf, length: oldLine - 1 }
}

/** Ascending, not overlapping, not touching ranges of the given lines. The lines may come in any order. */
function toRanges(lines: Iterable<number>): LineRange[] {
  const ranges: { first: number; last: number }[] = []
  for (const line of [...new Set(lines)].sort((a, b) => a - b)) {
    const open = ranges.at(-1)
    if (open !== undefined && open.last + 1 === line) open.last = line
    else ranges.push({ first: line, last: line })
  }
  return ranges
}
