import { describe, expect, test } from '@jest/globals'
import { countBy } from '@testwarden/core/model/coverage-formula'
import fc from 'fast-check'
import { countsOfFile } from '../src/count-file.js'
import { encodeFile } from '../src/file-facts.js'
import { partialLines } from '../src/partial-lines.js'
import { countLines, intersect, linesFromText, linesToText } from '../src/ranges.js'
import { fileCoverage } from './arbitraries.js'
import { fileOf } from './kit.js'

function branch(line: number, counted: readonly [number, number]) {
  return { line, taken: [], untaken: [], counted }
}

describe('partial lines', () => {
  test('are those that ran and left a branch out', () => {
    const branches = [branch(1, [2, 2]), branch(2, [1, 2]), branch(3, [0, 2]), branch(4, [0, 2]), branch(9, [1, 2])]
    const file = fileOf('a.py', { covered: '1-3,5', missed: '4', branches })
    expect(linesToText(partialLines(file))).toBe('2-3')
  })

  // if ready {       5.2,5.11 is the condition, 5.11,7.3 what it leads to,
  //   start()        which never ran; line 7 holds only the brace
  // }
  test('of Go are those that ran and hold a block that did not', () => {
    const statements = { covered: ['4.14,5.11#0'], missed: ['5.11,7.3#0', '5.11,7.3#1', '8.2,8.40#0', '9.1,11.2#0'] }
    const file = fileOf('a.go', { covered: '4-5,7,9,11', missed: '6,8,10', statements })
    expect(linesToText(partialLines(file))).toBe('5,7,9')
  })

  test('of statements that other formats name are none', () => {
    const statements = { covered: ['1:0-1:9'], missed: ['1:10-1:20', '5.11,7.3#1', '5.11,7.3#', '__proto__'] }
    expect(partialLines(fileOf('a.ts', { covered: '1-7', statements }))).toEqual([])
  })

  test('stay few where a block claims to reach far', () => {
    const statements = { covered: [], missed: ['1.1,9999999999.9#0', '7.1,3.1#0'] }
    expect(linesToText(partialLines(fileOf('a.go', { covered: '2-5,7', statements })))).toBe('2-5,7')
  })

  test('have run, so that codecov is never above lines', () => {
    fc.assert(
      fc.property(fileCoverage, (coverage) => {
        const file = encodeFile(coverage, true)
        const partial = partialLines(file)
        expect(intersect(partial, linesFromText(file.covered))).toEqual(partial)
        const counts = countsOfFile(file)
        expect(countBy('full-lines', counts)).toEqual({
          covered: counts.lines.covered - countLines(partial),
          total: counts.lines.total,
        })
      }),
    )
  })
})
