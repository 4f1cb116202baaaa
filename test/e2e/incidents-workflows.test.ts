import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import type { Issue } from '../../packages/testkit/src/fake-github/repository.js'
import { addWorkflowRun } from '../../packages/testkit/src/fake-github/resources/workflow-runs.js'
import { addWorkflow } from '../../packages/testkit/src/fake-github/resources/workflows.js'
import type { WorkflowRun } from '../../packages/testkit/src/fake-github/workflow-run.js'
import { endedRun, type IncidentStage, KEEPING, ONE_FAILS, pageOf, stageIncidents } from './support/incident-stage.js'
import type { Job, JobResult } from './support/scenario.js'

let stage: IncidentStage
let minutes: number

const CONFIG = `
history: git:testwarden-history
incidents:
  issues: on
`

beforeEach(async () => {
  stage = await stageIncidents(CONFIG)
  minutes = 300
})

afterEach(async () => {
  expect(stage.scenario.github.violations).toEqual([])
  await stage.close()
})

async function restage(...options: Parameters<typeof stageIncidents>): Promise<void> {
  await stage.close()
  stage = await stageIncidents(...options)
}

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS

function ago(ms: number): string {
  return new Date(Date.now() - ms).toISOString().replace(/\.\d+Z$/, 'Z')
}

/** A run of the watched workflow, some minutes behind the one before it. */
function ran(conclusion: string | null, part: Partial<WorkflowRun> = {}): WorkflowRun {
  const { scenario } = stage
  const headSha = part.headSha ?? stage.commit()
  minutes -= 5
  const createdAt = ago(minutes * MINUTE_MS)
  const of = { file: 'deploy.yml', name: 'Deploy', conclusion, createdAt, ...part, headSha }
  return addWorkflowRun(scenario.github.state, scenario.repository, of)
}

/** The run that GitHub starts once another has ended. */
function seen(run: WorkflowRun, job: Partial<Job> = {}): Promise<JobResult> {
  return stage.sweep(endedRun(run), { ...job, github: { workflow: 'Incidents', ...job.github } })
}

function openIssues(): readonly Issue[] {
  return stage.issues().filter(({ state }) => state === 'open')
}

describe('a workflow that is watched', () => {
  test('is one incident once it failed twice on the default branch, and none once it passed twice', async () => {
    const once = await seen(ran('failure'))
    expect(stage.issues()).toEqual([])
    expect(pageOf(once)).toContain('high: Deploy fails, seen 1 of 2 times')
    const twice = await seen(ran('failure'))
    const [issue] = stage.issues()
    expect(issue).toMatchObject({ state: 'open', title: expect.stringContaining('Deploy fails') })
    expect(issue?.labels).toContain('high')
    expect(issue?.body).toContain('workflow `Deploy` on `main`')
    expect(twice.exitCode).toBe(0)
    await seen(ran('timed_out'))
    expect(stage.issues()).toHaveLength(1)
    await seen(ran('success'))
    expect(issue?.state).toBe('open')
    await seen(ran('success'))
    expect(issue).toMatchObject({ state: 'closed', stateReason: 'completed' })
    expect(stage.comments(issue?.number ?? 0).at(-1)?.body).toContain('resolved')
  })

  test('is not judged by runs that were cancelled or skipped: they neither break a row nor make one', async () => {
    await seen(ran('failure'))
    for (const conclusion of ['cancelled', 'skipped', 'neutral', 'action_required', 'stale']) {
      await seen(ran(conclusion))
      expect(stage.issues()).toEqual([])
    }
    await seen(ran('failure'))
    expect(openIssues()).toHaveLength(1)
    await seen(ran('success'))
    await seen(ran('cancelled'))
    await seen(ran('skipped'))
    expect(openIssues()).toHaveLength(1)
    await seen(ran('success'))
    expect(openIssues()).toEqual([])
  })

  test('is not judged by runs of forks, of other branches or of other events', async () => {
    for (const part of [
      { headRepository: 'stranger/example', event: 'pull_request' },
      { branch: 'topic' },
      { branch: 'topic', event: 'pull_request' },
    ])
      for (let times = 0; times < 2; times++) await seen(ran('failure', part))
    expect(stage.issues()).toEqual([])
    await seen(ran('failure', { event: 'workflow_dispatch' }))
    await seen(ran('failure', { event: 'schedule' }))
    expect(stage.issues()).toEqual([])
  })

  test('is not judged by a run that a later one has overtaken, or that was tried again', async () => {
    await seen(ran('failure'))
    const [slow, fast] = [ran('failure'), ran('success')]
    await seen(fast)
    await seen(slow)
    expect(stage.issues()).toEqual([])
    const first = ran('failure')
    ran('failure')
    stage.scenario.repository.runs.set(first.id, { ...first, attempt: 2, conclusion: null })
    await seen(first)
    expect(stage.issues()).toEqual([])
  })

  test('is judged by what the event says where GitHub’s list is behind', async () => {
    await seen(ran('failure'))
    const second = ran('failure')
    stage.scenario.repository.runs.delete(second.id)
    await seen(second)
    expect(openIssues()).toHaveLength(1)
  })

  test('only if its name is among those that the config names', async () => {
    await restage(`${CONFIG}  workflows: [Release]\n`)
    for (let times = 0; times < 2; times++) await seen(ran('failure'))
    expect(stage.issues()).toEqual([])
    for (let times = 0; times < 2; times++) await seen(ran('failure', { file: 'release.yml', name: 'Release' }))
    expect(openIssues().map(({ title }) => title)).toEqual([expect.stringContaining('Release fails')])
  })

  test('whose tests have an incident of their own gets none for its conclusion', async () => {
    for (let times = 0; times < 2; times++) await stage.push(ONE_FAILS)
    expect(openIssues()).toHaveLength(1)
    for (let times = 0; times < 3; times++) await seen(ran('failure', { file: 'ci.yml', name: 'CI' }))
    expect(stage.issues()).toHaveLength(1)
    for (let times = 0; times < 2; times++) await seen(ran('failure'))
    expect(stage.issues()).toHaveLength(2)
  })

  test('that is critical stops the line with its first failure', async () => {
    await restage(`${CONFIG}  workflow-severity: critical\n  freeze: { when: critical }\n`)
    const broken = await seen(ran('failure'))
    expect(openIssues()).toHaveLength(1)
    expect(pageOf(broken)).toContain('Nothing is merged from now on.')
    expect((await stage.ask()).outputs.get('line-stopped')).toBe('true')
    await seen(ran('success'))
    await seen(ran('success'))
    expect((await stage.ask()).outputs.get('line-stopped')).toBe('false')
  })

  test('without leave to look at runs the page says what to grant, and the event alone is counted', async () => {
    await restage(CONFIG, { isPrivate: true })
    const { actions: _actions, ...permissions } = KEEPING
    const first = await seen(ran('failure'), { permissions })
    expect(pageOf(first)).toContain('`permissions: actions: read`')
    expect(first.exitCode).toBe(0)
    expect(stage.issues()).toEqual([])
  })
})

