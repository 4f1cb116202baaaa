import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import type { Issue } from '../../packages/testkit/src/fake-github/repository.js'
import { addWorkflowJob, addWorkflowRun } from '../../packages/testkit/src/fake-github/resources/workflow-runs.js'
import { addPull } from '../../packages/testkit/src/fake-github/state.js'
import {
  ALL_PASS,
  comment,
  type IncidentStage,
  MOST_FAIL,
  pageOf,
  setState,
  stageIncidents,
} from './support/incident-stage.js'
import type { Job, JobResult } from './support/scenario.js'

let stage: IncidentStage

const CONFIG = `
history: git:testwarden-history
incidents:
  issues: on
  close-after: 1
  freeze: { when: critical, workflow: ci.yml, job: freeze }
`

beforeEach(async () => {
  stage = await stageIncidents(CONFIG)
})

afterEach(async () => {
  expect(stage.scenario.github.violations).toEqual([])
  await stage.close()
})

/** Another stage than most tests stand on. */
async function restage(...options: Parameters<typeof stageIncidents>): Promise<void> {
  await stage.close()
  stage = await stageIncidents(...options)
}

function theIssue(): Issue {
  const [issue, ...others] = stage.issues()
  if (issue === undefined || others.length > 0) throw new Error(`there are ${others.length + 1} issues`)
  return issue
}

function labelPull(number: number, labels: readonly string[]): void {
  const issue = stage.scenario.repository.issues.get(number)
  if (issue !== undefined) issue.labels = labels
}

function stateOf(result: JobResult): readonly unknown[] {
  return [result.exitCode, result.outputs.get('outcome'), result.outputs.get('line-stopped')]
}

const STOPPED = [1, 'fail', 'true']
const OPEN = [0, 'pass', 'false']

function mergeGroup(number: number): Partial<Job> {
  const { scenario, tip } = stage
  const head_ref = `refs/heads/gh-readonly-queue/main/pr-${number}-${tip}`
  const group = { head_sha: scenario.merge, base_sha: scenario.base, base_ref: 'refs/heads/main', head_ref }
  return {
    event: {
      name: 'merge_group',
      payload: { merge_group: group, repository: { full_name: 'octo-org/example', default_branch: 'main' } },
    },
    checkout: { ref: 'refs/pull/7/merge' },
  }
}

describe('while a critical incident is open', () => {
  test('changes are stopped, with a link to it and the way out; nobody was before, or is after', async () => {
    expect(stateOf(await stage.ask())).toEqual(OPEN)
    const broken = await stage.push(MOST_FAIL)
    expect(pageOf(broken)).toContain('Nothing is merged from now on.')
    const { number } = theIssue()
    const stopped = await stage.ask()
    expect(stateOf(stopped)).toEqual(STOPPED)
    expect(stopped.outputs.get('headline')).toContain(
      `1 critical incident is open on the default branch: #${number}. Nothing is merged until it is over.`,
    )
    expect(pageOf(stopped)).toContain(
      `[#${number}](https://github.com/octo-org/example/issues/${number}), open since 20`,
    )
    expect(pageOf(stopped)).toContain('give it the label `incident-fix` and run this job again')
    // Whom the policy tells on the default branch is no concern of a change.
    expect(pageOf(stopped)).not.toContain('escalation policy')
    expect(stateOf(await stage.ask(mergeGroup(7)))).toEqual(STOPPED)

    const green = await stage.push(ALL_PASS)
    expect(pageOf(green)).toContain('Merging goes on.')
    expect(theIssue().state).toBe('closed')
    expect(stateOf(await stage.ask())).toEqual(OPEN)
    expect(stateOf(await stage.ask(mergeGroup(7)))).toEqual(OPEN)
  })

  test('its fix is let through by the label as it is now, also where the event is older than the label', async () => {
    await stage.push(MOST_FAIL)
    labelPull(7, ['bug', 'Incident-Fix'])
    const fix = await stage.ask()
    expect(stateOf(fix)).toEqual([0, 'warn', 'false'])
    expect(pageOf(fix)).toContain('this change bears the label of its fix')
    expect(stateOf(await stage.ask(mergeGroup(7)))).toEqual([0, 'warn', 'false'])
    expect(stateOf(await stage.ask(mergeGroup(70)))).toEqual(STOPPED)
    labelPull(7, [])
    expect(stateOf(await stage.ask({ labels: ['incident-fix'] }))).toEqual(STOPPED)
  })

  test('changes to another branch go on', async () => {
    await stage.push(MOST_FAIL)
    const { scenario } = stage
    const { payload } = { payload: pullTo(scenario, 'release-2') }
    scenario.remote.setRef('refs/heads/release-2', scenario.base)
    const result = await stage.ask({ event: { name: 'pull_request', payload } })
    expect(stateOf(result)).toEqual(OPEN)
  })

  test('a change that switches it off is stopped all the same', async () => {
    const lax = { '.github/testwarden.yml': 'history: git:testwarden-history\nincidents:\n  freeze: { when: never }\n' }
    await restage(CONFIG, { changeFiles: lax })
    await stage.push(MOST_FAIL)
    const result = await stage.ask({ with: { freeze: 'never' } })
    expect(stateOf(result)).toEqual(STOPPED)
    expect(pageOf(result)).toContain('This change alters the policy')
  })

  test('a pull request of a fork is stopped, and let through by its label, with a token that only reads', async () => {
    await stage.push(MOST_FAIL)
    const { scenario } = stage
    const head = { ref: 'patch-1', sha: scenario.head, repository: 'stranger/example' }
    addPull(scenario.github.state, scenario.repository, { number: 20, base: { ref: 'main', sha: scenario.base }, head })
    const payload = pullTo(scenario, 'main', { number: 20, repository: 'stranger/example' })
    const ask = () => stage.ask({ event: { name: 'pull_request', payload } })
    expect(stateOf(await ask())).toEqual(STOPPED)
    labelPull(20, ['incident-fix'])
    expect(stateOf(await ask())).toEqual([0, 'warn', 'false'])
  })
})

