import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import type { Repository } from '../../src/fake-github/repository.js'
import { type FakeGitHub, startFakeGitHub } from '../../src/fake-github/start-fake-github.js'
import { addCommit, addIssue, addPull, addRepository } from '../../src/fake-github/state.js'
import { type Reply, send as sendTo } from './client.js'

const BOT = 'github-actions[bot]'

let github: FakeGitHub
let repository: Repository
let root: string
let main: string
let topic: string

beforeEach(async () => {
  github = await startFakeGitHub({
    now: () => new Date('2026-11-21T12:00:00Z'),
    tokens: {
      writer: {
        login: BOT,
        permissions: { issues: 'write', pull_requests: 'write', checks: 'write', contents: 'read' },
      },
      reader: { login: BOT, permissions: { contents: 'read' } },
      commenter: { login: BOT, permissions: { pull_requests: 'write' } },
      stranger: { login: 'stranger', permissions: { issues: 'write' }, repositories: ['other/place'] },
      app: { login: 'app[bot]', permissions: { checks: 'write' } },
    },
  })
  repository = addRepository(github.state, { owner: 'octo', name: 'example' })
  root = addCommit(repository, { message: 'root' })
  main = addCommit(repository, { message: 'main', parents: [root] })
  topic = addCommit(repository, { message: 'topic', parents: [root] })
  repository.refs.set('refs/heads/main', main).set('refs/heads/feature/topic', topic)
})

afterEach(async () => {
  await github.close()
})

function send(line: string, body?: unknown, token?: string): Promise<Reply> {
  return sendTo(github, line, body, token)
}

/** Every test of a well-behaved client ends with it. */
function expectNoViolation(): void {
  expect(github.violations).toEqual([])
}

describe('repositories and commits', () => {
  test('a repository, its rate limit and a permission are answered in their published shape', async () => {
    repository.collaborators.set('octocat', 'admin')
    expect((await send('GET /repos/Octo/Example')).json).toMatchObject({
      full_name: 'octo/example',
      default_branch: 'main',
    })
    expect((await send('GET /repos/octo/example/collaborators/octocat/permission')).json.permission).toBe('admin')
    expect((await send('GET /repos/octo/example/commits/feature%2Ftopic')).json.sha).toBe(topic)
    const limit = await send('GET /rate_limit')
    expect(limit.json.rate).toMatchObject({ limit: 1000, remaining: 997, used: 3 })
    expectNoViolation()
  })

  test('a commit has an author where its address belongs to an account', async () => {
    const mine = addCommit(repository, { message: 'mine', parents: [root], author: 'ada' })
    expect((await send(`GET /repos/octo/example/commits/${mine}`)).json.author.login).toBe('ada')
    expect((await send(`GET /repos/octo/example/commits/${root}`)).json.author).toBeNull()
    const { json } = await send(`GET /repos/octo/example/compare/${root}...${mine}`)
    expect(json.commits.map((commit: { author: { login: string } }) => commit.author.login)).toEqual(['ada'])
    expectNoViolation()
  })

  test('compare finds the merge base and what each side has', async () => {
    const { json } = await send('GET /repos/octo/example/compare/main...feature/topic')
    expect(json).toMatchObject({ status: 'diverged', ahead_by: 1, behind_by: 1, merge_base_commit: { sha: root } })
    expect(json.commits.map((commit: { sha: string }) => commit.sha)).toEqual([topic])
    expect((await send(`GET /repos/octo/example/compare/${root}...main`)).json.status).toBe('ahead')
    expect((await send(`GET /repos/octo/example/compare/main...${root.slice(0, 8)}`)).json.status).toBe('behind')
    expect((await send('GET /repos/octo/example/compare/main...main')).json.status).toBe('identical')
    expectNoViolation()
  })

  test('compare of the unknown or the unrelated is 404', async () => {
    const alone = addCommit(repository, { message: 'alone' })
    expect((await send('GET /repos/octo/example/compare/main...nothing')).status).toBe(404)
    expect((await send(`GET /repos/octo/example/compare/main...${alone}`)).json.message).toContain('No common ancestor')
    expectNoViolation()
  })

  test('a criss-cross of merges has a merge base that no other stands on', async () => {
    const left = addCommit(repository, { message: 'left', parents: [main, topic] })
    const right = addCommit(repository, { message: 'right', parents: [topic, main] })
    const { json } = await send(`GET /repos/octo/example/compare/${left}...${right}`)
    expect([main, topic]).toContain(json.merge_base_commit.sha)
    expect(json).toMatchObject({ ahead_by: 1, behind_by: 1 })
  })
})

