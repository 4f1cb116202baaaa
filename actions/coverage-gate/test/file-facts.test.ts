import { describe, expect, test } from '@jest/globals'
import { mergeFileCoverage } from '@testwarden/core/model/coverage-merge'
import { countFile } from '@testwarden/core/model/coverage-totals'
import fc from 'fast-check'
import { countFileFacts, encodeFile, mergeFileFacts } from '../src/file-facts.js'
import { fileCoverage } from './arbitraries.js'

describe('facts of a file', () => {
  test('have the totals of the model they were made of', () => {
    fc.assert(
      fc.property(fileCoverage, (file) => {
        const facts = JSON.parse(JSON.stringify(encodeFile(file, true)))
        expect(countFileFacts(facts)).toEqual(countFile(file))
      }),
    )
  })

  test('merge to the facts of the merged model', () => {
    fc.assert(
      fc.property(fileCoverage, fileCoverage, (left, right) => {
        const same = { ...right, path: left.path }
        expect(mergeFileFacts(encodeFile(left, true), encodeFile(same, true))).toEqual(
          encodeFile(mergeFileCoverage(left, same), true),
        )
      }),
    )
  })

  test('say in ranges which lines ran, whatever the order in the report', () => {
    const lines = new Map([
      [5, 0],
      [1, 2],
      [2, 1],
      [4, 0],
      [9, 1],
    ])
    const file = { path: 'a.py', lines, branches: new Map(), functions: null, statements: null }
    expect(encodeFile(file, false)).toEqual({
      path: 'a.py',
      isTracked: false,
      isPlaceholder: false,
      covered: '1-2,9',
      missed: '4-5',
      branches: [],
      functions: null,
      statements: null,
    })
  })
})
