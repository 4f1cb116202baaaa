import { describe, expect, test } from '@jest/globals'
import { branchesInWords } from '../src/branch-words.js'

const words = (taken: readonly string[], untaken: readonly string[]) =>
  branchesInWords({ line: 1, taken, untaken, counted: [0, 0] })

describe('branches in words', () => {
  test('a number of LCOV is a branch, and its block goes without saying while there is one', () => {
    expect(words(['0,0'], ['0,1'])).toEqual(['branch 1'])
  })

  test('of several blocks each branch names its own', () => {
    expect(words(['0,0'], ['0,1', '3,0'])).toEqual(['branch 1 of block 0', 'branch 0 of block 3'])
  })

  test('a branch that the tool gave words keeps them, commas included', () => {
    expect(words([], ['0,x > 1, y'])).toEqual(['x > 1, y'])
    expect(words([], ['else'])).toEqual(['else'])
  })

  test('a jump of coverage.py leads to a line or out', () => {
    expect(words(['>4'], ['>7', '>-2'])).toEqual(['jump to line 7', 'way out'])
  })

  test('a branch that istanbul knows by its place is named by what it is', () => {
    expect(words(['@if 6:2-7:9 0'], ['@if 6:2-7:9 1'])).toEqual(['else'])
    expect(words([], ['@if 6:2-7:9~2 0', '@binary-expr 6:4-6: 2'])).toEqual(['if', 'branch 2 of binary-expr'])
  })
})
