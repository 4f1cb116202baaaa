import { getOctokit } from '@actions/github'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { type FakeGitHub, startFakeGitHub } from '../../src/fake-github/start-fake-github.js'
import { addCommit, addPull, addRepository } from '../../src/fake-github/state.js'

const REPO = { owner: 'octo', repo: 'example' }

let github: FakeGitHub

beforeEach(async () => {
  const permissions = { issues: 'write', pull_requests: 'write', checks: 'write', contents: 'read' } as const
  github = await startFakeGitHub({ tokens: { token: { login: 'github-actions[bot]', permissions } } })
})

afterEach(async () => {
  await github.close()
})

test("GitHub's own client works with the fake and breaks nothing", async () => {
  const repository = addRepository(github.state, { owner: 'octo', name: 'example' })
  const base = addCommit(repository, {})
  const head = addCommit(repository, { parents: [base] })
  repository.refs.set('refs/heads/main', base).set('refs/heads/feature/x', head)
  addPull(github.state, repository, {
    number: 3,
    base: { ref: 'main', sha: base },
    head: { ref: 'feature/x', sha: head },
  })
  const { rest, paginate } = getOctokit('token', { baseUrl: github.url })

  const compared = await rest.repos.compareCommitsWithBasehead({ ...REPO, basehead: 'main...feature/x' })
  expect(compared.data.merge_base_commit.sha).toBe(base)
  for (let count = 0; count < 3; count++) {
    await rest.issues.createComment({ ...REPO, issue_number: 3, body: `comment ${count}` })
  }
  const comments = await paginate(rest.issues.listComments, { ...REPO, issue_number: 3, per_page: 1 })
  expect(comments.map(({ body }) => body)).toEqual(['comment 0', 'comment 1', 'comment 2'])
  const check = await rest.checks.create({ ...REPO, name: 'coverage', head_sha: head, status: 'in_progress' })
  await rest.checks.update({ ...REPO, check_run_id: check.data.id, conclusion: 'success' })
  const runs = await paginate(rest.checks.listForRef, { ...REPO, ref: 'feature/x', per_page: 1 })
  expect(runs.map(({ conclusion }) => conclusion)).toEqual(['success'])
  await rest.issues
    .removeLabel({ ...REPO, issue_number: 3, name: 'none' })
    .catch(({ status }) => expect(status).toBe(404))
  expect((await rest.rateLimit.get()).data.rate.limit).toBe(1000)
  expect(github.violations).toEqual([])
})
