import { describe, expect, test } from '@jest/globals'
import { PlatformError } from '@testwarden/core/model/errors'
import type { IssueMarker } from '@testwarden/core/model/issue'
import type { GitHub, IssueComment, ListedIssue } from '@testwarden/core/ports/github'
import { markedBody } from '@testwarden/core/render/issue-marker'
import { CapturingLog } from '@testwarden/testkit/fakes/capturing-log'
import { MemoryFiles } from '@testwarden/testkit/fakes/memory-files'
import type { EffectContext } from '../../src/effects/effect.js'
import { openIssueEffect } from '../../src/effects/open-issue.js'
import { updateIssueEffect } from '../../src/effects/update-issue.js'
import { listIssues } from '../../src/requests/list-issues.js'
import { unaskedGitHub } from '../support/unasked-github.js'

const MARKER: IssueMarker = { action: 'flaky-detector', keys: ['a1'], state: 'flaky', about: [], run: '1' }
const BODY = markedBody(MARKER, 'It fails.')
const CHANGE = { kind: 'open-issue', key: 'k', title: 'T', body: BODY, labels: ['testwarden'] } as const

function issue(number: number, part: Partial<ListedIssue> = {}): ListedIssue {
  return {
    number,
    body: BODY,
    author: 'us',
    state: 'open',
    stateReason: null,
    isLocked: false,
    createdAt: '2026-01-01T00:00:00Z',
    closedAt: null,
    ...part,
  }
}

/** A GitHub with these issues; what is done to them is written down. */
function gitHubWith(issues: ListedIssue[], answers: Partial<GitHub> = {}) {
  const done: string[] = []
  const comments: IssueComment[] = []
  const github = unaskedGitHub({
    login: async () => 'us',
    listIssues: async ({ state }) => ({ issues: issues.filter((each) => each.state === state), isWhole: true }),
    openIssue: async ({ body }) => {
      issues.push(issue(9, { body }))
      return 9
    },
    updateIssue: async (number, update) => void done.push(`${number} ${JSON.stringify(update)}`),
    listComments: async () => ({ comments, isWhole: true }),
    createComment: async ({ body }) => {
      done.push('comment')
      comments.push({ id: comments.length, body, author: 'us' })
      return comments.length - 1
    },
    ...answers,
  })
  return { github, done, comments }
}

function context(github: GitHub): EffectContext {
  return { env: {}, files: new MemoryFiles({}), github, log: new CapturingLog(), receipts: new Map() }
}

describe('opening an issue', () => {
  test('that is the only one about its subject leaves it alone', async () => {
    const { github, done } = gitHubWith([issue(3, { body: markedBody({ ...MARKER, keys: ['z'] }, 'x') })])
    expect(await openIssueEffect.perform(CHANGE, context(github))).toMatchObject({ status: 'done', id: 9 })
    expect(done).toEqual([])
  })

  test('beside an older one of another run closes its own, which nobody then takes for the issue', async () => {
    const { github, done } = gitHubWith([issue(8)])
    expect(await openIssueEffect.perform(CHANGE, context(github))).toMatchObject({ status: 'done', id: 8 })
    expect(done).toEqual([
      '9 {"body":"The same as #8, which tells of it.\\n","state":"closed","closedAs":"not_planned"}',
    ])
  })

  test('beside a stranger’s with a forged marker keeps its own', async () => {
    const { github, done } = gitHubWith([issue(8, { author: 'mallory' })])
    expect(await openIssueEffect.perform(CHANGE, context(github))).toMatchObject({ id: 9 })
    expect(done).toEqual([])
  })

  test('has opened it, even where nobody could look for others', async () => {
    const listIssues = async () => Promise.reject(new PlatformError('no list'))
    const { github } = gitHubWith([], { listIssues })
    expect(await openIssueEffect.perform(CHANGE, context(github))).toMatchObject({ status: 'done', id: 9 })
  })

  test('whose answer was lost can be found again', async () => {
    const { github } = gitHubWith([issue(8)], { openIssue: async ({ find }) => (await find?.()) ?? -1 })
    expect(await openIssueEffect.perform(CHANGE, context(github))).toMatchObject({ id: 8 })
  })
})

describe('updating an issue', () => {
  const change = {
    kind: 'update-issue',
    key: 'u',
    issue: 3,
    state: 'closed',
    closedAs: 'completed',
    comment: { key: 'recovered-1', body: 'It passes.' },
  } as const

  test('comments first, and once however often it is done', async () => {
    const { github, done } = gitHubWith([])
    await updateIssueEffect.perform(change, context(github))
    await updateIssueEffect.perform(change, context(github))
    const update = '3 {"state":"closed","closedAs":"completed"}'
    expect(done).toEqual(['comment', update, update])
  })

  test('comments although a stranger has written a comment with the same marker', async () => {
    const { github, done, comments } = gitHubWith([])
    comments.push({ id: 0, body: '<!-- testwarden:recovered-1 -->', author: 'mallory' })
    await updateIssueEffect.perform(change, context(github))
    expect(done[0]).toBe('comment')
  })

  test('changes nothing where the comment failed, so that the next run begins anew', async () => {
    const createComment = async () => Promise.reject(new PlatformError('no', { retryable: true }))
    const { github, done } = gitHubWith([], { createComment })
    expect(await updateIssueEffect.perform(change, context(github))).toMatchObject({ status: 'failed' })
    expect(done).toEqual([])
  })
})

describe('listing issues', () => {
  const request = { kind: 'list-issues', id: 'i', action: 'flaky-detector', label: 'testwarden' } as const

  test('gives our own of that action, open and closed, and why they were closed', async () => {
    const { github } = gitHubWith([
      issue(1),
      issue(2, { author: 'mallory' }),
      issue(3, { body: 'no marker' }),
      issue(4, { body: markedBody({ ...MARKER, action: 'incident-escalator' }, 'x') }),
      issue(5, { state: 'closed', stateReason: 'not_planned' }),
      issue(6, { state: 'closed', stateReason: 'completed' }),
    ])
    const { issues, isWhole } = await listIssues(request, github)
    expect(issues.map(({ number, state, closedAs }) => ({ number, state, closedAs }))).toEqual([
      { number: 1, state: 'open', closedAs: null },
      { number: 5, state: 'closed', closedAs: 'unwanted' },
      { number: 6, state: 'closed', closedAs: 'done' },
    ])
    expect(isWhole).toBe(true)
  })

  test('asks who we are only where there is a marker', async () => {
    const login = async () => Promise.reject(new Error('asked'))
    const { github } = gitHubWith([issue(3, { body: 'no marker' })], { login })
    expect((await listIssues(request, github)).issues).toEqual([])
  })

  test('without a token is a failure that says what to pass', async () => {
    await expect(listIssues(request, null)).rejects.toMatchObject({ remedy: 'pass `github-token`' })
  })
})
