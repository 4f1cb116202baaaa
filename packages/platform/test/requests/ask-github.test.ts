import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import type { ObservedResult } from '@testwarden/core/model/evidence'
import type { Request } from '@testwarden/core/model/request'
import type { TokenGrant } from '@testwarden/testkit/fake-github/permissions'
import type { Comment } from '@testwarden/testkit/fake-github/repository'
import { addIssueEvent } from '@testwarden/testkit/fake-github/resources/timeline'
import { addWorkflowJob, addWorkflowRun } from '@testwarden/testkit/fake-github/resources/workflow-runs'
import { addWorkflow } from '@testwarden/testkit/fake-github/resources/workflows'
import { addCommit, addIssue, addPull } from '@testwarden/testkit/fake-github/state'
import { CapturingLog } from '@testwarden/testkit/fakes/capturing-log'
import { idleExec } from '@testwarden/testkit/fakes/idle-exec'
import { MemoryFiles } from '@testwarden/testkit/fakes/memory-files'
import { fulfil } from '../../src/requests/fulfil.js'
import { type FakeRepository, openFakeRepository, US } from '../support/fake-repository.js'

let place: FakeRepository
let now: Date

beforeEach(async () => {
  now = new Date('2026-11-01T00:00:00Z')
  place = await openFakeRepository(() => now)
})

afterEach(async () => {
  await place.fake.close()
  expect(place.fake.violations).toEqual([])
})

/** The clock of GitHub goes on. */
function later(minutes: number): string {
  now = new Date(now.getTime() + minutes * 60_000)
  return now.toISOString().replace('.000Z', 'Z')
}

async function ask(request: Request, permissions: TokenGrant['permissions']): Promise<ObservedResult> {
  const ports = {
    files: new MemoryFiles({}),
    exec: idleExec,
    log: new CapturingLog(),
    github: place.connect(permissions),
  }
  return (await fulfil(request, { definition: {}, ports })).result
}

describe('the timeline of an issue', () => {
  const request = { kind: 'read-timeline', id: 't', issue: 1 } as const

  function comment(author: string, body: string): Comment {
    const { state } = place.fake
    const at = later(1)
    const made: Comment = { id: state.nextId(), issue: 1, body, author, createdAt: at, updatedAt: at }
    place.repository.comments.set(made.id, made)
    return made
  }

  test('has comments, labels, assignments, closing and reopening in their order, and nothing else', async () => {
    const { fake, repository } = place
    addIssue(fake.state, repository, { title: 'T', author: US })
    addIssue(fake.state, repository, { title: 'another', author: US })
    const by = { issue: 1, actor: 'ada' } as const
    addIssueEvent(fake.state, repository, { ...by, event: 'labeled', label: 'ack' })
    addIssueEvent(fake.state, repository, { issue: 2, actor: 'ada', event: 'labeled', label: 'x' })
    const said = comment('mallory', `/resolve ${'😀'.repeat(600)}`)
    addIssueEvent(fake.state, repository, { ...by, event: 'assigned', assignee: 'bob' })
    later(1)
    addIssueEvent(fake.state, repository, { ...by, event: 'closed', commit: place.tip })
    addIssueEvent(fake.state, repository, { ...by, event: 'reopened' })
    const result = await ask(request, { issues: 'read' })
    const at = '2026-11-01T00:01:00Z'
    expect(result).toEqual({
      kind: 'timeline',
      issue: 1,
      writer: US,
      isWhole: true,
      entries: [
        { kind: 'labeled', by: 'ada', at: '2026-11-01T00:00:00Z', label: 'ack' },
        {
          kind: 'comment',
          id: said.id,
          by: 'mallory',
          association: 'MEMBER',
          at,
          changedAt: at,
          body: expect.anything(),
        },
        { kind: 'assigned', by: 'ada', at, assignee: 'bob' },
        { kind: 'closed', by: 'ada', at: '2026-11-01T00:02:00Z', commit: place.tip },
        { kind: 'reopened', by: 'ada', at: '2026-11-01T00:02:00Z', commit: null },
      ],
    })
    const body = result.kind === 'timeline' && result.entries[1]?.kind === 'comment' ? result.entries[1].body : ''
    expect(body).toMatch(/^\/resolve (?:😀)+…$/u)
    expect(body.length).toBeLessThanOrEqual(1000)
  })

  test('that is longer than anybody reads has its beginning and its end', async () => {
    const { fake, repository } = place
    addIssue(fake.state, repository, { title: 'T', author: US })
    for (let count = 1; count <= 1250; count++)
      addIssueEvent(fake.state, repository, { issue: 1, actor: 'ada', event: 'labeled', label: String(count) })
    const result = await ask(request, { issues: 'read' })
    if (result.kind !== 'timeline') throw new Error(result.kind)
    const labels = result.entries.map((entry) => (entry.kind === 'labeled' ? Number(entry.label) : 0))
    expect(labels.slice(0, 101)).toEqual([...Array.from({ length: 100 }, (_, index) => index + 1), 401])
    expect(labels.at(-1)).toBe(1250)
    expect(result.isWhole).toBe(false)
  })

  test('that the token may not read names the line that is missing', async () => {
    addIssue(place.fake.state, place.repository, { title: 'T', author: US })
    const result = await ask(request, { contents: 'read' })
    expect(result).toEqual({ kind: 'failed', message: expect.stringContaining('`permissions: issues: write`') })
  })
})

