import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import type { HistoryRecord } from '../../packages/core/src/model/history-record.js'
import { writeZip } from '../../packages/testkit/src/archives/write-zip.js'
import type { Comment } from '../../packages/testkit/src/fake-github/repository.js'
import { addArtifact } from '../../packages/testkit/src/fake-github/resources/artifacts.js'
import { addWorkflowJob } from '../../packages/testkit/src/fake-github/resources/workflow-runs.js'
import { checkout } from '../../packages/testkit/src/git-remote/checkout.js'
import { nodes } from './support/bundled-action.js'
import { type DefaultBranch, mergeOnTip, openDefaultBranch } from './support/default-branch.js'
import {
  addForkPull,
  ENTRY,
  FLAKY_ENTRY,
  forge,
  PUBLISHING,
  publish,
  upload,
  workflowRunEvent,
  writePolicy,
} from './support/publishing.js'
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
/** Of the default branch, and the merge of pull request 7 on top of it. */
let main: DefaultBranch
let merge: string
/** Number of the simulated run whose jobs hand over and publish. */
let run: number

beforeEach(async () => {
  run = 1
  scenario = await createScenario()
  main = openDefaultBranch(scenario)
  merge = scenario.merge
  policy()
})

afterEach(async () => {
  expect(scenario.github.violations).toEqual([])
  await scenario.close()
})

const KEEPING = { ...PUBLISHING, contents: 'write' } as const
const HISTORY_REF = 'refs/heads/testwarden-history'
const HISTORY = { history: 'git:testwarden-history' }
const ALL_PASS: Outcomes = { adds: 'P', rounds: 'P', refunds: 'P', webhook: 'P' }

function policy(more = ''): void {
  writePolicy(scenario, `history: git:testwarden-history\nflaky:\n  new-failures: 0\n${more}`, main.tip)
}

interface LegJob extends Partial<Job> {
  readonly os: string
  readonly attempt?: string
  /** What the simulated run lists of the job; null: nothing, as it was listed before. */
  readonly listed?: 'success' | null
}

/** One leg of a matrix, which hands its evidence over. */
async function leg(outcomes: Outcomes, { os, attempt = '1', listed = 'success', ...more }: LegJob): Promise<Buffer> {
  const result = await scenario.run({
    action: 'flaky-detector',
    event: pullRequestEvent({ head: scenario.head, base: main.tip }),
    checkout: { ref: 'refs/pull/7/merge', depth: 2 },
    written: { 'report.xml': junitReport(outcomes) },
    matrix: { os },
    ...more,
    with: { mode: 'collect', ...HISTORY, ...more.with },
    github: { sha: merge, run_id: String(run), run_attempt: attempt, ...more.github },
  })
  const path = result.outputs.get('evidence-path')
  if (path === undefined) throw new Error(`the leg left no evidence:\n${result.log.join('\n')}`)
  const evidence = readFileSync(path)
  if (listed !== null) listJob(os)
  handOver(`${os}-${attempt}`, evidence)
  return evidence
}

function handOver(name: string, evidence: Buffer): void {
  const zip = writeZip([{ name: FLAKY_ENTRY, content: evidence }])
  addArtifact(scenario.github.state, scenario.repository, { run, name: `testwarden-evidence-${name}`, zip })
}

function listJob(os: string, conclusion: string | null = 'success'): void {
  addWorkflowJob(scenario.github.state, scenario.repository, { run, name: `test (${os})`, conclusion })
}

/** Publishes where a history on a branch is known: elsewhere the server's address tells, which is no path on disk. */
function publishKeeping(more: Partial<Job>): Promise<JobResult> {
  const workspace = join(scenario.folder('publish'), 'workspace')
  checkout(scenario.remote, { folder: workspace, ref: 'refs/heads/main' })
  return publish(scenario, { permissions: KEEPING, workspace, ...more })
}

function publishChange(more: Partial<Job> = {}): Promise<JobResult> {
  const event = pullRequestEvent({ head: scenario.head, base: main.tip })
  return publishKeeping({ event, ...more, github: { sha: merge, run_id: String(run), ...more.github } })
}

/** The run of a fork's pull request, reported by the workflow that may write. */
function publishFork(): Promise<JobResult> {
  const github = { sha: main.tip, run_id: '2', workflow: 'Publish' }
  return publishKeeping({ event: workflowRunEvent(scenario), github })
}