describe('pull requests', () => {
  test('are found by number and listed by base, head and state', async () => {
    addPull(github.state, repository, {
      number: 7,
      base: { ref: 'main', sha: main },
      head: { ref: 'topic', sha: topic, repository: 'fork/example' },
      mergeCommitSha: 'f'.repeat(40),
    })
    expect((await send('GET /repos/octo/example/pulls/7')).json).toMatchObject({
      commits: 1,
      head: { sha: topic, label: 'fork:topic', repo: { full_name: 'fork/example' } },
      merge_commit_sha: 'f'.repeat(40),
    })
    expect((await send('GET /repos/octo/example/pulls?head=fork:topic')).json).toHaveLength(1)
    expect((await send('GET /repos/octo/example/pulls?base=other')).json).toHaveLength(0)
    expect((await send('GET /repos/octo/example/pulls?state=closed')).json).toHaveLength(0)
    expect((await send('GET /repos/octo/example/pulls/8')).status).toBe(404)
    expect((await send('GET /repos/octo/%E0%A4%A')).status).toBe(404)
    expectNoViolation()
  })
})

describe('issues', () => {
  test('live from creation to closing', async () => {
    const created = await send('POST /repos/octo/example/issues', {
      title: 'Flaky',
      body: 'b',
      labels: ['flaky', { name: 'x' }],
    })
    expect(created).toMatchObject({ status: 201, json: { number: 1, user: { login: BOT, type: 'Bot' } } })
    await send('PATCH /repos/octo/example/issues/1', { state: 'closed', title: 'Was flaky' })
    expect((await send('GET /repos/octo/example/issues/1')).json).toMatchObject({
      title: 'Was flaky',
      state: 'closed',
      closed_at: '2026-11-21T12:00:00Z',
    })
    expect((await send('GET /repos/octo/example/issues')).json).toEqual([])
    expect((await send('GET /repos/octo/example/issues?state=all&labels=flaky,x')).json).toHaveLength(1)
    expectNoViolation()
  })

  test('are paged with links to the other pages', async () => {
    for (let count = 1; count <= 5; count++)
      addIssue(github.state, repository, { title: `${count}`, author: 'octocat' })
    const middle = await send('GET /repos/octo/example/issues?per_page=2&page=2&state=all')
    expect(middle.json.map((issue: { title: string }) => issue.title)).toEqual(['3', '2'])
    expect(
      middle.headers
        .get('link')
        ?.split(', ')
        .map((link) => link.replace(/.*[?&](page=\d).*(rel=.*)/, '$1 $2')),
    ).toEqual(['page=1 rel="prev"', 'page=3 rel="next"', 'page=3 rel="last"', 'page=1 rel="first"'])
    expect(middle.headers.get('link')).toContain('state=all')
    expect((await send('GET /repos/octo/example/issues')).headers.get('link')).toBeNull()
    expectNoViolation()
  })

  test('have labels that are added, set and removed', async () => {
    addIssue(github.state, repository, { title: 'x', author: 'octocat', labels: ['a'] })
    const labels = '/repos/octo/example/issues/1/labels'
    await send(`POST ${labels}`, { labels: ['a', 'b c'] })
    expect((await send(`DELETE ${labels}/b%20c`)).json).toHaveLength(1)
    expect((await send(`DELETE ${labels}/b%20c`)).status).toBe(404)
    expect((await send(`PUT ${labels}`, { labels: ['z'] })).json).toMatchObject([{ name: 'z' }])
    expect((await send(`GET ${labels}`)).json).toHaveLength(1)
    expectNoViolation()
  })
})

describe('comments', () => {
  test('are created, listed, edited and deleted', async () => {
    addIssue(github.state, repository, { title: 'x', author: 'octocat' })
    const { json } = await send('POST /repos/octo/example/issues/1/comments', { body: 'first' })
    const one = `/repos/octo/example/issues/comments/${json.id}`
    expect((await send(`PATCH ${one}`, { body: 'second' })).json.body).toBe('second')
    expect((await send(`GET ${one}`)).json.body).toBe('second')
    expect((await send('GET /repos/octo/example/issues/1/comments')).json).toHaveLength(1)
    expect((await send(`DELETE ${one}`)).status).toBe(204)
    expect((await send(`DELETE ${one}`)).status).toBe(404)
    expectNoViolation()
  })

  test('longer than 65,536 characters are refused', async () => {
    addIssue(github.state, repository, { title: 'x', author: 'octocat' })
    const comments = 'POST /repos/octo/example/issues/1/comments'
    expect((await send(comments, { body: 'x'.repeat(65_536) })).status).toBe(201)
    const refused = await send(comments, { body: 'x'.repeat(65_537) })
    expect(refused).toMatchObject({ status: 422, json: { message: 'Validation Failed' } })
    expect(refused.json.errors[0].message).toContain('Body is too long')
    expectNoViolation()
  })
})

