import { describe, expect, test } from '@jest/globals'
import { grantOf } from '../../../src/runner/workflow/job-token.js'
import type { Job, Permissions, Workflow } from '../../../src/runner/workflow/workflow.js'

interface Given {
  readonly workflow?: Permissions | null
  readonly job?: Permissions | null
  readonly isRestricted?: boolean
}

function permissions({ workflow = null, job = null, isRestricted = false }: Given) {
  const own: Job = {
    ...{ id: 'test', name: null, needs: [], if: '', env: {}, outputs: {}, steps: [] },
    strategy: { matrix: null, isFailFast: true },
    permissions: job,
  }
  const whole: Workflow = { path: 'ci.yml', name: 'CI', on: new Map(), permissions: workflow, env: {}, jobs: [own] }
  const event = { name: 'push', payload: {}, sha: '', ref: '', isRestricted }
  return grantOf(whole, own, event).permissions
}

describe('the token of a job', () => {
  test("has what the job says, else what the workflow says, else the repository's restricted default", () => {
    expect(permissions({ workflow: {}, job: { checks: 'write' } })).toEqual({ checks: 'write', metadata: 'read' })
    expect(permissions({ workflow: {} })).toEqual({ metadata: 'read' })
    expect(permissions({})).toEqual({ contents: 'read', metadata: 'read' })
  })

  test('has nothing of what a block does not name, or names as none', () => {
    expect(permissions({ job: { 'pull-requests': 'write', contents: 'none' } })).toEqual({
      pull_requests: 'write',
      metadata: 'read',
    })
  })

  test("reads at most where the event is a fork's or Dependabot's", () => {
    expect(permissions({ job: { checks: 'write', contents: 'read' }, isRestricted: true })).toEqual({
      checks: 'read',
      contents: 'read',
      metadata: 'read',
    })
    expect(new Set(Object.values(permissions({ job: 'write-all', isRestricted: true })))).toEqual(new Set(['read']))
  })

  test('is refused for a permission that nothing enforces', () => {
    expect(() => permissions({ job: { 'id-token': 'write' } })).toThrow("'id-token'")
  })
})