/** A commit of the default branch with its legs, published: each outcome list by its operating system. */
async function push(legs: Readonly<Record<string, Outcomes>>): Promise<JobResult> {
  const number = scenario.repository.commits.size
  const sha = main.commit()
  merge = mergeOnTip(scenario, sha)
  policy()
  run = 100 + number
  const github = { sha, run_id: String(run) }
  const job = { event: pushEvent(sha), checkout: { ref: 'refs/heads/main', depth: 1 }, github }
  for (const [os, outcomes] of Object.entries(legs)) await leg(outcomes, { os, ...job })
  const result = await publishKeeping({ event: job.event, github })
  run = 1
  return result
}

function both(outcomes: Outcomes): Readonly<Record<string, Outcomes>> {
  return { linux: outcomes, windows: outcomes }
}

/** What the history branch has now, oldest first. */
function records(): readonly HistoryRecord[] {
  const folder = join(scenario.folder('history'), 'checkout')
  if (scenario.remote.refSha(HISTORY_REF) === null) return []
  checkout(scenario.remote, { folder, ref: HISTORY_REF })
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.jsonl'))
    .flatMap((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8').trimEnd().split('\n'))
    .map((line): HistoryRecord => JSON.parse(line))
    .sort((left, right) => (left.time < right.time ? -1 : 1))
}

function told(): readonly (readonly unknown[])[] {
  return records().map(({ key, trust, testedSha }) => [JSON.parse(key.matrix).os, trust, testedSha.slice(0, 7)])
}

function comments(): Comment[] {
  return [...scenario.repository.comments.values()]
}

describe.each(nodes())('a matrix of three legs on $name', ({ path: nodePath }) => {
  test('a flake in one and a failure in two are two tests, each by its worst leg', async () => {
    for (const outcomes of [{ ...ALL_PASS, webhook: 'FP' }, ALL_PASS])
      await push({ ...both(outcomes), macos: outcomes })
    await leg({ ...ALL_PASS, webhook: 'FP' }, { os: 'linux' })
    await leg({ ...ALL_PASS, rounds: 'F' }, { os: 'windows' })
    await leg({ ...ALL_PASS, rounds: 'F' }, { os: 'macos' })
    const result = await publishChange({ nodePath })
    expect([result.exitCode, result.outputs.get('outcome')]).toEqual([1, 'fail'])
    expect(result.outputs.get('new-failures')).toBe('1')
    const [comment, ...more] = comments()
    expect(more).toEqual([])
    expect(comment?.body).toContain('1 failure, 1 passed when retried; 4 reported')
    expect(comment?.body).toContain('`rounds` fails: a new failure')
    expect(comment?.body).toContain('Fails in 2 of 3 legs.')
    expect(comment?.body).toContain('Passed when retried: 1 test')
    expect(comment?.body).toContain('Its last 2 commits on the default branch: 2 attempts passed, none failed.')
  })
})

describe('the records of a pull request', () => {
  test('are kept as its own word, for what later runs know of flakes and for nothing else', async () => {
    await push(both(ALL_PASS))
    await leg({ ...ALL_PASS, webhook: 'FP' }, { os: 'linux' })
    await leg(ALL_PASS, { os: 'windows' })
    const result = await publishChange()
    expect(result.exitCode).toBe(0)
    expect(told().slice(2)).toEqual([
      ['linux', 'pull-request', merge.slice(0, 7)],
      ['windows', 'pull-request', merge.slice(0, 7)],
    ])
    const [kept] = records().slice(2)
    expect(kept).toMatchObject({ pullRequest: 7, event: 'pull_request', baseSha: main.tip })
    expect(kept?.needs).toHaveLength(1)
    // A contradiction elsewhere is evidence of 2, so the next failure is a known flake; it is under no quarantine.
    const next = await push({ linux: { ...ALL_PASS, webhook: 'F' }, windows: ALL_PASS })
    expect(next.summary).toContain('`webhook` failed: a known flake')
    expect(next.summary).toContain('1 attempt passed, 1 flaky failure')
  })

  test('are written once, however often the run is published', async () => {
    await push(both(ALL_PASS))
    await leg({ ...ALL_PASS, webhook: 'FP' }, { os: 'linux' })
    await publishChange()
    const before = records()
    // Something else was recorded meanwhile, on which the record would rest if it were made anew.
    await push(both({ ...ALL_PASS, another: 'P' }))
    const count = records().length
    const event = pullRequestEvent({ head: scenario.head, base: before[0]?.testedSha ?? '' })
    const again = await publishKeeping({ event, github: { sha: before.at(-1)?.testedSha, run_attempt: '2' } })
    expect(again.log.join('\n')).not.toContain('The history:')
    expect(records()).toHaveLength(count)
    expect(records()).toEqual(expect.arrayContaining([...before]))
  })

  test('are not written without the permission, which is said, and the verdict is as it was', async () => {
    await leg(ALL_PASS, { os: 'linux' })
    const env = { PATH: scenario.folder('no-programs') }
    const result = await publishChange({ permissions: PUBLISHING, env })
    expect([result.exitCode, result.outputs.get('outcome')]).toEqual([0, 'pass'])
    expect(result.summary).toContain('contents: write')
  })

  test('of a gate in the pull request’s own job are left to the one who publishes', async () => {
    const result = await scenario.run({
      action: 'flaky-detector',
      event: pullRequestEvent({ head: scenario.head, base: main.tip }),
      checkout: { ref: 'refs/pull/7/merge', depth: 2 },
      written: { 'report.xml': junitReport(ALL_PASS) },
      with: HISTORY,
      permissions: KEEPING,
      github: { sha: merge },
    })
    expect(result.exitCode).toBe(0)
    expect(records()).toEqual([])
  })
})

describe('a fork', () => {
  test('leaves records as a fork, of the run that tested', async () => {
    addForkPull(scenario)
    await leg({ ...ALL_PASS, webhook: 'FP' }, { os: 'linux' })
    await publishFork()
    const [record] = records()
    expect(record).toMatchObject({
      trust: 'fork',
      event: 'pull_request',
      pullRequest: 8,
      key: { workflow: 'CI', run: '1', job: 'test' },
    })
  })

  test('cannot say what it is, what was before, or when', async () => {
    await push(both(ALL_PASS))
    await push(both(ALL_PASS))
    addForkPull(scenario)
    const evidence = await leg({ ...ALL_PASS, webhook: 'F' }, { os: 'linux' })
    scenario.repository.artifacts.delete([...scenario.repository.artifacts.keys()].at(-1) ?? 0)
    handOver(
      'forged',
      forge(evidence, (file) => forgedPast(file)),
    )
    await publishFork()
    const [comment] = comments()
    expect(comment?.body).toContain('`webhook` fails: a new failure')
    expect(comment?.body).toContain('Its last 2 commits on the default branch: 2 attempts passed, none failed.')
    const record = records().find(({ trust }) => trust === 'fork')
    expect(record).toMatchObject({ trust: 'fork', branch: 'patch-1' })
    expect(Date.parse(record?.time ?? '')).toBeLessThan(Date.now())
    expect(JSON.stringify(record)).not.toContain('2099')
  })

  test('whose own run publishes keeps nothing there: its token may only read', async () => {
    await leg(ALL_PASS, { os: 'linux' })
    const event = pullRequestEvent({ head: scenario.head, base: main.tip })
    const fork = structuredClone(event)
    Object(fork.payload).pull_request.head.repo = { full_name: 'stranger/example' }
    const result = await publishChange({ event: fork })
    expect(result.outputs.get('outcome')).toBe('pass')
    expect(records()).toEqual([])
    expect(result.log.join('\n')).not.toContain('The history:')
  })
})

/** The evidence of a stranger who wants a flake excused, a baseline, and the last word. */
function forgedPast(file: Record<string, unknown>): object {
  const run = { ...Object(file.run), isBaseline: true, branch: 'main', event: 'push', now: '2099-01-01T00:00:00Z' }
  const [own] = Object(file.facts).legs
  const key = own.tests.find((each: { key: string }) => each.key.endsWith('webhook')).key
  const entry = { key, since: '2020-01-01', expires: '2098-01-01', reason: 'r', owner: 'o', ratePpm: 1, left: null }
  const contradiction = { key, tree: 'd'.repeat(40), failed: 9, passed: 9, time: '2025-01-01T00:00:00Z' }
  const contradictions = [{ ...contradiction, pullRequest: null }]
  const past = { ...own.past, contradictions, quarantines: [entry] }
  return { ...file, run, facts: { legs: [{ ...own, past }] } }
}

describe('the default branch', () => {
  test('keeps the legs that are there when others are cancelled: that is when a test fails', async () => {
    const event = pushEvent(main.tip)
    const github = { sha: main.tip }
    const job = { event, github, checkout: { ref: 'refs/heads/main', depth: 1 } }
    await leg({ ...ALL_PASS, adds: 'F' }, { os: 'linux', ...job })
    listJob('windows', 'cancelled')
    const result = await publishKeeping({ event, github })
    expect(result.outputs.get('outcome')).toBe('fail')
    expect(told()).toEqual([['linux', 'default-branch', main.tip.slice(0, 7)]])
  })

  test('keeps a run that was stopped as partial, and nothing of one without tests', async () => {
    const event = pushEvent(main.tip)
    const github = { sha: main.tip }
    const job = { event, github, checkout: { ref: 'refs/heads/main', depth: 1 } }
    const whole = junitReport(ALL_PASS)
    await leg({}, { os: 'linux', ...job, written: { 'report.xml': whole.slice(0, whole.indexOf('</testsuite>')) } })
    await leg({}, { os: 'windows', ...job })
    await publishKeeping({ event, github })
    expect(told()).toEqual([['linux', 'default-branch', main.tip.slice(0, 7)]])
    expect(records()[0]?.body).toMatchObject({ isWhole: false })
  })
})

describe('two gates in one step', () => {
  test('of each leg are handed over together, and are one comment', async () => {
    policy('coverage:\n  patch:\n    line: 90\n')
    const written = {
      'report.xml': junitReport({ ...ALL_PASS, adds: 'F' }),
      'coverage.xml': scenario.project.reports.change,
    }
    const collected = await scenario.run({
      action: 'gates',
      event: pullRequestEvent(scenario),
      checkout: { ref: 'refs/pull/7/merge', depth: 2 },
      written,
      with: { skip: 'perf' },
      matrix: { os: 'linux' },
      github: { sha: merge },
    })
    const paths = collected.outputs.get('evidence-path')?.split('\n') ?? []
    expect(paths.map((path) => basename(path))).toEqual([ENTRY, FLAKY_ENTRY])
    listJob('linux')
    const entries = paths.map((path) => ({ name: basename(path), content: readFileSync(path) }))
    upload(scenario, 'linux', entries)
    const result = await publishChange()
    expect(result.exitCode).toBe(1)
    const [comment, ...more] = comments()
    expect(more).toEqual([])
    expect(comment?.body).toContain('| new code tested | ❌ fail | 26 of 31 lines (83.9 %) | at least 90 % |')
    expect(comment?.body).toContain('| tests | ❌ fail | 1 failure; 4 reported | no new failure |')
  })
})

describe('legs of a matrix', () => {
  test('that are missing leave the verdict open, and the records of the others are kept', async () => {
    await leg(ALL_PASS, { os: 'linux' })
    listJob('windows', 'cancelled')
    const result = await publishChange()
    expect(result.outputs.get('outcome')).toBe('inconclusive')
    expect(result.summary).toContain('test (windows)')
    expect(told()).toEqual([['linux', 'pull-request', merge.slice(0, 7)]])
  })

  test('that were uploaded twice count once, and are one record', async () => {
    const evidence = await leg({ ...ALL_PASS, adds: 'F' }, { os: 'linux' })
    handOver('again', evidence)
    const result = await publishChange()
    expect(result.outputs.get('new-failures')).toBe('1')
    expect(told()).toHaveLength(1)
  })

  test('that ran again replace what they said, and both attempts are kept as what they were', async () => {
    await leg({ ...ALL_PASS, adds: 'F' }, { os: 'linux' })
    await leg(ALL_PASS, { os: 'windows' })
    expect((await publishChange()).outputs.get('outcome')).toBe('fail')
    await leg(ALL_PASS, { os: 'linux', attempt: '2', listed: null })
    const again = await publishChange({ github: { run_attempt: '2' } })
    expect(again.outputs.get('outcome')).toBe('pass')
    expect(again.summary).toContain('test (windows): evidence of attempt 1')
    expect(
      records()
        .map(({ key }) => [JSON.parse(key.matrix).os, key.attempt])
        .sort(),
    ).toEqual([
      ['linux', 1],
      ['linux', 2],
      ['windows', 1],
    ])
  })
})

describe('issues', () => {
  test('are read and kept by the job that publishes', async () => {
    await push({ linux: { ...ALL_PASS, webhook: 'FP' }, windows: ALL_PASS })
    await push({ linux: { ...ALL_PASS, webhook: 'F' }, windows: ALL_PASS })
    policy('  issues: on\n')
    const pushed = [...scenario.repository.artifacts.values()].at(-1)?.run
    const job: Partial<Job> = {
      event: pushEvent(main.tip),
      github: { sha: main.tip, run_id: String(pushed) },
      permissions: { ...KEEPING, issues: 'write' },
    }
    await publishKeeping(job)
    const opened = () => [...scenario.repository.issues.values()].filter(({ author }) => author !== 'octocat')
    expect(opened().map(({ title, state }) => [title, state])).toEqual([
      ['Test fails: acme.RefundTest › webhook', 'open'],
    ])
    const writes = () =>
      scenario.github.requests.filter(({ method, path }) => method !== 'GET' && path.includes('/issues'))
    const before = writes().length
    await publishKeeping(job)
    expect(writes()).toHaveLength(before)
  })
})