function pullTo(
  { head, base }: IncidentStage['scenario'],
  branch: string,
  { number = 7, repository = 'octo-org/example' } = {},
): Record<string, unknown> {
  const repo = { full_name: 'octo-org/example' }
  return {
    action: 'synchronize',
    number,
    pull_request: {
      number,
      head: { sha: head, ref: 'change', repo: { full_name: repository } },
      base: { sha: base, ref: branch, repo },
      labels: [],
    },
    repository: { ...repo, default_branch: 'main' },
  }
}

describe('what is not known', () => {
  test('an issue that somebody closed counts as closed before the history says so, and opens the line', async () => {
    await stage.push(MOST_FAIL)
    setState(stage, { issue: theIssue(), state: 'closed', by: 'ada' })
    expect(stateOf(await stage.ask())).toEqual(OPEN)
  })

  test('of issues that cannot be read the history tells, and the page says so', async () => {
    await restage(CONFIG, { isPrivate: true })
    await stage.push(MOST_FAIL)
    setState(stage, { issue: theIssue(), state: 'closed', by: 'ada' })
    const result = await stage.ask({ permissions: { contents: 'read', pull_requests: 'read' } })
    expect(stateOf(result)).toEqual(STOPPED)
    expect(pageOf(result)).toContain('What the history says counts')
    expect(pageOf(result)).toContain('`permissions: issues: read`')
    labelPull(7, ['incident-fix'])
    expect((await stage.ask({ permissions: { contents: 'read', pull_requests: 'read' } })).exitCode).toBe(0)
  })

  test('without a look at labels no fix is let through, and the page says what to grant', async () => {
    await restage(CONFIG, { isPrivate: true })
    await stage.push(MOST_FAIL)
    labelPull(7, ['incident-fix'])
    const result = await stage.ask({ permissions: { contents: 'read', issues: 'read' } })
    expect(stateOf(result)).toEqual(STOPPED)
    expect(pageOf(result)).toContain('Labels cannot be read')
    expect(pageOf(result)).toContain('`permissions: pull-requests: read`')
  })

  test('without a history nothing is known, and nothing passes for open', async () => {
    await restage(CONFIG.replace(/history: .*\n/, ''))
    await stage.push(MOST_FAIL)
    const result = await stage.ask()
    expect(stateOf(result)).toEqual([0, 'inconclusive', ''])
    expect(pageOf(result)).toContain('Set `history: git:testwarden-history`')
  })
})

describe('people turn it, too', () => {
  test('`/resolve` in a comment lets it go on, and nobody needs a further push', async () => {
    stage.scenario.repository.collaborators.set('ada', 'write')
    await stage.push(MOST_FAIL)
    const said = comment(stage, { issue: theIssue().number, by: 'ada', body: '/resolve it was the certificate' })
    const swept = await stage.sweep(said)
    expect(pageOf(swept)).toContain('Merging goes on.')
    expect(theIssue().state).toBe('closed')
    expect(stateOf(await stage.ask({ permissions: { contents: 'read' } }))).toEqual(OPEN)
  })

  test('of a stranger it does nothing', async () => {
    await stage.push(MOST_FAIL)
    await stage.sweep(comment(stage, { issue: theIssue().number, by: 'mallory', body: '/resolve' }))
    expect(theIssue().state).toBe('open')
    expect(stateOf(await stage.ask())).toEqual(STOPPED)
  })

  test('who opens the issue again stops it again', async () => {
    await stage.push(MOST_FAIL)
    await stage.push(ALL_PASS)
    setState(stage, { issue: theIssue(), state: 'open', by: 'ada' })
    const payload = { action: 'reopened', issue: { number: theIssue().number } }
    const repository = { full_name: 'octo-org/example', default_branch: 'main' }
    const swept = await stage.sweep({ name: 'issues', payload: { ...payload, repository } })
    expect(pageOf(swept)).toContain('Nothing is merged from now on.')
    expect(stateOf(await stage.ask())).toEqual(STOPPED)
  })
})