describe('check runs', () => {
  const annotation = { path: 'a.ts', start_line: 1, end_line: 2, annotation_level: 'warning', message: 'not tested' }

  function create(more: object = {}, token?: string): Promise<Reply> {
    return send('POST /repos/octo/example/check-runs', { name: 'coverage', head_sha: topic, ...more }, token)
  }

  test('are created, updated with more annotations, and listed', async () => {
    const { json } = await create({
      status: 'in_progress',
      output: { title: 't', summary: 's', annotations: [annotation] },
    })
    const one = `/repos/octo/example/check-runs/${json.id}`
    const output = { title: 't', summary: 's2', annotations: Array.from({ length: 50 }, () => annotation) }
    const updated = await send(`PATCH ${one}`, { conclusion: 'failure', output })
    expect(updated.json).toMatchObject({ status: 'completed', output: { summary: 's2', annotations_count: 51 } })
    expect((await send(`GET ${one}/annotations?per_page=100`)).json).toHaveLength(51)
    const listed = await send('GET /repos/octo/example/commits/feature%2Ftopic/check-runs')
    expect(listed.json).toMatchObject({ total_count: 1, check_runs: [{ conclusion: 'failure' }] })
    expectNoViolation()
  })

  test('of the same name are listed once unless all are asked for', async () => {
    await create()
    await create()
    await create({ name: 'other' })
    const list = `GET /repos/octo/example/commits/${topic}/check-runs`
    expect((await send(list)).json.total_count).toBe(2)
    expect((await send(`${list}?filter=all&check_name=coverage`)).json.total_count).toBe(2)
  })

  test('can only be changed by the app that made them', async () => {
    const { json } = await create({}, 'app')
    expect((await send(`PATCH /repos/octo/example/check-runs/${json.id}`, { name: 'x' })).status).toBe(403)
  })

  test('keep the limits that GitHub has beyond its description', async () => {
    const output = (more: object) => create({ output: { title: 't', summary: 's', ...more } })
    const tooLong = await output({ summary: 'é'.repeat(32_768) })
    expect(tooLong).toMatchObject({ status: 422, json: { message: expect.stringContaining('65535') } })
    expect((await output({ text: 'x'.repeat(65_536) })).status).toBe(422)
    expect((await output({ text: 'é'.repeat(32_767) })).status).toBe(201)
    expect((await output({ annotations: Array.from({ length: 51 }, () => annotation) })).status).toBe(422)
    expect((await create({ status: 'completed' })).status).toBe(422)
    expect((await create({ head_sha: 'e'.repeat(40) })).status).toBe(422)
    expectNoViolation()
  })
})

describe('a client that breaks the description', () => {
  test.each([
    ['an unknown operation', 'GET /repos/octo/example/nothing', undefined],
    ['an unknown query parameter', 'GET /repos/octo/example/issues?labelz=a', undefined],
    ['a wrong value', 'GET /repos/octo/example/issues?state=opened', undefined],
    ['a number that is none', 'GET /repos/octo/example/issues/one', undefined],
    ['a missing property', 'POST /repos/octo/example/issues', { body: 'no title' }],
    ['a missing body', 'POST /repos/octo/example/issues', undefined],
    ['an unknown property', 'POST /repos/octo/example/issues', { title: 't', label: ['x'] }],
    ['a wrong enum', 'POST /repos/octo/example/check-runs', { name: 'n', head_sha: 's', conclusion: 'passed' }],
    ['a body where none belongs', 'DELETE /repos/octo/example/issues/comments/1', { reason: 'x' }],
  ])('is refused and remembered for %s', async (_, line, body) => {
    expect((await send(line, body)).status).toBe(400)
    expect(github.violations).toMatchObject([{ kind: 'request' }])
    expect(repository.issues.size).toBe(0)
  })

  test('is told when an operation is not simulated', async () => {
    const { status, json } = await send('GET /repos/octo/example/contents/README.md')
    expect([status, json.message]).toEqual([501, expect.stringContaining('repos/get-content')])
    expectNoViolation()
  })
})

