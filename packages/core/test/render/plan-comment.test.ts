import { describe, expect, test } from '@jest/globals'
import { planComment } from '../../src/render/plan-comment.js'
import { type CommentStamp, stickyMarker } from '../../src/render/sticky-comment.js'

function body(text: string, over: Partial<CommentStamp> = {}): string {
  const stamp = { run: '20', attempt: 1, headSha: 'a'.repeat(40), startedAt: '2026-11-21T12:00:00Z', ...over }
  return `${stickyMarker('gates', stamp)}\n${text}\n`
}

const OLDER = { run: '19', headSha: 'b'.repeat(40) }
const NEWER = { run: '21', headSha: 'c'.repeat(40) }

describe('without a comment', () => {
  test('one is made, or none where only an existing one would be updated', () => {
    expect(planComment([], { body: body('x'), whenMissing: 'create' })).toEqual({ kind: 'create' })
    expect(planComment([], { body: body('x'), whenMissing: 'nothing' })).toEqual({ kind: 'nothing' })
  })
})

describe('with comments', () => {
  test('the oldest is updated and the others are doubles', () => {
    const own = [3, 5, 8].map((id) => ({ id, body: body(`old ${id}`, OLDER) }))
    expect(planComment(own, { body: body('x'), whenMissing: 'nothing' })).toEqual({
      kind: 'update',
      id: 3,
      doubles: [5, 8],
    })
  })

  test('the same text is not written again, whoever wrote it and whatever the line ends', () => {
    const own = [{ id: 3, body: body('one\ntwo', OLDER).replaceAll('\n', '\r\n').trimEnd() }]
    expect(planComment(own, { body: body('one\ntwo'), whenMissing: 'create' })).toEqual({
      kind: 'keep',
      id: 3,
      doubles: [],
    })
  })

  test('a newer run has the word, also where only a double of it is newer', () => {
    const own = [
      { id: 3, body: body('old', OLDER) },
      { id: 5, body: body('new', NEWER) },
    ]
    expect(planComment(own, { body: body('x'), whenMissing: 'create' })).toEqual({
      kind: 'leave-to-newer',
      id: 5,
      run: '21',
    })
  })

  test('one that names no run is older than any', () => {
    const own = [{ id: 3, body: `${stickyMarker('gates', null)}\nold` }]
    expect(planComment(own, { body: body('x'), whenMissing: 'create' })).toMatchObject({ kind: 'update', id: 3 })
  })
})
