import { describe, expect, test } from '@jest/globals'
import {
  type CommentStamp,
  isNewer,
  isStickyComment,
  readStickyComment,
  stickyMarker,
} from '../../src/render/sticky-comment.js'

const STAMP: CommentStamp = { run: '4711', attempt: 2, headSha: 'a'.repeat(40), startedAt: '2026-11-21T12:00:00.000Z' }

test('a comment is known again by its first line', () => {
  for (const stamp of [STAMP, null]) {
    const marker = stickyMarker('gates', stamp)
    expect(isStickyComment(`${marker}\n## x`, 'gates')).toBe(true)
    expect(isStickyComment(`${marker}\r\n## x`, 'gates')).toBe(true)
    expect(isStickyComment(`${marker}\n## x`, 'coverage-gate')).toBe(false)
    expect(isStickyComment(`> ${marker}\n## x`, 'gates')).toBe(false)
    expect(isStickyComment(`hello\n${marker}\n## x`, 'gates')).toBe(false)
  }
})

test('no key can close the marker', () => {
  expect(stickyMarker('a --> <b>', null)).toBe('<!-- testwarden:a-b- -->')
  expect(isStickyComment(`${stickyMarker('k'.repeat(5000), STAMP)}\n`, 'k'.repeat(5000))).toBe(true)
})

test('what was written is read again: key, run and text, whatever the line ends', () => {
  expect(readStickyComment(`${stickyMarker('gates', STAMP)}\r\n## x\r\ny\r\n`)).toEqual({
    key: 'gates',
    stamp: STAMP,
    text: '## x\ny',
  })
})

test.each([
  '',
  '<!-- testwarden: -->',
  '<!-- testwarden:gates run=1 -->',
  `<!-- testwarden:gates run=${'9'.repeat(50)}.1 head=${'a'.repeat(40)} at=2026-11-21T12:00:00Z -->`,
  '<!-- testwarden:gates --> <!-- testwarden:gates -->',
])('%j is no marker', (line) => {
  expect(readStickyComment(`${line}\ntext`)).toBeNull()
})

describe('of two runs the newer one is', () => {
  const other = { ...STAMP, headSha: 'b'.repeat(40) }

  test.each([
    ['the one with the higher number, for two commits', { ...other, run: '10000' }, STAMP, true],
    [
      'not a rerun of the older commit, however late',
      { ...other, run: '4710', attempt: 9, startedAt: '2027-01-01T00:00:00Z' },
      STAMP,
      false,
    ],
    [
      'the one that started later, for one commit',
      { ...STAMP, attempt: 3, startedAt: '2026-11-21T12:00:00.001Z' },
      STAMP,
      true,
    ],
    ['neither, when they are the same', STAMP, STAMP, false],
  ])('%s', (_name, left, right, expected) => {
    expect(isNewer(left, right)).toBe(expected)
  })
})
