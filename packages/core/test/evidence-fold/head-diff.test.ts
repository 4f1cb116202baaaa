import { describe, expect, test } from '@jest/globals'
import { agreedHeadDiff } from '../../src/evidence-fold/head-diff.js'
import type { Diff, Hunk } from '../../src/model/diff.js'
import { legOf } from './samples.js'

function withHunks(...hunks: readonly Hunk[]): Diff {
  return [{ oldPath: 'a.py', newPath: 'a.py', isBinary: false, hunks }]
}

function agreed(...diffs: readonly (Diff | null)[]): Diff | null {
  return agreedHeadDiff(
    diffs.map((headDiff) => ({ ...legOf({}).evidence, ...(headDiff === null ? {} : { headDiff }) })),
  )
}

const first: Hunk = { oldStart: 3, oldCount: 2, newStart: 3, newCount: 0 }
const second: Hunk = { oldStart: 10, oldCount: 0, newStart: 8, newCount: 4 }

describe('how the tested tree differs from the head', () => {
  test('is what all legs say', () => {
    expect(agreed(withHunks(first, second), withHunks(first, second))).toEqual(withHunks(first, second))
  })

  test('is unknown where a leg says something else, or nothing, or there is none', () => {
    expect(agreed(withHunks(first), withHunks(second))).toBeNull()
    expect(agreed(withHunks(first), null)).toBeNull()
    expect(agreed()).toBeNull()
  })

  test.each<[string, readonly Hunk[]]>([
    ['go back', [second, first]],
    ['overlap', [first, { ...first, oldStart: 4 }]],
    ['are longer than anything', [{ ...first, oldCount: Number.MAX_SAFE_INTEGER }]],
  ])('is not believed where hunks %s', (_, hunks) => {
    expect(agreed(withHunks(...hunks))).toBeNull()
  })
})