describe('a run that is expected', () => {
  const EXPECTING = `${CONFIG}  expected-runs: { nightly.yml: 24h }\n`
  const nightly = { file: 'nightly.yml', name: 'Nightly', event: 'schedule' }

  /** Any run of the default branch looks. */
  const look = () => stage.sweep({ name: 'schedule', payload: { schedule: '17 * * * *', ...REPOSITORY } })
  const REPOSITORY = { repository: { full_name: 'octo-org/example', default_branch: 'main' } }

  beforeEach(() => restage(EXPECTING))

  test('and did not happen is an incident of its own, which ends when it runs again', async () => {
    ran('success', { ...nightly, createdAt: ago(31 * HOUR_MS) })
    const late = await look()
    const [issue] = stage.issues()
    expect(issue).toMatchObject({ state: 'open', title: expect.stringContaining('nightly.yml does not run') })
    expect(pageOf(late)).toContain('Its last scheduled run began 20')
    expect(pageOf(late)).toContain('It is to run every 24h, so 1 run did not happen.')
    await look()
    expect(stage.issues()).toHaveLength(1)
    // That somebody tried it by hand brings no schedule back.
    ran('success', { ...nightly, event: 'workflow_dispatch', createdAt: ago(HOUR_MS) })
    await look()
    expect(issue?.state).toBe('open')
    ran('failure', { ...nightly, createdAt: ago(MINUTE_MS) })
    await look()
    expect(issue).toMatchObject({ state: 'closed', stateReason: 'completed' })
  })

  test('is not late within its grace', async () => {
    ran('success', { ...nightly, createdAt: ago(29 * HOUR_MS) })
    await look()
    expect(stage.issues()).toEqual([])
  })

  test('of a workflow that somebody disabled is missed at once when its time has come', async () => {
    const { github, repository } = stage.scenario
    addWorkflow(github.state, repository, { file: 'nightly.yml', name: 'Nightly', state: 'disabled_inactivity' })
    ran('success', { ...nightly, createdAt: ago(25 * HOUR_MS) })
    const page = pageOf(await look())
    expect(openIssues().map(({ title }) => title)).toEqual([expect.stringContaining('nightly.yml is disabled')])
    expect(page).toContain('enable it under Actions')
  })

  test('of a new workflow is not late at once, and is when its first time has passed', async () => {
    const { github, repository } = stage.scenario
    const made = (createdAt: string) =>
      addWorkflow(github.state, repository, { file: 'nightly.yml', name: 'Nightly', createdAt })
    made(ago(2 * HOUR_MS))
    await look()
    expect(stage.issues()).toEqual([])
    made(ago(31 * HOUR_MS))
    const page = pageOf(await look())
    expect(openIssues()).toHaveLength(1)
    expect(page).toContain('No scheduled run of it began since 20')
  })

  test('of a workflow that GitHub does not know names what may be wrong', async () => {
    const page = pageOf(await look())
    expect(openIssues().map(({ title }) => title)).toEqual([expect.stringContaining('nightly.yml is gone')])
    expect(page).toContain('`expected-runs` misspells it')
  })

  test('that nobody may look at opens and ends nothing, and the page says what to grant', async () => {
    await restage(EXPECTING, { isPrivate: true })
    const { actions: _actions, ...permissions } = KEEPING
    const result = await stage.sweep({ name: 'schedule', payload: REPOSITORY }, { permissions })
    expect(stage.issues()).toEqual([])
    expect(pageOf(result)).toContain('`permissions: actions: read`')
  })
})
