import { describe, expect, test } from '@jest/globals'
import { PlatformError } from '@testwarden/core/model/errors'
import type { GitHub, IssueComment } from '@testwarden/core/ports/github'
import type { EffectContext } from '../../src/effects/effect.js'
import { type UpsertComment, upsertCommentEffect } from '../../src/effects/upsert-comment.js'
import { createWorkspaceFiles } from '../../src/files.js'
import { recordingLog } from '../support/recording-log.js'
import { tempFolder } from '../support/temp-folder.js'
import { unaskedGitHub } from '../support/unasked-github.js'

const HEAD = 'a'.repeat(40)

function body(text: string, run = 20): string {
  return `<!-- testwarden:gates run=${run}.1 head=${HEAD} at=2026-11-21T12:00:${run}Z -->\n${text}\n`
}

const CHANGE: UpsertComment = {
  kind: 'upsert-comment',
  key: 'comment',
  pullRequest: 7,
  headSha: HEAD,
  body: body('new'),
  whenMissing: 'create',
}

function contextOf(github: GitHub | null): EffectContext {
  const files = createWorkspaceFiles({ root: tempFolder(), reach: 'workspace' })
  return { env: {}, files, github, log: recordingLog(), receipts: new Map() }
}

function listing(...comments: readonly IssueComment[]): Partial<GitHub> {
  return { listComments: async () => ({ comments, isWhole: true }), login: async () => 'bot' }
}

function commentBy(author: string | null, text: string, id = 1): IssueComment {
  return { id, body: text, author }
}

describe('the first comment', () => {
  test('is made without asking who we are', async () => {
    const github = unaskedGitHub({
      listComments: async () => ({ comments: [commentBy('x', 'hello')], isWhole: true }),
      pullRequestHead: async () => HEAD,
      createComment: async ({ issue }) => issue * 100,
    })
    expect(await upsertCommentEffect.perform(CHANGE, contextOf(github))).toEqual({
      key: 'comment',
      status: 'done',
      id: 700,
    })
  })

  test('is made where the head of the pull request cannot be found out', async () => {
    const pullRequestHead = async () => Promise.reject(new PlatformError('no'))
    const github = unaskedGitHub({ ...listing(), pullRequestHead, createComment: async () => 5 })
    expect(await upsertCommentEffect.perform(CHANGE, contextOf(github))).toMatchObject({ status: 'done', id: 5 })
  })

  test('is not made for a change that only updates', async () => {
    const change = { ...CHANGE, whenMissing: 'nothing' } as const
    const github = unaskedGitHub(listing())
    expect(await upsertCommentEffect.perform(change, contextOf(github))).toEqual({ key: 'comment', status: 'done' })
  })

  test('that another job made meanwhile is updated instead of doubled', async () => {
    const updated: number[] = []
    const lists: IssueComment[][] = [[], [commentBy('bot', body('theirs', 19), 3)]]
    const github = unaskedGitHub({
      ...listing(),
      listComments: async () => ({ comments: lists.shift() ?? [], isWhole: true }),
      pullRequestHead: async () => HEAD,
      createComment: async ({ find }) => (await find()) ?? -1,
      updateComment: async (id) => void updated.push(id),
    })
    expect(await upsertCommentEffect.perform(CHANGE, contextOf(github))).toMatchObject({ status: 'done', id: 3 })
    expect(updated).toEqual([3])
  })
})

describe('a comment that is there', () => {
  test('is not edited where it says the same', async () => {
    const github = unaskedGitHub(listing(commentBy('bot', body('new', 10))))
    expect(await upsertCommentEffect.perform(CHANGE, contextOf(github))).toMatchObject({ status: 'done', id: 1 })
  })

  test.each(['mallory', null])('by %j is not ours, whatever its marker', async (author) => {
    const github = unaskedGitHub({
      ...listing(commentBy(author, body('forged', 99))),
      pullRequestHead: async () => HEAD,
      createComment: async () => 2,
    })
    expect(await upsertCommentEffect.perform(CHANGE, contextOf(github))).toMatchObject({ status: 'done', id: 2 })
  })

  test('by a newer run is left alone with its doubles', async () => {
    const github = unaskedGitHub(listing(commentBy('bot', body('x', 10)), commentBy('bot', body('newer', 30), 2)))
    const context = contextOf(github)
    expect(await upsertCommentEffect.perform(CHANGE, context)).toMatchObject({ status: 'done', id: 2 })
    expect(JSON.stringify(context.log)).toContain('newer than this one')
  })
})

test('without a token it is a failure that says so', async () => {
  expect(await upsertCommentEffect.perform(CHANGE, contextOf(null))).toMatchObject({ status: 'failed' })
})