describe('what people may do', () => {
  const request = (...logins: string[]) => ({ kind: 'ask-permissions', id: 'p', logins }) as const

  test('is GitHub’s word for it, once for each, and nothing for strangers', async () => {
    place.repository.collaborators.set('ada', 'maintain').set('bob', 'triage').set('eve', 'write')
    const result = await ask(request('ada', 'bob', 'eve', 'ada', 'mallory', '../x', ''), {})
    expect(result).toMatchObject({
      kind: 'permissions',
      permissions: [
        { login: 'ada', permission: 'maintain', doubt: null },
        { login: 'bob', permission: 'triage', doubt: null },
        { login: 'eve', permission: 'write', doubt: null },
        { login: 'mallory', permission: 'none', doubt: expect.stringContaining('no such account') },
        { login: '../x', permission: 'none', doubt: expect.stringContaining('called so') },
        { login: '', permission: 'none' },
      ],
    })
    expect(place.fake.requests).toHaveLength(4)
  })

  test('is asked of fifty at most', async () => {
    const logins = Array.from({ length: 52 }, (_, index) => `user-${index}`)
    for (const login of logins) place.repository.collaborators.set(login, 'admin')
    const result = await ask(request(...logins), {})
    if (result.kind !== 'permissions') throw new Error(result.kind)
    expect(result.permissions.filter(({ permission }) => permission === 'admin')).toHaveLength(50)
    expect(result.permissions.at(-1)).toMatchObject({ permission: 'none', doubt: expect.stringContaining('50') })
  })

  test('is nothing where GitHub refuses, and not known where it does not answer', async () => {
    place.repository.collaborators.set('ada', 'admin')
    const path = /permission$/
    const refusal = { kind: 'status', status: 403, message: 'Must have push access' } as const
    place.fake.faults.add({ method: 'GET', path, answer: refusal })
    expect(await ask(request('ada'), {})).toMatchObject({
      permissions: [{ permission: 'none', doubt: expect.stringContaining('Must have push access') }],
    })
    place.fake.faults.add({ method: 'GET', path, nth: 'every', answer: { kind: 'status', status: 502 } })
    expect(await ask(request('ada'), {})).toMatchObject({ kind: 'failed' })
  })
})

