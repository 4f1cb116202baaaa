import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import type { TokenGrant } from '../../packages/testkit/src/fake-github/permissions.js'
import { grantOf, rowsBelow } from './support/permission-rows.js'
import { addForkPull, publish, runLeg, workflowRunEvent, writePolicy } from './support/publishing.js'
import { createScenario, type Job, type JobResult, pushEvent, type Scenario } from './support/scenario.js'
import { junitReport } from './support/test-report.js'

const FEATURES = rowsBelow('## Of publish')
const HISTORY = 'refs/heads/testwarden-history'

let scenario: Scenario

beforeEach(async () => {
  scenario = await createScenario({ isPrivate: true })
})

afterEach(async () => {
  expect(scenario.github.violations).toEqual([])
  await scenario.close()
})

interface Proof {
  /** What the job is besides its permissions, once everything is there that it needs. */
  prepare(): Promise<Partial<Job>>
  isThere(result: JobResult): boolean
}

async function onPullRequest(): Promise<Partial<Job>> {
  writePolicy(scenario, 'coverage:\n  patch:\n    line: 90\n')
  await runLeg(scenario, { node: '24' })
  return {}
}

async function onFork(): Promise<Partial<Job>> {
  await onPullRequest()
  return reportedFork()
}

function reportedFork(): Partial<Job> {
  addForkPull(scenario)
  const github = { sha: scenario.base, run_id: '2', workflow: 'Publish' }
  return { event: workflowRunEvent(scenario), github }
}

/** Without git on the machine, so that the history is written by the API, which knows permissions. */
async function onDefaultBranch(): Promise<Partial<Job>> {
  writePolicy(scenario, 'history: git:testwarden-history\n')
  const event = pushEvent(scenario.base)
  const github = { sha: scenario.base, ref: 'refs/heads/main' }
  const written = { 'coverage.xml': scenario.project.reports.base }
  await runLeg(scenario, { node: '24', event, github, written, checkout: { ref: 'refs/heads/main' } })
  return { event, github, env: { PATH: scenario.folder('no-programs') } }
}

/** Tests of the pull request, whose run may be kept as its own word. */
async function onTests(): Promise<Partial<Job>> {
  writePolicy(scenario, 'history: git:testwarden-history\n')
  const written = { 'report.xml': junitReport({ adds: 'P' }) }
  await runLeg(scenario, { node: '24', action: 'flaky-detector', written })
  return { env: { PATH: scenario.folder('no-programs') } }
}

async function onTestsOfFork(): Promise<Partial<Job>> {
  return { ...(await onTests()), ...reportedFork() }
}

function commentCount(): number {
  return scenario.repository.comments.size
}

function hasHistory(): boolean {
  return scenario.repository.refs.has(HISTORY)
}

const PROOFS: Readonly<Record<string, Proof>> = {
  'one verdict over the legs of a matrix': {
    prepare: onPullRequest,
    isThere: ({ outputs }) => outputs.get('outcome') === 'fail',
  },
  'the same with comment and check run': {
    prepare: onPullRequest,
    isThere: ({ exitCode }) => exitCode === 1 && commentCount() === 1 && scenario.repository.checkRuns.size === 1,
  },
  "comment on a fork's pull request": {
    prepare: onFork,
    isThere: ({ outputs }) => outputs.get('outcome') === 'fail' && commentCount() === 1,
  },
  'history on a branch, on a push to the default branch': {
    prepare: onDefaultBranch,
    isThere: hasHistory,
  },
  'test runs of a pull request in a history on a branch': { prepare: onTests, isThere: hasHistory },
  "test runs of a fork's pull request, on `workflow_run`": { prepare: onTestsOfFork, isThere: hasHistory },
}

async function run(proof: Proof | undefined, permissions: TokenGrant['permissions']): Promise<JobResult> {
  return publish(scenario, { ...(await proof?.prepare()), permissions })
}

/** Each line of a block, with the block in which that line grants one step less. */
function withOneLess(cell: string): (readonly [line: string, cell: string])[] {
  const lines = [...cell.matchAll(/[a-z-]+: (?:read|write)/g)].map(([line]) => line)
  return lines.map((line) => [line, cell.replace(line, line.endsWith('write') ? line.replace('write', 'read') : '')])
}

test('every row of the page has a proof, and every proof a row', () => {
  expect(FEATURES.map(([feature]) => feature).sort()).toEqual(Object.keys(PROOFS).sort())
})

describe.each(FEATURES)('%s', (feature = '', cell = '') => {
  test('works with what the page asks for', async () => {
    const result = await run(PROOFS[feature], grantOf(cell))
    expect(PROOFS[feature]?.isThere(result)).toBe(true)
  })

  test.each(withOneLess(cell))('needs %s, and its name is told', async (line, less) => {
    const result = await run(PROOFS[feature], grantOf(less))
    expect(PROOFS[feature]?.isThere(result)).toBe(false)
    expect(`${result.log.join('\n')}\n${result.summary}`).toContain(line)
  })
})
