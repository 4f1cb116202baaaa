import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { PlatformError } from '../../packages/core/src/model/errors.js'
import type { GitHub } from '../../packages/core/src/ports/github.js'
import { createGitHub } from '../../packages/platform/src/github/client.js'
import type { TokenGrant } from '../../packages/testkit/src/fake-github/permissions.js'
import { addWorkflowJob, addWorkflowRun } from '../../packages/testkit/src/fake-github/resources/workflow-runs.js'
import { type FakeGitHub, startFakeGitHub } from '../../packages/testkit/src/fake-github/start-fake-github.js'
import { addCommit, addIssue, addRepository } from '../../packages/testkit/src/fake-github/state.js'
import { grantOf, rowsBelow } from './support/permission-rows.js'

// What incidents ask of GitHub, each row with just the token that docs/permissions.md gives it, and without.
const ROWS = rowsBelow('## Of incidents')
const US = 'github-actions[bot]'

let fake: FakeGitHub
let jobId: number
let headSha: string

beforeEach(async () => {
  fake = await startFakeGitHub()
  // Where everybody may read, nothing would show that a permission to read is missing.
  const repository = addRepository(fake.state, { owner: 'octo', name: 'example', isPrivate: true })
  headSha = addCommit(repository, {})
  addIssue(fake.state, repository, { title: 'T', author: US })
  repository.collaborators.set('ada', 'write')
  const run = addWorkflowRun(fake.state, repository, { headSha, event: 'pull_request' })
  jobId = addWorkflowJob(fake.state, repository, { run: run.id, name: 'freeze' }).id
})

afterEach(async () => {
  await fake.close()
  expect(fake.violations).toEqual([])
})

type Asking = (github: GitHub) => Promise<unknown>

/** In the order of the rows. */
const FEATURES: readonly (readonly Asking[])[] = [
  [
    (github) => github.openIssue({ title: 'T', body: 'B', labels: ['critical'], assignees: ['ada'], find: null }),
    (github) => github.addLabels(1, ['critical']),
    (github) => github.removeLabel(1, 'critical'),
    (github) => github.addAssignees(1, ['ada']),
    (github) => github.createComment({ issue: 1, on: 'issue', body: 'B', find: async () => null }),
    (github) => github.updateIssue(1, { title: 'New', state: 'closed', closedAs: 'completed' }),
  ],
  [(github) => github.readTimeline(1), (github) => github.listIssues({ state: 'open', label: null, creator: US })],
  [
    (github) => github.findWorkflow('CI'),
    (github) => github.findWorkflow('ci.yml').then((found) => found ?? Promise.reject(new Error('none'))),
    (github) =>
      github.listHeadJobs({ workflowId: workflowId(), job: 'freeze', event: 'pull_request', headShas: [headSha] }),
    (github) =>
      github.listRuns({ workflowId: workflowId(), branch: 'main', event: null, since: '2026-01-01T00:00:00Z' }),
  ],
  [(github) => github.listOpenPulls()],
  [(github) => github.rerunJob(jobId)],
]

function workflowId(): number {
  return fake.state.repositories.get('octo/example')?.workflows.get('ci.yml')?.id ?? 0
}

function connect(permissions: TokenGrant['permissions']): GitHub {
  fake.tokens.set('token', { login: US, permissions })
  return createGitHub({ token: 'token', repository: 'octo/example', apiUrl: fake.url })
}

test('every row of the table is one feature', () => {
  expect(ROWS).toHaveLength(FEATURES.length)
})

test.each(
  ROWS.map(([name = '', permissions = ''], index) => [name, permissions, index] as const),
)('%s takes %s', async (_, permissions, index) => {
  for (const ask of FEATURES[index] ?? []) await ask(connect(grantOf(permissions)))
})

test.each(
  ROWS.map(([name = '', permissions = ''], index) => [name, permissions, index] as const),
)('%s without it names the missing line', async (_, permissions, index) => {
  const missing = /, ([a-z-]+): /.exec(permissions)?.[1] ?? ''
  for (const ask of FEATURES[index] ?? []) {
    const refused: unknown = await ask(connect({ contents: 'read' })).catch((error: unknown) => error)
    expect(refused).toBeInstanceOf(PlatformError)
    expect(refused).toMatchObject({ permission: expect.stringMatching(`^${missing}: (read|write)$`) })
  }
})

test('who wrote which commit is told to a token that reads contents, and to none without', async () => {
  const commits = [{ author: null }]
  const head = { base: null, head: headSha }
  expect(await connect({ contents: 'read' }).listCommits(head)).toMatchObject({ items: commits, isWhole: true })
  const refused: unknown = await connect({ issues: 'read' })
    .listCommits(head)
    .catch((error: unknown) => error)
  expect(refused).toMatchObject({ permission: 'contents: read' })
})

test('who may do what is told to any token', async () => {
  expect(await connect({ contents: 'read' }).permissionOf('ada')).toMatchObject({ permission: 'write', doubt: null })
})