describe('the runs of a workflow', () => {
  const since = '2026-11-01T00:00:00.000Z'
  const request = { kind: 'list-runs', id: 'r', workflow: 'Nightly', branch: 'main', event: null, since } as const

  test('are those of the branch since then, newest first, and none of a fork whose branch is called like it', async () => {
    const { fake, repository, tip: headSha } = place
    const run = { file: 'nightly.yml', name: 'Nightly', headSha, event: 'schedule' }
    addWorkflowRun(fake.state, repository, { ...run, createdAt: '2026-10-31T23:59:59Z' })
    const first = addWorkflowRun(fake.state, repository, { ...run, conclusion: 'failure', attempt: 2 })
    later(5)
    const second = addWorkflowRun(fake.state, repository, { ...run, conclusion: null })
    addWorkflowRun(fake.state, repository, { ...run, event: 'pull_request', headRepository: 'mallory/example' })
    addWorkflowRun(fake.state, repository, { ...run, branch: 'other' })
    addWorkflowRun(fake.state, repository, { headSha })
    const runs = [
      { id: String(second.id), attempt: 1, event: 'schedule', headSha, conclusion: null },
      { id: String(first.id), attempt: 2, event: 'schedule', headSha, conclusion: 'failure' },
    ]
    for (const workflow of ['Nightly', 'nightly.yml', '.github/workflows/nightly.yml'])
      expect(await ask({ ...request, workflow }, { actions: 'read' })).toMatchObject({
        kind: 'runs',
        workflow: { name: 'Nightly', path: '.github/workflows/nightly.yml', state: 'active' },
        runs,
        isWhole: true,
      })
    expect(await ask({ ...request, event: 'push' }, { actions: 'read' })).toMatchObject({ runs: [] })
  })

  test('of one that GitHub has switched off are none, and it says so', async () => {
    addWorkflow(place.fake.state, place.repository, { file: 'n.yml', name: 'Nightly', state: 'disabled_inactivity' })
    const result = await ask(request, { actions: 'read' })
    expect(result).toMatchObject({ workflow: { state: 'disabled_inactivity' }, runs: [] })
  })

  test.each(['gone.yml', 'Gone'])('of %s, which is unknown, are not asked for', async (workflow) => {
    const result = await ask({ ...request, workflow }, { actions: 'read' })
    expect(result).toEqual({ kind: 'runs', workflow: null, runs: [], isWhole: true })
  })

  test('that the token may not read name the line that is missing', async () => {
    const result = await ask(request, { contents: 'read' })
    expect(result).toEqual({ kind: 'failed', message: expect.stringContaining('`permissions: actions: read`') })
  })
})

describe('open pull requests and their jobs', () => {
  test('are told with labels, and whether they come from a fork', async () => {
    const { fake, repository, tip } = place
    const base = { ref: 'main', sha: tip }
    const own = addPull(fake.state, repository, { base, head: { ref: 'a', sha: tip } })
    const fork = addPull(fake.state, repository, { base, head: { ref: 'b', sha: tip, repository: 'ada/example' } })
    repository.issues.set(own.number, { ...issueOf(own.number), labels: ['override'] })
    const pulls = [
      { number: fork.number, headSha: tip, baseBranch: 'main', labels: [], isFork: true },
      { number: own.number, headSha: tip, baseBranch: 'main', labels: ['override'], isFork: false },
    ]
    const result = await ask({ kind: 'list-pulls', id: 'l' }, { pull_requests: 'read' })
    expect(result).toEqual({ kind: 'pulls', pulls, isWhole: true })
  })

  function issueOf(number: number) {
    const issue = place.repository.issues.get(number)
    if (issue === undefined) throw new Error('no issue')
    return issue
  }

  test('of each head the newest run’s job of that name, and none where there is none', async () => {
    const { fake, repository } = place
    const heads = ['a', 'b', 'c'].map((message) => addCommit(repository, { message }))
    const [first = '', second = '', third = ''] = heads
    const old = addWorkflowRun(fake.state, repository, { headSha: first, event: 'pull_request' })
    addWorkflowJob(fake.state, repository, { run: old.id, name: 'freeze' })
    later(1)
    const newest = addWorkflowRun(fake.state, repository, { headSha: first, event: 'pull_request', conclusion: null })
    const wanted = addWorkflowJob(fake.state, repository, { run: newest.id, name: 'freeze', conclusion: 'failure' })
    addWorkflowJob(fake.state, repository, { run: newest.id, name: 'build', conclusion: null })
    const other = addWorkflowRun(fake.state, repository, { headSha: second, event: 'pull_request' })
    addWorkflowJob(fake.state, repository, { run: other.id, name: 'build' })
    const request = { kind: 'list-jobs', id: 'j', workflow: 'ci.yml', job: 'freeze', event: 'pull_request' } as const
    const result = await ask({ ...request, headShas: [first, second, third, first] }, { actions: 'read' })
    expect(result).toEqual({
      kind: 'jobs',
      jobs: [
        {
          headSha: first,
          jobId: wanted.id,
          run: String(newest.id),
          attempt: 1,
          conclusion: 'failure',
          isRunning: true,
        },
      ],
      isWhole: true,
    })
  })

  test('of a head whose run is not among the newest is asked for by itself', async () => {
    const { fake, repository } = place
    const headSha = addCommit(repository, { message: 'old' })
    const old = addWorkflowRun(fake.state, repository, { headSha, event: 'pull_request' })
    const wanted = addWorkflowJob(fake.state, repository, { run: old.id, name: 'freeze' })
    later(1)
    for (let count = 0; count < 201; count++)
      addWorkflowRun(fake.state, repository, { headSha: place.tip, event: 'pull_request' })
    const request = { kind: 'list-jobs', id: 'j', workflow: 'ci.yml', job: 'freeze', event: 'pull_request' } as const
    const result = await ask({ ...request, headShas: [headSha] }, { actions: 'read' })
    expect(result).toMatchObject({ jobs: [{ headSha, jobId: wanted.id, isRunning: false }] })
  })
})