/** The run of a pull request's head whose job asked, with its answer. */
function addAsking(headSha: string, conclusion: string | null, { job = 'freeze', runs = conclusion } = {}): number {
  const { github, repository } = stage.scenario
  const run = addWorkflowRun(github.state, repository, {
    headSha,
    event: 'pull_request',
    branch: 'change',
    conclusion: runs,
  })
  addWorkflowJob(github.state, repository, { run: run.id, name: 'test', conclusion: 'success' })
  addWorkflowJob(github.state, repository, { run: run.id, name: job, conclusion })
  return run.id
}

function attemptOf(run: number): number | undefined {
  return stage.scenario.repository.runs.get(run)?.attempt
}

function rerunCount(): number {
  return stage.scenario.github.requests.filter(({ operation }) => operation === 'actions/re-run-job-for-workflow-run')
    .length
}

describe('when the line stops, or goes on', () => {
  test('only the newest job of an open pull request that would answer otherwise runs again', async () => {
    const { scenario } = stage
    const older = addAsking(scenario.head, 'success')
    await new Promise((resolve) => setTimeout(resolve, 1100))
    const newest = addAsking(scenario.head, 'success')
    const closed = addAsking('c'.repeat(40), 'success')
    const pull = addPull(scenario.github.state, scenario.repository, {
      base: { ref: 'main', sha: scenario.base },
      head: { ref: 'old', sha: 'c'.repeat(40) },
    })
    const gone = scenario.repository.issues.get(pull.number)
    if (gone !== undefined) gone.state = 'closed'
    const result = await stage.push(MOST_FAIL)
    expect(pageOf(result)).toContain('The job `freeze` of 1 open pull request runs again')
    expect([older, newest, closed].map(attemptOf)).toEqual([1, 2, 1])
    const rerun = [...scenario.repository.jobs.values()].filter(({ run }) => run === newest)
    expect(rerun.map(({ name, conclusion }) => [name, conclusion])).toEqual([
      ['test', 'success'],
      ['freeze', null],
    ])
  })

  test('nobody’s runs where nothing turns', async () => {
    await stage.push(ALL_PASS)
    await stage.push(MOST_FAIL)
    addAsking(stage.scenario.head, 'success')
    await stage.push(MOST_FAIL)
    expect(rerunCount()).toBe(0)
    expect(stage.issues()).toHaveLength(1)
  })

  test('those that failed run again once it goes on', async () => {
    await stage.push(MOST_FAIL)
    const run = addAsking(stage.scenario.head, 'failure')
    await stage.push(ALL_PASS)
    expect(attemptOf(run)).toBe(2)
  })

  test('fifty at most run again; of the others the page tells, each with its link', async () => {
    const { scenario } = stage
    for (let number = 101; number <= 153; number++) {
      const sha = String(number).padStart(40, '0')
      const head = { ref: `change-${number}`, sha }
      addPull(scenario.github.state, scenario.repository, { number, base: { ref: 'main', sha: scenario.base }, head })
      addAsking(sha, 'success')
    }
    const result = await stage.push(MOST_FAIL)
    expect(rerunCount()).toBe(50)
    expect(pageOf(result)).toContain('Run these again by hand')
    for (const number of [101, 102, 103])
      expect(pageOf(result)).toContain(`[#${number}](https://github.com/octo-org/example/issues/${number})`)
    expect(pageOf(result)).not.toContain('[#104]')
  })

  test('one whose run has other jobs under way is left to a person; one that runs still sees for itself', async () => {
    const { scenario } = stage
    addAsking(scenario.head, 'success', { runs: null })
    const result = await stage.push(MOST_FAIL)
    expect(rerunCount()).toBe(0)
    expect(pageOf(result)).toMatch(/Run these again by hand\n\n- \[#7\]/)
  })

  test('a token that may not look is no reason to keep quiet: the page names what to grant', async () => {
    await restage(CONFIG, { isPrivate: true })
    addAsking(stage.scenario.head, 'success')
    const result = await stage.push(MOST_FAIL, {
      permissions: { contents: 'write', issues: 'write', actions: 'write' },
    })
    expect(rerunCount()).toBe(0)
    expect(pageOf(result)).toContain('No pull request asks again by itself')
    expect(pageOf(result)).toContain('`permissions: pull-requests: read`')
    expect(theIssue().labels).toContain('critical')
  })

  test('a token that may not run jobs again says so, and the incident is kept all the same', async () => {
    addAsking(stage.scenario.head, 'success')
    const result = await stage.push(MOST_FAIL, {
      permissions: { contents: 'write', issues: 'write', actions: 'read', pull_requests: 'read' },
    })
    expect(result.exitCode).toBe(0)
    expect([result.summary, ...result.log].join('\n')).toContain('`permissions: actions: write`')
    expect(stateOf(await stage.ask())).toEqual(STOPPED)
  })
})
