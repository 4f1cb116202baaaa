import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import {
  countLines,
  countLinesOfText,
  createLineWriter,
  intersect,
  joinOver,
  type Lines,
  linesFromText,
  linesToText,
  subtract,
  unite,
} from '../src/ranges.js'

const numbers = fc.uniqueArray(fc.integer({ min: 1, max: 40 })).map((lines) => lines.sort((a, b) => a - b))

function linesOfSorted(sorted: readonly number[]): Lines {
  const writer = createLineWriter()
  for (const line of sorted) writer.add(line)
  return linesFromText(writer.text())
}

function spread(lines: Lines): number[] {
  return lines.flatMap(({ first, last }) => Array.from({ length: last - first + 1 }, (_, index) => first + index))
}

describe('line ranges', () => {
  test('hold exactly the lines they were made of, as text too', () => {
    fc.assert(
      fc.property(numbers, (lines) => {
        const ranges = linesOfSorted(lines)
        expect(spread(ranges)).toEqual(lines)
        expect(linesFromText(linesToText(ranges))).toEqual(ranges)
        expect(countLines(ranges)).toBe(lines.length)
        expect(countLinesOfText(linesToText(ranges))).toBe(lines.length)
      }),
    )
  })

  test('are sets', () => {
    fc.assert(
      fc.property(numbers, numbers, (left, right) => {
        const [a, b] = [linesOfSorted(left), linesOfSorted(right)]
        const both = [...new Set([...left, ...right])].sort((x, y) => x - y)
        expect(unite(a, b)).toEqual(linesOfSorted(both))
        expect(intersect(a, b)).toEqual(linesOfSorted(left.filter((line) => right.includes(line))))
        expect(subtract(a, b)).toEqual(linesOfSorted(left.filter((line) => !right.includes(line))))
      }),
    )
  })

  test('join over gaps that may be bridged, and over no others', () => {
    const missed = linesFromText('1,3,6,9')
    expect(linesToText(joinOver(missed, linesFromText('2,4,7-8')))).toBe('1-3,6-9')
    expect(joinOver(missed, [])).toEqual(missed)
  })

  test('of any size cost nothing', () => {
    const all = linesFromText('1-999999999999999')
    expect(countLines(subtract(all, linesFromText('5')))).toBe(999_999_999_999_998)
  })

  test.each([
    '5-1',
    '2,1',
    '1,1',
    'a',
    '1-',
    '0',
    '-3',
    '1.5',
    '1,,2',
    '1-3,2-4',
    '1,',
    ',1',
    '1-2-3',
    '1234567890123456',
  ])('refuse the text %s', (text) => {
    expect(() => linesFromText(text)).toThrow(TypeError)
    expect(() => countLinesOfText(text)).toThrow(TypeError)
  })
})