describe('commits', () => {
  /** So many on top of the tip, oldest first. */
  function addChain(count: number): readonly string[] {
    const shas: string[] = []
    for (let index = 0; index < count; index++)
      shas.push(addCommit(place.repository, { message: `c${index}`, parents: [shas.at(-1) ?? place.tip] }))
    return shas
  }

  function list(base: string | null, head: string) {
    return ask({ kind: 'list-commits', id: 'c', base, head }, { contents: 'read' })
  }

  test('between two come oldest first, with who wrote them and the first line of what they say', async () => {
    const { repository } = place
    const long = 'x'.repeat(300)
    const first = addCommit(repository, { message: `${long}\n\nWhy.`, parents: [place.tip], author: 'ada' })
    const second = addCommit(repository, { message: 'fix: it\r\n', parents: [first] })
    expect(await list(place.tip, second)).toEqual({
      kind: 'commits',
      commits: [
        { sha: first, author: 'ada', title: `${'x'.repeat(199)}…` },
        { sha: second, author: null, title: 'fix: it' },
      ],
      isWhole: true,
    })
    expect(await list(second, second)).toEqual({ kind: 'commits', commits: [], isWhole: true })
  })

  test('without a base are the head alone', async () => {
    const head = addCommit(place.repository, { message: 'feat: x', parents: [place.tip], author: 'bob' })
    const commits = [{ sha: head, author: 'bob', title: 'feat: x' }]
    expect(await list(null, head)).toEqual({ kind: 'commits', commits, isWhole: true })
  })

  test.each([
    [100, 1],
    [101, 2],
    [250, 3],
    [251, 3],
    [499, 4],
  ])('of %d are the newest 250, in %d requests', async (count, requests) => {
    const chain = addChain(count)
    const github = place.connect({ contents: 'read' })
    const { items, isWhole } = await github.listCommits({ base: place.tip, head: chain.at(-1) ?? '' })
    const expected = chain.slice(-250)
    expect(items.map(({ sha }) => sha)).toEqual(expected.slice(-items.length))
    expect(items.length).toBeGreaterThanOrEqual(Math.min(count, 200))
    expect(isWhole).toBe(count <= 250)
    expect(Object.values(github.calls()).reduce((sum, calls) => sum + calls, 0)).toBe(requests)
  })

  test('that GitHub does not know are a failure', async () => {
    expect(await list('0'.repeat(40), place.tip)).toMatchObject({ kind: 'failed' })
  })
})