describe('permissions', () => {
  const issue = { title: 't' }

  test('a read-only token is refused with the permission that it lacks', async () => {
    const refused = await send('POST /repos/octo/example/issues', issue, 'reader')
    expect(refused).toMatchObject({ status: 403, json: { message: 'Resource not accessible by integration' } })
    expect(refused.headers.get('x-accepted-github-permissions')).toBe('issues=write')
    expect(repository.issues.size).toBe(0)
    expectNoViolation()
  })

  test('pull_requests: write comments on pull requests, not on issues', async () => {
    addPull(github.state, repository, { base: { ref: 'main', sha: main }, head: { ref: 't', sha: topic } })
    addIssue(github.state, repository, { title: 'x', author: 'octocat' })
    const comment = { body: 'x' }
    expect((await send('POST /repos/octo/example/issues/1/comments', comment, 'commenter')).status).toBe(201)
    const refused = await send('POST /repos/octo/example/issues/2/comments', comment, 'commenter')
    expect(refused.status).toBe(403)
    expect(refused.headers.get('x-accepted-github-permissions')).toBe('issues=write; pull_requests=write')
  })

  test('unknown tokens, writes without one and hidden repositories', async () => {
    addRepository(github.state, { owner: 'octo', name: 'secret', isPrivate: true })
    expect((await send('GET /repos/octo/example', undefined, 'nobody')).status).toBe(401)
    expect((await send('GET /repos/octo/example', undefined, '')).status).toBe(200)
    expect((await send('POST /repos/octo/example/issues', issue, '')).status).toBe(401)
    expect((await send('GET /repos/octo/secret', undefined, '')).status).toBe(404)
    expect((await send('POST /repos/octo/secret/issues', issue, '')).status).toBe(404)
    expect((await send('GET /repos/octo/secret', undefined, 'stranger')).status).toBe(404)
    expect((await send('GET /repos/octo/secret', undefined, 'reader')).status).toBe(200)
    expect((await send('GET /repos/octo/secret/issues', undefined, 'reader')).status).toBe(403)
    expectNoViolation()
  })

  test('a used-up rate limit refuses everything but the question for it', async () => {
    github.state.rateLimit.remaining = 1
    expect((await send('GET /repos/octo/example')).headers.get('x-ratelimit-remaining')).toBe('0')
    expect((await send('GET /repos/octo/example')).status).toBe(403)
    expect((await send('GET /rate_limit')).status).toBe(200)
  })
})

describe('faults', () => {
  const create = 'POST /repos/octo/example/issues'

  test('hit the n-th matching request only', async () => {
    github.faults.add({
      method: 'POST',
      path: /\/issues$/,
      nth: 2,
      answer: { kind: 'status', status: 429, retryAfterSeconds: 3 },
    })
    expect((await send(create, { title: '1' })).status).toBe(201)
    expect((await send('GET /repos/octo/example/issues')).status).toBe(200)
    const limited = await send(create, { title: '2' })
    expect([limited.status, limited.headers.get('retry-after')]).toEqual([429, '3'])
    expect((await send(create, { title: '3' })).status).toBe(201)
    expect(github.requests.map(({ status }) => status)).toEqual([201, 200, 429, 201])
  })

  test('hit every request when asked, with any status', async () => {
    github.faults.add({ method: 'GET', path: /./, nth: 'every', answer: { kind: 'status', status: 503 } })
    for (let count = 0; count < 2; count++) expect((await send('GET /rate_limit')).status).toBe(503)
  })

  test('drop the connection before or after the effect', async () => {
    github.faults.add({ method: 'POST', path: /./, nth: 1, answer: { kind: 'drop', moment: 'before-effect' } })
    github.faults.add({ method: 'POST', path: /./, nth: 2, answer: { kind: 'drop', moment: 'after-effect' } })
    await expect(send(create, { title: 'lost' })).rejects.toThrow('fetch failed')
    expect(repository.issues.size).toBe(0)
    await expect(send(create, { title: 'done' })).rejects.toThrow('fetch failed')
    expect(repository.issues.size).toBe(1)
    expect(github.requests.map(({ status }) => status)).toEqual([null, null])
  })

  test('answer late', async () => {
    github.faults.add({ method: 'GET', path: /./, answer: { kind: 'slow', delayMs: 60 } })
    const start = performance.now()
    expect((await send('GET /rate_limit')).status).toBe(200)
    expect(performance.now() - start).toBeGreaterThan(50)
  })
})

test('requests are kept with what they asked', async () => {
  await send('POST /repos/octo/example/issues', { title: 'x' })
  expect(github.requests).toMatchObject([
    {
      method: 'POST',
      path: '/repos/octo/example/issues',
      body: { title: 'x' },
      operation: 'issues/create',
      status: 201,
    },
  ])
})
