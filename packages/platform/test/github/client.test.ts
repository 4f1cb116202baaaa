import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, test } from '@jest/globals'
import type { GitHub } from '@testwarden/core/ports/github'
import { createRunApi } from '../../src/artifacts/run-api.js'
import type { EffectContext } from '../../src/effects/effect.js'
import { openIssueEffect } from '../../src/effects/open-issue.js'
import { updateIssueEffect } from '../../src/effects/update-issue.js'
import { createWorkspaceFiles } from '../../src/files.js'
import { createGitHub } from '../../src/github/client.js'
import { createTraffic } from '../../src/github/traffic.js'
import { createApiBranch } from '../../src/history/api-branch.js'
import { recordingLog } from '../support/recording-log.js'
import { tempFolder } from '../support/temp-folder.js'

interface Answer {
  readonly status: number
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>>
}

interface Asked {
  readonly line: string
  readonly body: unknown
  readonly authorization: string | undefined
}

let server: Server | undefined

afterEach(() => {
  server?.close()
})

/** Gives its answers one after the other, the last one for ever. */
async function serve(...answers: readonly Answer[]): Promise<{ github: GitHub; asked: Asked[]; apiUrl: string }> {
  const asked: Asked[] = []
  server = createServer(async (request, response) => {
    const body = await textOf(request)
    asked.push({
      line: `${request.method} ${request.url}`,
      body: body === '' ? null : JSON.parse(body),
      authorization: request.headers.authorization,
    })
    const answer = answers[Math.min(asked.length, answers.length) - 1] ?? { status: 500 }
    response.writeHead(answer.status, { 'content-type': 'application/json', ...answer.headers })
    response.end(JSON.stringify(answer.body ?? {}))
  })
  await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const apiUrl = `http://127.0.0.1:${port}/api/v3`
  return { github: createGitHub({ token: 'ghs_test', repository: 'o/r', apiUrl }), asked, apiUrl }
}

async function textOf(request: IncomingMessage): Promise<string> {
  let text = ''
  for await (const chunk of request) text += chunk
  return text
}

function context(github: GitHub | null, receipts: EffectContext['receipts'] = new Map()): EffectContext {
  return {
    env: {},
    files: createWorkspaceFiles({ root: tempFolder(), reach: 'workspace' }),
    github,
    log: recordingLog(),
    receipts,
  }
}

const READ_ONLY: Answer = {
  status: 403,
  body: { message: 'Resource not accessible by integration' },
  headers: { 'x-accepted-github-permissions': 'issues=write' },
}

const ISSUE = { kind: 'open-issue', key: 'k', title: 'T', body: 'B', labels: ['flaky'] } as const

describe('the merge base', () => {
  test('is asked at the given server, and again after a server error', async () => {
    const { github, asked } = await serve(
      { status: 502, body: { message: 'Bad gateway' } },
      { status: 200, body: { merge_base_commit: { sha: 'abc' } } },
    )
    expect(await github.mergeBase('release/1', 'def')).toBe('abc')
    expect(asked).toHaveLength(2)
    expect(asked[1]?.line).toBe('GET /api/v3/repos/o/r/compare/release%2F1...def?per_page=1')
    expect(asked[1]?.authorization).toBe('token ghs_test')
  })

  test('that does not exist is an error at once', async () => {
    const { github, asked } = await serve({ status: 404, body: { message: 'Not Found' } })
    await expect(github.mergeBase('a', 'b')).rejects.toMatchObject({ name: 'PlatformError', retryable: false })
    expect(asked).toHaveLength(1)
  })
})

describe('a comment', () => {
  const gone = { status: 404, body: { message: 'Not Found' } }

  test('whose answer was lost is not made again when it is there after all', async () => {
    const { github, asked } = await serve({ status: 502, body: { message: 'Bad gateway' } })
    expect(await github.createComment({ issue: 7, on: 'pull-request', body: 'x', find: async () => 12 })).toBe(12)
    expect(asked).toHaveLength(1)
  })

  test('whose answer was lost is made again when it is not there', async () => {
    const { github, asked } = await serve({ status: 502 }, { status: 201, body: { id: 13 } })
    expect(await github.createComment({ issue: 7, on: 'pull-request', body: 'x', find: async () => null })).toBe(13)
    expect(asked).toHaveLength(2)
  })

  test('that was refused is not looked for', async () => {
    const { github, asked } = await serve({ status: 422, body: { message: 'Body is too long' } })
    const find = async () => Promise.reject(new Error('looked'))
    await expect(github.createComment({ issue: 7, on: 'pull-request', body: 'x', find })).rejects.toMatchObject({
      name: 'PlatformError',
    })
    expect(asked).toHaveLength(1)
  })

  test('that is gone is deleted, but cannot be updated', async () => {
    const { github } = await serve(gone)
    await expect(github.deleteComment(3)).resolves.toBeUndefined()
    await expect(github.updateComment(3, 'x')).rejects.toMatchObject({ name: 'PlatformError', permission: null })
  })
})

test('annotations whose answer was lost are not sent again when they have arrived', async () => {
  const output = { title: 't', summary: 's', text: '', annotations: [] }
  for (const [hasArrived, count] of [
    [true, 1],
    [false, 2],
  ] as const) {
    const { github, asked } = await serve({ status: 502 }, { status: 200, body: { id: 1 } })
    await github.updateCheckRun({ id: 1, conclusion: 'neutral', output, hasArrived: async () => hasArrived })
    expect(asked).toHaveLength(count)
    server?.close()
  }
})

