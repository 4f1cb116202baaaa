import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import type { Repository } from '../../../testkit/src/fake-github/repository.js'
import { addWorkflowRun } from '../../../testkit/src/fake-github/resources/workflow-runs.js'
import { type FakeGitHub, startFakeGitHub } from '../../../testkit/src/fake-github/start-fake-github.js'
import { addRepository } from '../../../testkit/src/fake-github/state.js'
import { createPastRunApi, type PastRunApi } from '../../src/artifacts/past-runs.js'

const SHA = 'a'.repeat(40)

let github: FakeGitHub
let repository: Repository
let api: PastRunApi

beforeEach(async () => {
  github = await startFakeGitHub({ tokens: { t: { login: 'octocat', permissions: { actions: 'read' } } } })
  repository = addRepository(github.state, { owner: 'o', name: 'r', defaultBranch: 'trunk', isPrivate: true })
  api = createPastRunApi({ token: 't', repository: 'o/r', apiUrl: github.url })
})

afterEach(async () => {
  await github.close()
  expect(github.violations).toEqual([])
})

const QUESTION = { workflow: 'ci.yml', branch: 'trunk', limit: 50 }

describe('past runs', () => {
  test('are those that a push or a schedule began on the branch and that have ended, newest first', async () => {
    for (const [id, event] of ['push', 'schedule', 'pull_request', 'workflow_dispatch'].entries())
      addWorkflowRun(github.state, repository, { id, event, headSha: SHA, createdAt: `2026-01-0${id + 1}T00:00:00Z` })
    addWorkflowRun(github.state, repository, { headSha: SHA, conclusion: null })
    addWorkflowRun(github.state, repository, { headSha: SHA, branch: 'topic' })
    addWorkflowRun(github.state, repository, { headSha: SHA, file: 'lint.yml' })
    const branch = await api.defaultBranch()
    expect((await api.listRuns({ ...QUESTION, branch })).map(({ id }) => id)).toEqual(['1', '0'])
  })

  test('tell what their records need', async () => {
    addWorkflowRun(github.state, repository, {
      id: 7,
      name: '',
      headSha: SHA,
      attempt: 2,
      createdAt: '2026-01-01T00:00:00Z',
      startedAt: '2026-01-02T00:00:00Z',
      conclusion: 'cancelled',
    })
    expect(await api.listRuns(QUESTION)).toEqual([
      {
        id: '7',
        workflow: '.github/workflows/ci.yml',
        attempt: 2,
        sha: SHA,
        createdAt: '2026-01-01T00:00:00Z',
        startedAt: '2026-01-02T00:00:00Z',
        conclusion: 'cancelled',
      },
    ])
  })

  test('of an unknown workflow are told to be that', async () => {
    await expect(api.listRuns(QUESTION)).rejects.toThrow('GitHub shows no workflow "ci.yml" of o/r.')
  })
})
