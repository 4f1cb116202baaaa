import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import type { FaultAnswer } from '../../packages/testkit/src/fake-github/faults.js'
import type { Issue } from '../../packages/testkit/src/fake-github/repository.js'
import { addIssue } from '../../packages/testkit/src/fake-github/state.js'
import { type DefaultBranch, mergeOnTip, openDefaultBranch } from './support/default-branch.js'
import { issuesOf } from './support/issues-of.js'
import { grantOf, rowsBelow } from './support/permission-rows.js'
import {
  createScenario,
  type Job,
  type JobResult,
  pullRequestEvent,
  pushEvent,
  type Scenario,
} from './support/scenario.js'
import { junitReport, type Outcomes } from './support/test-report.js'

let scenario: Scenario
/** Of the default branch. */
let main: DefaultBranch
let runs: number

beforeEach(async () => {
  scenario = await createScenario()
  main = openDefaultBranch(scenario)
  runs = 100
})

afterEach(async () => {
  expect(scenario.github.violations).toEqual([])
  await scenario.close()
})

const SETTINGS = { history: 'git:testwarden-history', issues: 'on', 'close-after': '2' }
const PERMISSIONS = grantOf(rowsBelow('## Of issues')[0]?.[1] ?? '')
const ALL_PASS: Outcomes = { adds: 'P', rounds: 'P', refunds: 'P', webhook: 'P' }
const FLAKY_ONCE: Outcomes = { ...ALL_PASS, webhook: 'FP' }
const FAILS: Outcomes = { ...ALL_PASS, webhook: 'F' }
const BOTH_FLAKY: Outcomes = { ...FLAKY_ONCE, adds: 'FP' }
const BOTH_FAIL: Outcomes = { ...FAILS, adds: 'F' }
const US = 'github-actions[bot]'

/** A run of the tip of the default branch. */
function runTip(outcomes: Outcomes, job: Partial<Job> = {}): Promise<JobResult> {
  return scenario.run({
    action: 'flaky-detector',
    event: pushEvent(main.tip),
    checkout: { ref: 'refs/heads/main', depth: 1 },
    written: { 'report.xml': junitReport(outcomes) },
    permissions: PERMISSIONS,
    ...job,
    with: { ...SETTINGS, ...job.with },
    github: { sha: main.tip, run_id: String(++runs), ...job.github },
  })
}

function push(outcomes: Outcomes, job: Partial<Job> = {}): Promise<JobResult> {
  main.commit()
  return runTip(outcomes, job)
}

/** Without issues, as an earlier version of the workflow might have been. */
async function past(...runsBefore: readonly Outcomes[]): Promise<void> {
  for (const outcomes of runsBefore) await push(outcomes, { with: { issues: 'off' } })
}

