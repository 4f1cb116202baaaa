import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import type { Issue } from '../../packages/testkit/src/fake-github/state.js'
import { addCommit } from '../../packages/testkit/src/fake-github/state.js'
import { createScenario, type Job, type JobResult, pushEvent, type Scenario } from './support/scenario.js'
import { junitReport, type Outcomes } from './support/test-report.js'

let scenario: Scenario
/** Of the default branch. */
let tip: string
let runs: number

beforeEach(async () => {
  scenario = await createScenario()
  tip = scenario.base
  runs = 100
})

afterEach(async () => {
  expect(scenario.github.violations).toEqual([])
  await scenario.close()
})

const SETTINGS = { history: 'git:testwarden-history', issues: 'on', 'close-after': '2' }
const PERMISSIONS = { contents: 'write', issues: 'write', metadata: 'read' } as const
const ALL_PASS: Outcomes = { adds: 'P', rounds: 'P', refunds: 'P', webhook: 'P' }
const FLAKY_ONCE: Outcomes = { ...ALL_PASS, webhook: 'FP' }
const FAILS: Outcomes = { ...ALL_PASS, webhook: 'F' }
const US = 'github-actions[bot]'

/** One more commit of the default branch. */
function commit(): string {
  const message = `Push ${scenario.repository.commits.size}`
  const sha = scenario.remote.commit({ parents: [tip], files: { 'NEWS.md': `${message}\n` }, message })
  scenario.remote.setRef('refs/heads/main', sha)
  addCommit(scenario.repository, { sha, parents: [tip] })
  tip = sha
  return sha
}

/** A run of the tip of the default branch. */
function runTip(outcomes: Outcomes, job: Partial<Job> = {}): Promise<JobResult> {
  return scenario.run({
    action: 'flaky-detector',
    event: pushEvent(tip),
    checkout: { ref: 'refs/heads/main', depth: 1 },
    written: { 'report.xml': junitReport(outcomes) },
    permissions: PERMISSIONS,
    ...job,
    with: { ...SETTINGS, ...job.with },
    github: { sha: tip, run_id: String(++runs), ...job.github },
  })
}

function push(outcomes: Outcomes, job: Partial<Job> = {}): Promise<JobResult> {
  commit()
  return runTip(outcomes, job)
}

/** Without issues, as an earlier version of the workflow might have been. */
async function past(...runsBefore: readonly Outcomes[]): Promise<void> {
  for (const outcomes of runsBefore) await push(outcomes, { with: { issues: 'off' } })
}

/** Our issues, oldest first. */
function issues(): readonly Issue[] {
  return [...scenario.repository.issues.values()].filter(({ number }) => !scenario.repository.pulls.has(number))
}

function comments(number: number): readonly string[] {
  return [...scenario.repository.comments.values()].filter(({ issue }) => issue === number).map(({ body }) => body)
}

/** Requests to GitHub's issues that change something. */
function writes(): number {
  return scenario.github.requests.filter(({ method, path }) => method !== 'GET' && path.includes('/issues')).length
}

function only(): Issue {
  const [issue, ...others] = issues()
  if (issue === undefined || others.length > 0) throw new Error(`${issues().length} issues`)
  return issue
}

describe('the issue of a flake', () => {
  test('is opened, rewritten in place, closed after green runs, and reopened', async () => {
    await past(ALL_PASS, FLAKY_ONCE, ALL_PASS)
    expect((await push(FAILS)).exitCode).toBe(0)
    expect(only()).toMatchObject({
      title: 'Test fails: acme.RefundTest › webhook',
      state: 'open',
      author: US,
      labels: ['testwarden', 'flaky-test'],
    })
    const { body } = only()
    expect(body).toContain('`webhook` failed: a known flake.')
    expect(body).toContain('webhook is wrong')
    expect(body).toContain("'-Dtest=acme.RefundTest#webhook'")
    expect(body).toContain('{test: "acme.RefundTest › webhook", reason: "evidence 2 in 3 commits"')
    expect(body).toContain('First failure known:')

    await push(FAILS)
    expect(only().body).not.toBe(body)
    const before = writes()
    await runTip(FAILS, { github: { run_id: String(runs) } })
    expect(writes()).toBe(before)

    await push(ALL_PASS)
    expect(writes()).toBe(before)
    expect(only().state).toBe('open')
    await push(ALL_PASS)
    expect(only()).toMatchObject({ state: 'closed', stateReason: 'completed' })
    expect(comments(only().number)).toEqual([expect.stringContaining('Passed 2 times in a row, first at ')])

    await push(FAILS)
    expect(only()).toMatchObject({ state: 'open' })
    expect(comments(only().number).at(-1)).toContain('Fails again: ')
  })
})
