import { describe, expect, test } from '@jest/globals'
import type { RunContext } from '@testwarden/core/model/evidence'
import type { EndedRun } from '@testwarden/core/model/github-event'
import { asksForFreeze, keepsIncidents, watchedRun } from '../../src/standing/roles.js'
import { configOf, runOf } from '../kit.js'

const ON = configOf({ issues: 'on' })
const onMain = (part: Partial<RunContext> = {}): RunContext => ({
  ...runOf(),
  event: 'push',
  branch: 'main',
  pullRequest: null,
  isBaseline: true,
  ...part,
})

describe('incidents are kept', () => {
  test('by runs of the default branch and by those that look after them', () => {
    expect(keepsIncidents(onMain(), ON)).toBe(true)
    for (const event of ['workflow_run', 'issue_comment', 'issues'])
      expect(keepsIncidents(onMain({ event, isBaseline: false }), ON)).toBe(true)
  })

  test('never by the run of a change, not even where a workflow of ours publishes it', () => {
    expect(keepsIncidents(runOf(), ON)).toBe(false)
    expect(keepsIncidents(onMain({ event: 'merge_group', isBaseline: false }), ON)).toBe(false)
    const published = onMain({ event: 'workflow_run', branch: 'patch-1', pullRequest: 8, isBaseline: false })
    expect(keepsIncidents(published, ON)).toBe(false)
  })

  test('by nobody who only collects, or whom nobody asked to', () => {
    expect(keepsIncidents(onMain(), configOf({ issues: 'on', mode: 'collect' }))).toBe(false)
    expect(keepsIncidents(onMain(), configOf())).toBe(false)
    expect(keepsIncidents(onMain({ branch: null }), ON)).toBe(false)
  })
})

test('only changes ask whether the line is stopped, and only where somebody stops it', () => {
  const stops = configOf({ freeze: 'critical' })
  expect(['pull_request', 'merge_group', 'push', 'schedule'].map((event) => asksForFreeze({ event }, stops))).toEqual([
    true,
    true,
    false,
    false,
  ])
  expect(asksForFreeze({ event: 'pull_request' }, configOf())).toBe(false)
  expect(asksForFreeze({ event: 'pull_request' }, configOf({ freeze: 'critical', mode: 'collect' }))).toBe(false)
})

describe('a run that ended', () => {
  const ENDED: EndedRun = {
    workflow: 'CI',
    path: '.github/workflows/ci.yml',
    event: 'push',
    conclusion: 'failure',
    branch: 'main',
    headSha: 'a'.repeat(40),
    run: '9',
    attempt: 1,
    isFork: false,
  }

  test('matters on our own branch alone', () => {
    const run = (part: Partial<EndedRun>) => watchedRun(onMain({ ended: { ...ENDED, ...part } }), ON)
    expect(run({})).toEqual(ENDED)
    expect([run({ isFork: true }), run({ branch: 'topic' }), run({ branch: null })]).toEqual([null, null, null])
    expect(watchedRun(onMain(), ON)).toBeNull()
  })
})
