import { expect, test } from '@jest/globals'
import { changedLines } from '../src/changed-lines.js'

test('only lines of the new side count, and only where there are some', () => {
  const hunk = { oldStart: 3, oldCount: 1, newStart: 3, newCount: 2 }
  const deletion = { oldStart: 9, oldCount: 4, newStart: 9, newCount: 0 }
  const lines = changedLines([
    { oldPath: 'a.py', newPath: 'a.py', isBinary: false, hunks: [hunk, deletion] },
    { oldPath: 'b.py', newPath: 'c.py', isBinary: false, hunks: [] },
    { oldPath: 'd.py', newPath: null, isBinary: false, hunks: [deletion] },
    { oldPath: null, newPath: 'e.png', isBinary: true, hunks: [] },
    { oldPath: 'f.py', newPath: 'f.py', isBinary: false, hunks: [deletion] },
    {
      oldPath: null,
      newPath: '__proto__',
      isBinary: false,
      hunks: [{ oldStart: 0, oldCount: 0, newStart: 1, newCount: 1 }],
    },
  ])
  expect([...lines]).toEqual([
    ['a.py', [{ first: 3, last: 4 }]],
    ['__proto__', [{ first: 1, last: 1 }]],
  ])
})