test('requests are counted by operation, the repeated ones too', async () => {
  const { github } = await serve({ status: 502 }, { status: 200, body: [] })
  await github.listComments(7)
  expect(github.calls()).toEqual({ 'GET /issues/{issue_number}/comments': 2 })
})

test.each([
  ['a login', { data: { viewer: { login: 'app[bot]' } } }, 'app[bot]'],
  ['nobody', { data: { viewer: null } }, null],
  ['an error', { data: null, errors: [{ message: 'no' }] }, null],
])('GraphQL that answers %s', async (_what, body, login) => {
  const { github, asked } = await serve({ status: 200, body })
  if (login === null) await expect(github.login()).rejects.toMatchObject({ name: 'PlatformError' })
  else expect(await github.login()).toBe(login)
  expect(asked.map(({ line }) => line)).toEqual(['POST /api/graphql'])
})

describe('an issue', () => {
  test('is opened once, and its receipt holds the number', async () => {
    const { github, asked } = await serve({ status: 201, body: { number: 12 } })
    expect(await openIssueEffect.perform(ISSUE, context(github))).toEqual({ key: 'k', status: 'done', id: 12 })
    expect(asked.map(({ line, body }) => ({ line, body }))).toEqual([
      { line: 'GET /api/v3/repos/o/r/labels/flaky', body: null },
      { line: 'POST /api/v3/repos/o/r/issues', body: { title: 'T', body: 'B', labels: ['flaky'] } },
    ])
  })

  test.each([502, 429, 403])('is never asked for twice, even after %d', async (status) => {
    const { github, asked } = await serve({ status, headers: { 'retry-after': '0' }, body: { message: 'later' } })
    const receipt = await openIssueEffect.perform(ISSUE, context(github))
    expect(receipt).toMatchObject({ status: 'failed', retryable: true })
    expect(asked.filter(({ line }) => line.startsWith('POST'))).toHaveLength(1)
  })

  test('that a read-only token may not open is refused with the missing permission', async () => {
    const { github } = await serve(READ_ONLY)
    expect(await openIssueEffect.perform(ISSUE, context(github))).toEqual({
      key: 'k',
      status: 'refused',
      message: expect.stringContaining('permissions: issues: write'),
      permission: 'issues: write',
    })
  })

  test('is updated by the number that an earlier receipt holds', async () => {
    const { github, asked } = await serve({ status: 200, body: {} })
    const change = { kind: 'update-issue', key: 'u', issue: { ref: 'k', field: 'id' }, state: 'closed' } as const
    const receipts = new Map([['k', { key: 'k', status: 'done', id: 12 } as const]])
    expect(await updateIssueEffect.perform(change, context(github, receipts))).toEqual({
      key: 'u',
      status: 'done',
      id: 12,
    })
    expect(asked).toMatchObject([{ line: 'PATCH /api/v3/repos/o/r/issues/12', body: { state: 'closed' } }])
  })

  test('that was not opened cannot be updated, and nobody is asked', async () => {
    const { github, asked } = await serve({ status: 200 })
    const change = { kind: 'update-issue', key: 'u', issue: { ref: 'k', field: 'id' }, body: 'x' } as const
    expect(await updateIssueEffect.perform(change, context(github))).toMatchObject({
      status: 'failed',
      retryable: true,
    })
    expect(asked).toEqual([])
  })

  test('without a token is a failure that says so', async () => {
    expect(await openIssueEffect.perform(ISSUE, context(null))).toMatchObject({
      status: 'failed',
      message: expect.stringContaining('github-token'),
    })
  })
})

test('a change tells what it would do', () => {
  expect(openIssueEffect.describe(ISSUE)).toBe('open an issue "T" with the labels flaky')
  const update = { kind: 'update-issue', key: 'u', issue: 3, body: 'x', state: 'open' } as const
  expect(updateIssueEffect.describe(update)).toBe('update issue #3: its text and its state to open')
})

describe('a server where nobody listens', () => {
  test('is tried twice by all that a run asks, and no more', async () => {
    const { asked } = await serve({ status: 200, body: [] })
    const { port } = server?.address() as AddressInfo
    await new Promise((resolve) => server?.close(resolve))
    const traffic = createTraffic()
    const options = { token: 't', repository: 'o/r', apiUrl: `http://127.0.0.1:${port}`, traffic }
    await expect(createGitHub(options).listComments(7)).rejects.toThrow(/GitHub answered nothing/)
    await expect(createRunApi(options).listJobs('1')).rejects.toThrow(/not tried/)
    const branch = createApiBranch({ ref: 'refs/heads/testwarden-history', github: options })
    await expect(branch.fetch()).rejects.toThrow(/not tried/)
    expect([asked.length, traffic.calls.read()]).toEqual([0, { 'GET /issues/{issue_number}/comments': 2 }])
  })
})

test('requests of the history and of artifacts are counted with all others', async () => {
  const sha = 'a'.repeat(40)
  const { apiUrl } = await serve({ status: 200, body: { object: { sha }, jobs: [], total_count: 0 } })
  const options = { token: 't', repository: 'o/r', apiUrl, traffic: createTraffic() }
  await createApiBranch({ ref: 'refs/heads/testwarden-history', github: options }).fetch()
  await createRunApi(options).listJobs('1')
  expect(createGitHub(options).calls()).toEqual({
    'GET /actions/runs/{run_id}/jobs': 1,
    'GET /git/ref/{ref}': 1,
  })
})
