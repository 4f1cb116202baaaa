import { describe, expect, test } from '@jest/globals'
import { type ComparisonFacts, planComparison } from '../../src/baseline/comparison.js'
import { ConfigurationError } from '../../src/model/errors.js'

const MERGE = 'e'.repeat(40)
const HEAD = 'a'.repeat(40)
const FROZEN_BASE = 'b'.repeat(40)
const TRUE_BASE = 'c'.repeat(40)
const OTHER = 'd'.repeat(40)

const PULL_REQUEST: ComparisonFacts = {
  event: 'pull_request',
  ref: 'refs/pull/7/merge',
  sha: MERGE,
  defaultBranch: 'main',
  pullRequest: { number: 7, headSha: HEAD, baseSha: FROZEN_BASE, baseBranch: 'main' },
  mergeGroup: null,
  workspace: { sha: MERGE, parents: [TRUE_BASE, HEAD] },
}

const PUSH: ComparisonFacts = {
  event: 'push',
  ref: 'refs/heads/main',
  sha: HEAD,
  defaultBranch: 'main',
  pullRequest: null,
  mergeGroup: null,
  workspace: { sha: HEAD, parents: [TRUE_BASE] },
}

const MERGE_GROUP: ComparisonFacts = {
  ...PUSH,
  event: 'merge_group',
  ref: 'refs/heads/gh-readonly-queue/main/pr-7-aaa',
  mergeGroup: { headSha: HEAD, baseSha: FROZEN_BASE },
}

describe('a pull request', () => {
  test('checked out as merge commit is compared with its first parent, never with the frozen base', () => {
    expect(planComparison(PULL_REQUEST)).toEqual({
      testedSha: MERGE,
      headSha: HEAD,
      base: { kind: 'first-parent', sha: TRUE_BASE },
      isBaseline: false,
      pullRequest: 7,
    })
  })

  test('checked out as head is compared with the merge base', () => {
    expect(planComparison({ ...PULL_REQUEST, workspace: { sha: HEAD, parents: [OTHER] } })).toEqual({
      testedSha: HEAD,
      headSha: HEAD,
      base: { kind: 'merge-base', of: [FROZEN_BASE, HEAD], branch: 'main' },
      isBaseline: false,
      pullRequest: 7,
    })
  })

  test('checked out as anything else has no base, and says so', () => {
    const plan = planComparison({ ...PULL_REQUEST, workspace: { sha: OTHER, parents: [TRUE_BASE] } })
    expect(plan).toMatchObject({ testedSha: OTHER, headSha: HEAD, base: { kind: 'unknown' }, pullRequest: 7 })
    expect(plan.base).toMatchObject({ reason: expect.stringContaining('ddddddd') })
  })

  test('without a checkout has no base, and says so', () => {
    expect(planComparison({ ...PULL_REQUEST, workspace: null })).toMatchObject({
      testedSha: MERGE,
      base: { kind: 'unknown', remedy: expect.stringContaining('actions/checkout') },
    })
  })

  test('without a usable payload has no base', () => {
    expect(planComparison({ ...PULL_REQUEST, pullRequest: null })).toMatchObject({
      base: { kind: 'unknown', reason: 'the event has no usable pull_request' },
      pullRequest: null,
    })
  })

  test('whose merge commit has no parent has no base', () => {
    const orphan = { ...PULL_REQUEST, workspace: { sha: MERGE, parents: [] } }
    expect(planComparison(orphan).base.kind).toBe('unknown')
  })

  test.each(['pull_request_review', 'pull_request_review_comment'])('is the same on %s', (event) => {
    expect(planComparison({ ...PULL_REQUEST, event })).toEqual(planComparison(PULL_REQUEST))
  })

  test('is refused on pull_request_target, with the way out', () => {
    const plan = (): unknown => planComparison({ ...PULL_REQUEST, event: 'pull_request_target' })
    expect(plan).toThrow(ConfigurationError)
    expect(plan).toThrow(expect.objectContaining({ remedy: expect.stringContaining('workflow_run') }))
  })
})

describe('a merge group', () => {
  test('is compared with the base that the queue names', () => {
    expect(planComparison(MERGE_GROUP)).toEqual({
      testedSha: HEAD,
      headSha: HEAD,
      base: { kind: 'commit', sha: FROZEN_BASE },
      isBaseline: false,
      pullRequest: null,
    })
  })

  test('checked out as anything else has no base', () => {
    const plan = planComparison({ ...MERGE_GROUP, workspace: { sha: OTHER, parents: [] } })
    expect(plan).toMatchObject({ testedSha: OTHER, headSha: HEAD, base: { kind: 'unknown' } })
  })

  test('without a usable payload has no base', () => {
    expect(planComparison({ ...MERGE_GROUP, mergeGroup: null }).base.kind).toBe('unknown')
  })
})

describe('a branch', () => {
  test('pushed to the default branch is compared with history and becomes a baseline', () => {
    expect(planComparison(PUSH)).toEqual({
      testedSha: HEAD,
      headSha: HEAD,
      base: { kind: 'history' },
      isBaseline: true,
      pullRequest: null,
    })
  })

  test.each([
    ['another branch', { ref: 'refs/heads/topic' }],
    ['a branch whose name ends like the default one', { ref: 'refs/heads/x/main' }],
    ['a tag of the same name', { ref: 'refs/tags/main' }],
    ['an unknown default branch', { defaultBranch: null }],
  ])('pushed as %s is compared with history and never becomes a baseline', (_name, change) => {
    expect(planComparison({ ...PUSH, ...change })).toMatchObject({ base: { kind: 'history' }, isBaseline: false })
  })

  test('of the merge queue is never recorded, even where it is the default', () => {
    const ref = 'refs/heads/gh-readonly-queue/main/pr-7-aaa'
    const plan = planComparison({ ...PUSH, ref, defaultBranch: ref.slice('refs/heads/'.length) })
    expect(plan).toMatchObject({ isBaseline: false, base: { kind: 'unknown' } })
  })

  test('on schedule becomes a baseline, when dispatched it does not', () => {
    expect(planComparison({ ...PUSH, event: 'schedule' })).toEqual(planComparison(PUSH))
    for (const event of ['workflow_dispatch', 'repository_dispatch'])
      expect(planComparison({ ...PUSH, event })).toMatchObject({ base: { kind: 'history' }, isBaseline: false })
  })

  test('whose workspace was moved to another commit is neither compared nor recorded', () => {
    const plan = planComparison({ ...PUSH, workspace: { sha: OTHER, parents: [HEAD] } })
    expect(plan).toMatchObject({ testedSha: OTHER, base: { kind: 'unknown' }, isBaseline: false })
  })

  test('without a checkout still has its history', () => {
    expect(planComparison({ ...PUSH, workspace: null })).toMatchObject({ base: { kind: 'history' }, isBaseline: true })
  })
})

test.each(['workflow_run', 'issue_comment', 'release', ''])('the event %j has no base, and says so', (event) => {
  const plan = planComparison({ ...PUSH, event })
  expect(plan).toMatchObject({ testedSha: HEAD, base: { kind: 'unknown' }, isBaseline: false, pullRequest: null })
  expect(plan.base).toMatchObject({ reason: expect.stringContaining(JSON.stringify(event)) })
})
