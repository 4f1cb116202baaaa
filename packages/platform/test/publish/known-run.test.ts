import { describe, expect, test } from '@jest/globals'
import { describeOwnRun, describeReportedRun } from '../../src/publish/known-run.js'
import { fakeHost } from '../support/fake-host.js'

const SHA = 'a'.repeat(40)

function hostOn(event: string, ref: string) {
  const env = {
    GITHUB_EVENT_NAME: event,
    GITHUB_REF: ref,
    GITHUB_SHA: SHA,
    GITHUB_REPOSITORY: 'acme/shop',
    GITHUB_WORKFLOW: 'Publish',
    GITHUB_JOB: 'publish',
    GITHUB_RUN_ID: '2',
    GITHUB_RUN_ATTEMPT: '1',
  }
  return fakeHost({ env })
}

function pullRequestFrom(headRepository: string): unknown {
  const base = { sha: SHA, ref: 'main', repo: { full_name: 'acme/shop' } }
  const head = { sha: SHA, ref: 'topic', repo: { full_name: headRepository } }
  return { pull_request: { number: 7, head, base }, repository: { default_branch: 'main' } }
}

describe('whose word the records of a run are', () => {
  test("is the default branch's on a push to it, and nobody's on a push elsewhere", () => {
    const payload = { repository: { default_branch: 'main' } }
    expect(describeOwnRun(hostOn('push', 'refs/heads/main'), payload).trust).toBe('default-branch')
    expect(describeOwnRun(hostOn('push', 'refs/heads/topic'), payload).trust).toBeNull()
  })

  test("is a pull request's own; a fork's own run keeps nothing, as its token may only read", () => {
    const host = hostOn('pull_request', 'refs/pull/7/merge')
    expect(describeOwnRun(host, pullRequestFrom('acme/shop')).trust).toBe('pull-request')
    expect(describeOwnRun(host, pullRequestFrom('stranger/shop')).trust).toBeNull()
  })

  test.each([
    ['stranger/shop', 'fork'],
    ['Acme/Shop', 'pull-request'],
  ])('of a reported run from %s is that of a %s, and its legs are of that run', (headRepository, trust) => {
    const reported = {
      run: '1',
      attempt: 3,
      workflow: 'CI',
      event: 'pull_request',
      conclusion: 'success',
      headSha: SHA,
      headBranch: 'topic',
      headRepository,
    }
    const pull = {
      number: 7,
      headSha: SHA,
      headRepository,
      baseRepository: 'acme/shop',
      baseBranch: 'main',
      labels: [],
    }
    const described = describeReportedRun(hostOn('workflow_run', 'refs/heads/main'), { reported, pull })
    expect(described.trust).toBe(trust)
    expect(described.tested).toMatchObject({
      event: 'pull_request',
      key: { workflow: 'CI', run: '1' },
      isBaseline: false,
    })
    expect(described.known).toMatchObject({ event: 'workflow_run', key: { workflow: 'Publish', run: '2' } })
  })
})