/** Our issues, oldest first. */
function issues(): readonly Issue[] {
  return issuesOf(scenario.repository)
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

/** The issue of a flake that was opened by a run of the tip. */
async function opened(): Promise<Issue> {
  await past(FLAKY_ONCE)
  await push(FAILS)
  return only()
}

describe('the issue of a test', () => {
  test('that becomes broken says so once', async () => {
    const issue = await opened()
    for (let times = 0; times < 3; times++) await push(FAILS)
    expect(issue.body).toContain('`webhook` is broken.')
    expect(issue.body).not.toContain('To excuse it for a while')
    await push(FAILS)
    expect(comments(issue.number)).toEqual([expect.stringContaining('No flake any more. Failed here.')])
    expect(issues()).toHaveLength(1)
  })

  test('that was closed long ago is followed by a new one that names it', async () => {
    const old = await opened()
    Object.assign(old, { state: 'closed', stateReason: 'completed', closedAt: '2020-01-01T00:00:00Z' })
    await push(FAILS)
    const [, issue] = issues()
    expect(issue).toMatchObject({ state: 'open', title: old.title })
    expect(issue?.body).toContain(`It has failed before: [issue ${old.number}](`)
    expect(old.state).toBe('closed')
    await push(FAILS)
    expect(issues()).toHaveLength(2)
    expect(issue?.body).toContain('It has failed before')
  })

  test('that people closed as not planned is left alone', async () => {
    const issue = await opened()
    Object.assign(issue, { state: 'closed', stateReason: 'not_planned', closedAt: issue.updatedAt })
    const before = writes()
    const { summary } = await push(FAILS)
    expect(writes()).toBe(before)
    expect(summary).toContain('No issue, as people closed it as not planned')
  })

  test('that is locked is closed without a comment', async () => {
    const issue = await opened()
    issue.isLocked = true
    await push(ALL_PASS, { with: { 'close-after': '1' } })
    expect(issue.state).toBe('closed')
    expect(comments(issue.number)).toEqual([])
  })

  test('that was transferred away is told by a new one', async () => {
    const issue = await opened()
    scenario.repository.issues.delete(issue.number)
    await push(FAILS)
    expect(only().number).not.toBe(issue.number)
  })
})

describe('a run', () => {
  test('opens no more issues than it may, says so, and the next one opens the others', async () => {
    await past(BOTH_FLAKY)
    const result = await push(BOTH_FAIL, { with: { 'issues-max': '1' } })
    expect(issues()).toHaveLength(1)
    expect(result.summary).toContain('1 cause without an issue: one run opens at most 1 (')
    await push(BOTH_FAIL, { with: { 'issues-max': '1' } })
    expect(
      issues()
        .map(({ title }) => title)
        .sort(),
    ).toEqual(['Test fails: acme.RefundTest › adds', 'Test fails: acme.RefundTest › webhook'])
  })

  test('of a pull request neither reads issues nor opens any', async () => {
    await past(FLAKY_ONCE)
    const merge = mergeOnTip(scenario, main.tip)
    await runTip(FAILS, {
      event: pullRequestEvent({ head: scenario.head, base: main.tip }),
      checkout: { ref: 'refs/pull/7/merge', depth: 2 },
      github: { sha: merge },
    })
    expect(scenario.github.requests.filter(({ path }) => path.endsWith('/issues'))).toEqual([])
    expect(issues()).toEqual([])
  })

  test('that only tries prints what it would do', async () => {
    await past(FLAKY_ONCE)
    const result = await push(FAILS, { with: { 'dry-run': 'true' } })
    expect(result.log.join('\n')).toContain(
      'open an issue "Test fails: acme.RefundTest › webhook" with the labels testwarden, flaky-test',
    )
    expect(issues()).toEqual([])
  })

  test('without the permission names the line to add, and its verdict is the same', async () => {
    await past(FLAKY_ONCE)
    const result = await push(FAILS, { permissions: { contents: 'write', metadata: 'read' } })
    expect(result.log.join('\n')).toContain('Add `permissions: issues: write` to the job.')
    expect([result.exitCode, result.outputs.get('outcome')]).toEqual([0, 'warn'])
  })

  test('where issues are switched off says so, and its verdict is the same', async () => {
    await past(FLAKY_ONCE)
    const answer = { kind: 'status', status: 410, message: 'Issues are disabled for this repo' } as const
    scenario.github.faults.add({ method: 'GET', path: /\/issues$/, nth: 'every', answer })
    const result = await push(FAILS)
    expect(result.summary).toContain('No issue was opened or changed: ')
    expect(result.summary).toContain('Issues are switched off in the settings of this repository')
    expect(result.outputs.get('outcome')).toBe('warn')
  })

  test('does not believe a stranger’s marker', async () => {
    await past(FLAKY_ONCE)
    await push(FAILS)
    const { body, title, labels } = only()
    scenario.repository.issues.clear()
    const forged = addIssue(scenario.github.state, scenario.repository, { title, body, labels, author: 'mallory' })
    await push(FAILS)
    expect(forged.body).toBe(body)
    expect(issues().map(({ author }) => author)).toEqual(['mallory', US])
  })
})

describe('two runs at once', () => {
  test('end with one issue', async () => {
    await past(FLAKY_ONCE)
    main.commit()
    const answer = { kind: 'slow', delayMs: 4000 } as const
    scenario.github.faults.add({ method: 'POST', path: /\/issues$/, nth: 'every', answer })
    await Promise.all([runTip(FAILS), runTip(FAILS)])
    expect(issues().filter(({ state }) => state === 'open')).toHaveLength(1)
  })

  test('that both ended before they could look again are repaired by the next', async () => {
    const { title, body, labels, number } = await opened()
    const twin = addIssue(scenario.github.state, scenario.repository, { title, body, labels, author: US })
    await push(FAILS)
    expect(twin).toMatchObject({ state: 'closed', body: `The same as #${number}, which tells of it.\n` })
    await push(FAILS)
    expect(issues().map(({ state }) => state)).toEqual(['open', 'closed'])
  })
})

const LOST: FaultAnswer = { kind: 'drop', moment: 'after-effect' }
const BROKEN: FaultAnswer = { kind: 'status', status: 502 }
const REFUSED: FaultAnswer = { kind: 'status', status: 404, message: 'Not Found' }

describe('what goes wrong in the midst of', () => {
  test('opening is repaired by the next run, without a double', async () => {
    await past(FLAKY_ONCE)
    main.commit()
    for (const [method, path, answer] of [
      ['POST', /\/issues$/, LOST],
      ['POST', /\/issues$/, BROKEN],
      ['POST', /\/issues$/, REFUSED],
      ['GET', /\/issues$/, REFUSED],
    ] as const) {
      scenario.repository.issues.clear()
      scenario.github.faults.add({ method, path, answer })
      expect((await runTip(FAILS)).outputs.get('outcome')).toBe('warn')
      scenario.github.faults.clear()
      await runTip(FAILS)
      expect(issues().map(({ state }) => state)).toEqual(['open'])
    }
  })

  test('closing is repaired by the next run, and told once', async () => {
    const issue = await opened()
    main.commit()
    for (const [method, path, answer] of [
      ['POST', /\/graphql$/, REFUSED],
      ['GET', /\/comments$/, REFUSED],
      ['POST', /\/comments$/, LOST],
      ['POST', /\/comments$/, REFUSED],
      ['PATCH', /\/issues\/\d+$/, LOST],
      ['PATCH', /\/issues\/\d+$/, REFUSED],
    ] as const) {
      Object.assign(issue, { state: 'open', stateReason: null, closedAt: null })
      scenario.repository.comments.clear()
      scenario.github.faults.add({ method, path, answer })
      await runTip(ALL_PASS, { with: { 'close-after': '1' } })
      scenario.github.faults.clear()
      await runTip(ALL_PASS, { with: { 'close-after': '1' } })
      expect([issue.state, comments(issue.number).length]).toEqual(['closed', 1])
    }
  })
})
