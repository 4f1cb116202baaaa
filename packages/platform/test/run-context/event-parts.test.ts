import { describe, expect, test } from '@jest/globals'
import { readEventParts } from '../../src/run-context/event-parts.js'

const SHA = '0123456789abcdef0123456789abcdef01234567'
const REPOSITORY = { full_name: 'octo/example', default_branch: 'main' }

const WORKFLOW_RUN = {
  action: 'completed',
  repository: REPOSITORY,
  workflow: { name: 'CI', path: '.github/workflows/ci.yml' },
  workflow_run: {
    id: 77,
    name: 'CI',
    path: '.github/workflows/ci.yml@refs/heads/main',
    event: 'push',
    conclusion: 'failure',
    head_branch: 'main',
    head_sha: SHA,
    run_attempt: 2,
    head_repository: { full_name: 'octo/example' },
  },
}

describe('a run that ended', () => {
  test('is told with its workflow, conclusion, branch, commit and attempt', () => {
    expect(readEventParts('workflow_run', WORKFLOW_RUN)).toEqual({
      ended: {
        workflow: 'CI',
        path: '.github/workflows/ci.yml',
        event: 'push',
        conclusion: 'failure',
        branch: 'main',
        headSha: SHA,
        run: '77',
        attempt: 2,
        isFork: false,
      },
    })
  })

  test.each([
    [{ full_name: 'mallory/example' }],
    [null],
  ])('of %j is a fork’s, whatever its branch is called', (from) => {
    const run = { ...WORKFLOW_RUN.workflow_run, head_repository: from }
    expect(readEventParts('workflow_run', { ...WORKFLOW_RUN, workflow_run: run }).ended?.isFork).toBe(true)
  })

  test.each([
    ['has only begun', { ...WORKFLOW_RUN, action: 'requested' }],
    ['has no commit', { ...WORKFLOW_RUN, workflow_run: { ...WORKFLOW_RUN.workflow_run, head_sha: 'main' } }],
    ['has no id', { ...WORKFLOW_RUN, workflow_run: { ...WORKFLOW_RUN.workflow_run, id: '77' } }],
    ['is missing', {}],
    ['is no object', 7],
  ])('that %s is none', (_, payload) => {
    expect(readEventParts('workflow_run', payload)).toEqual({})
  })

  test('is none of another event', () => {
    expect(readEventParts('push', WORKFLOW_RUN)).toEqual({})
  })
})

describe('a comment', () => {
  const payload = {
    action: 'created',
    repository: REPOSITORY,
    issue: { number: 7 },
    comment: { id: 99, user: { login: 'ada' }, body: `/ack\r\n${'x'.repeat(5000)}` },
  }

  test('is told with its issue, author and the beginning of its text', () => {
    const { comment } = readEventParts('issue_comment', payload)
    expect(comment).toMatchObject({ issue: 7, isPullRequest: false, id: 99, login: 'ada' })
    expect(comment?.body.slice(0, 8)).toBe('/ack\r\nxx')
    expect(comment?.body).toHaveLength(1000)
  })

  test('on a pull request is told to be one', () => {
    const on = { ...payload, issue: { number: 7, pull_request: { url: 'x' } } }
    expect(readEventParts('issue_comment', on).comment?.isPullRequest).toBe(true)
  })

  test.each(['edited', 'deleted'])('that is %s is none', (action) => {
    expect(readEventParts('issue_comment', { ...payload, action })).toEqual({})
  })
})

describe('the branch that a change is to be merged into', () => {
  test.each([
    ['pull_request', { pull_request: { base: { ref: 'main' } } }],
    [
      'merge_group',
      { merge_group: { base_ref: 'refs/heads/main', head_ref: 'refs/heads/gh-readonly-queue/main/pr-7-0' } },
    ],
  ])('is told on %s', (event, payload) => {
    expect(readEventParts(event, payload)).toEqual({ baseBranch: 'main' })
  })
})
