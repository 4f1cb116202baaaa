import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import type { HistoryRecord } from '../../packages/core/src/model/history-record.js'
import { writeZip } from '../../packages/testkit/src/archives/write-zip.js'
import { addArtifact } from '../../packages/testkit/src/fake-github/resources/artifacts.js'
import { addWorkflowJob } from '../../packages/testkit/src/fake-github/resources/workflow-runs.js'
import { checkout } from '../../packages/testkit/src/git-remote/checkout.js'
import { ALL_PASS, type IncidentStage, ONE_FAILS, pageOf, stageIncidents } from './support/incident-stage.js'
import { addForkPull, publish, workflowRunEvent, writePolicy } from './support/publishing.js'
import { type Job, type JobResult, pullRequestEvent, pushEvent } from './support/scenario.js'
import { junitReport, type Outcomes } from './support/test-report.js'

let stage: IncidentStage
let run: number
let config: string

const CONFIG = `
history: git:testwarden-history
incidents:
  issues: on
`

const ENTRY = 'incidents.evidence.v1.json.gz'
const PUBLISHING = {
  actions: 'read',
  contents: 'write',
  issues: 'write',
  pull_requests: 'write',
  checks: 'write',
} as const

beforeEach(async () => {
  config = CONFIG
  stage = await stageIncidents(config)
  run = 1000
})

afterEach(async () => {
  expect(stage.scenario.github.violations).toEqual([])
  await stage.close()
})

/** One leg of the matrix, which collects and hands over. */
async function leg(os: string, outcomes: Outcomes, job: Partial<Job> & Pick<Job, 'event'>): Promise<void> {
  const { scenario } = stage
  const result = await scenario.run({
    action: 'incident-escalator',
    checkout: { ref: 'refs/heads/main', depth: 1 },
    written: { 'report.xml': junitReport(outcomes) },
    matrix: { os },
    with: { mode: 'collect' },
    ...job,
  })
  expect([result.exitCode, result.outputs.get('incident-count')]).toEqual([0, expect.anything()])
  const zip = writeZip([{ name: ENTRY, content: readFileSync(result.outputs.get('evidence-path') ?? '') }])
  addArtifact(scenario.github.state, scenario.repository, { run, name: `testwarden-evidence-${os}`, zip })
  listJob(os)
}

function listJob(os: string, conclusion = 'success'): void {
  const { github, repository } = stage.scenario
  addWorkflowJob(github.state, repository, { run, name: `test (${os})`, conclusion })
}

/** A push whose legs hand over, and the job that joins them. */
async function push(legs: Readonly<Record<string, Outcomes>>, { missing = [] as readonly string[] } = {}) {
  const sha = stage.commit()
  writePolicy(stage.scenario, config, sha)
  run++
  const event = pushEvent(sha)
  const github = { sha, run_id: String(run) }
  for (const [os, outcomes] of Object.entries(legs)) await leg(os, outcomes, { event, github })
  for (const os of missing) listJob(os, 'failure')
  return joinLegs({ event, github })
}

function joinLegs(job: Partial<Job>): Promise<JobResult> {
  const workspace = join(stage.scenario.folder('publish'), 'workspace')
  checkout(stage.scenario.remote, { folder: workspace, ref: 'refs/heads/main' })
  return publish(stage.scenario, { permissions: PUBLISHING, workspace, ...job })
}

const SYSTEMS = ['linux', 'macos', 'windows', 'alpine', 'freebsd']

function all(outcomes: Outcomes, systems = SYSTEMS): Readonly<Record<string, Outcomes>> {
  return Object.fromEntries(systems.map((os) => [os, outcomes]))
}

/** What the history has of incidents, oldest first. */
function records(): readonly HistoryRecord[] {
  const folder = join(stage.scenario.folder('history'), 'checkout')
  checkout(stage.scenario.remote, { folder, ref: 'refs/heads/testwarden-history' })
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.jsonl'))
    .flatMap((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8').trimEnd().split('\n'))
    .map((line): HistoryRecord => JSON.parse(line))
    .filter(({ key }) => key.action === 'incident-escalator')
}

describe('five legs that fail for one cause', () => {
  test('are one incident of the whole, with one record of it, which ends when all of them are green twice', async () => {
    const first = await push(all(ONE_FAILS))
    expect(stage.issues()).toEqual([])
    expect(pageOf(first)).toContain('seen 1 of 2 times')
    const written = records()
    expect(written.map(({ key, trust }) => [key.job, key.matrix, trust]).sort()).toEqual([
      ['publish', '{}', 'default-branch'],
      ...SYSTEMS.toSorted().map((os) => ['test', `{"os":"${os}"}`, 'default-branch']),
    ])
    await push(all(ONE_FAILS))
    const [issue, ...others] = stage.issues()
    expect(others).toEqual([])
    expect(issue?.title).toContain('case_3')
    expect(issue?.body).toContain('5 of 60 tests')
    await push({ ...all(ALL_PASS), windows: ONE_FAILS })
    await push(all(ALL_PASS))
    expect(issue?.state).toBe('open')
    await push(all(ALL_PASS))
    expect(issue?.state).toBe('closed')
    expect(stage.issues()).toHaveLength(1)
  })

  test('publishing a run again counts it once', async () => {
    await push(all(ONE_FAILS, ['linux', 'macos']))
    const again = { event: pushEvent(stage.tip), github: { sha: stage.tip, run_id: String(run), run_attempt: '2' } }
    await joinLegs(again)
    expect(stage.issues()).toEqual([])
  })
})

describe('a leg that is missing', () => {
  test('shows no green: it may be the one that is broken', async () => {
    await stage.close()
    config = `${CONFIG}  close-after: 1\n`
    stage = await stageIncidents(config)
    for (let times = 0; times < 2; times++) await push(all(ONE_FAILS, ['linux', 'macos']))
    const [issue] = stage.issues()
    expect(issue?.state).toBe('open')
    for (let times = 0; times < 2; times++) await push(all(ALL_PASS, ['linux']), { missing: ['macos'] })
    expect(issue?.state).toBe('open')
    await push(all(ALL_PASS, ['linux', 'macos']))
    expect(issue?.state).toBe('closed')
  })

  test('hides nothing that the others tell', async () => {
    for (let times = 0; times < 2; times++) await push(all(ONE_FAILS, ['linux']), { missing: ['macos'] })
    const page = await push(all(ONE_FAILS, ['linux']), { missing: ['macos'] })
    expect(pageOf(page)).toContain('test (macos)')
    expect(stage.issues()).toHaveLength(1)
  })
})

describe('a change', () => {
  test('opens nothing, whatever its legs say, and nor does the workflow that publishes a fork’s', async () => {
    const { scenario } = stage
    const policy = `${CONFIG}  expected-runs: { nightly.yml: 24h }\n`
    writePolicy(scenario, policy)
    run = 1
    const github = { sha: scenario.merge, run_id: '1' }
    const event = pullRequestEvent(scenario)
    const pull = { event, checkout: { ref: 'refs/pull/7/merge', depth: 2 }, github }
    for (const os of ['linux', 'macos']) await leg(os, ONE_FAILS, pull)
    const own = await joinLegs({ event, github })
    expect(own.outputs.get('outcome')).toBe('warn')
    addForkPull(scenario)
    const fork = await joinLegs({
      event: workflowRunEvent(scenario),
      github: { sha: scenario.base, run_id: '2', workflow: 'Publish' },
    })
    expect(fork.log.join('\n')).not.toContain('incident was opened')
    expect(stage.issues()).toEqual([])
  })
})
