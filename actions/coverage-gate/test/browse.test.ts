import { describe, expect, test } from '@jest/globals'
import { browse } from '../src/browse.js'
import { BASE_SHA, evidenceOf, fileOf } from './kit.js'

const files = [
  fileOf('src/a.ts', {
    covered: '1-5,8',
    missed: '6-7',
    branches: [
      { line: 2, taken: ['0,0'], untaken: ['0,1'], counted: [0, 0] },
      { line: 4, taken: [], untaken: [], counted: [1, 2] },
      { line: 5, taken: ['0,0', '0,1'], untaken: [], counted: [0, 0] },
      { line: 6, taken: [], untaken: ['0,0', '0,1'], counted: [0, 0] },
    ],
    functions: { covered: ['1:used'], missed: ['6:unused', '2:ns::other'] },
  }),
  fileOf('src/b.ts', { covered: '1-2' }),
]
const changes = { kind: 'known', base: BASE_SHA, files: [{ path: 'src/a.ts', lines: '4-6,20' }] } as const

describe('what people look through', () => {
  test('has the lines of every file, and the new ones of those that changed', () => {
    const view = browse(evidenceOf({ files, changes }))
    expect(view.patch).toEqual({ covered: 2, total: 3 })
    expect(view.files.map(({ path, missed, change }) => ({ path, missed, change }))).toEqual([
      {
        path: 'src/a.ts',
        missed: [{ first: 6, last: 7 }],
        change: {
          lines: [
            { first: 4, last: 6 },
            { first: 20, last: 20 },
          ],
          count: { covered: 2, total: 3 },
        },
      },
      { path: 'src/b.ts', missed: [], change: null },
    ])
  })

  test('a line is partial when it ran and left a branch out; one that never ran is missed', () => {
    expect(browse(evidenceOf({ files, changes })).files[0]?.partial).toEqual([
      { line: 2, branches: { covered: 1, total: 2 }, untaken: ['branch 1'] },
      { line: 4, branches: { covered: 1, total: 2 }, untaken: [] },
    ])
  })

  test('names the functions that nothing called, in the order of the file', () => {
    expect(browse(evidenceOf({ files })).files[0]?.uncalled).toEqual([
      { name: 'ns::other', line: 2 },
      { name: 'unused', line: 6 },
    ])
  })

  test('knows no patch where the changed lines are not known', () => {
    const view = browse(evidenceOf({ files, changes: { kind: 'none', reason: 'a push' } }))
    expect(view.patch).toBeNull()
    expect(view.files.every(({ change }) => change === null)).toBe(true)
  })

  test('a file that no tracked one answers to has no new lines, whatever its path', () => {
    const untracked = [fileOf('src/a.ts', { isTracked: false, missed: '4' })]
    expect(browse(evidenceOf({ files: untracked, changes })).files[0]).toMatchObject({ isTracked: false, change: null })
  })

  test('ranges from somebody else’s evidence are never spread out', () => {
    const endless = [fileOf('src/a.ts', { missed: '1-999999999999999' })]
    expect(browse(evidenceOf({ files: endless })).files[0]?.missed).toEqual([{ first: 1, last: 999_999_999_999_999 }])
  })
})
