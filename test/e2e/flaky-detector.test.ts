import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import type { FileChanges } from '../../packages/testkit/src/git-remote/git-remote.js'
import { nodes } from './support/bundled-action.js'
import { type DefaultBranch, mergeOnTip, openDefaultBranch } from './support/default-branch.js'
import { createScenario, type JobResult, pullRequestEvent, pushEvent, type Scenario } from './support/scenario.js'
import { junitReport, type Outcomes } from './support/test-report.js'

let scenario: Scenario
/** Of the default branch. */
let main: DefaultBranch
let merge: string

beforeEach(async () => {
  scenario = await createScenario()
  main = openDefaultBranch(scenario)
  merge = scenario.merge
})

afterEach(async () => {
  expect(scenario.github.violations).toEqual([])
  await scenario.close()
})

const HISTORY = { history: 'git:testwarden-history' }
const STRICT = { ...HISTORY, 'new-failures': '0' }
const ALL_PASS: Outcomes = { adds: 'P', rounds: 'P', refunds: 'P', webhook: 'P' }
const FLAKY_ONCE: Outcomes = { ...ALL_PASS, webhook: 'FP' }

/** One more commit of the default branch, tested with these outcomes. */
async function push(outcomes: Outcomes, files: FileChanges = {}, className?: string): Promise<JobResult> {
  const number = scenario.repository.commits.size
  const sha = main.commit(files)
  merge = mergeOnTip(scenario, sha)
  return scenario.run({
    action: 'flaky-detector',
    event: pushEvent(sha),
    checkout: { ref: 'refs/heads/main', depth: 1 },
    written: { 'report.xml': junitReport(outcomes, className) },
    with: HISTORY,
    permissions: { contents: 'write' },
    github: { sha, run_id: String(100 + number) },
  })
}

/** A run of the pull request on top of all that was pushed. */
async function change(
  outcomes: Outcomes,
  job: {
    readonly with?: Readonly<Record<string, string>>
    readonly nodePath?: string
    readonly className?: string
  } = {},
): Promise<JobResult> {
  return scenario.run({
    action: 'flaky-detector',
    event: pullRequestEvent({ head: scenario.head, base: main.tip }),
    checkout: { ref: 'refs/pull/7/merge', depth: 2 },
    written: { 'report.xml': junitReport(outcomes, job.className) },
    with: { ...STRICT, ...job.with },
    github: { sha: merge },
    ...(job.nodePath === undefined ? {} : { nodePath: job.nodePath }),
  })
}

describe.each(nodes())('on $name', ({ path: nodePath }) => {
  test('a new failure is told from a known flake, each with what it rests on', async () => {
    for (const outcomes of [ALL_PASS, FLAKY_ONCE, ALL_PASS, ALL_PASS]) await push(outcomes)
    const result = await change({ ...ALL_PASS, rounds: 'F', webhook: 'F' }, { nodePath })
    expect(result.exitCode).toBe(1)
    expect(result.outputs.get('new-failures')).toBe('2')
    expect(result.summary).toContain('| tests | ❌ fail | 2 failures; 4 reported | no new failure | – |')
    expect(result.summary).toContain('### 1. `rounds` fails: a new failure')
    expect(result.summary).toContain(
      'Failed here. Its last 4 commits on the default branch: 4 attempts passed, none failed.',
    )
    expect(result.summary).toContain('### 2. `webhook` failed: a known flake')
    expect(result.summary).toContain('It is under no quarantine, so it counts.')
    expect(result.summary).toContain("'-Dtest=acme.RefundTest#rounds'")
    expect(result.summary).not.toContain('Worth knowing')
  })
})

describe('without a past', () => {
  test('a failure counts, because nobody can tell', async () => {
    const result = await change({ ...ALL_PASS, rounds: 'F' })
    expect([result.exitCode, result.outputs.get('outcome')]).toEqual([1, 'fail'])
    expect(result.summary).toContain('`rounds` fails, and nothing is known of its past')
    expect(result.summary).toContain('The history has no test runs yet')
  })

  test('a limit that nobody wrote only advises', async () => {
    const result = await change({ ...ALL_PASS, rounds: 'F' }, { with: { 'new-failures': '' } })
    expect([result.exitCode, result.outputs.get('outcome')]).toEqual([0, 'warn'])
  })
})

describe('a quarantine', () => {
  const policy = (since: string): string =>
    `flaky:\n  new-failures: 0\n  quarantine:\n    - {test: webhook, reason: waits for a clock, owner: acme/platform, issue: 471, since: ${since}}\n`
  const today = new Date().toISOString().slice(0, 10)

  test('of the base branch excuses a known flake, and says who answers for it', async () => {
    for (const outcomes of [ALL_PASS, FLAKY_ONCE, ALL_PASS]) await push(outcomes)
    await push(ALL_PASS, { '.github/testwarden.yml': policy(today) })
    const result = await change({ ...ALL_PASS, webhook: 'F' })
    expect([result.exitCode, result.outputs.get('outcome')]).toEqual([0, 'pass'])
    expect(result.summary).toContain('Excused: 1 flake')
    expect(result.summary).toContain('owner acme/platform, issue 471: waits for a clock')
  })

  test('does not excuse a test that always passed: that is a regression', async () => {
    for (const outcomes of [ALL_PASS, ALL_PASS, ALL_PASS]) await push(outcomes)
    await push(ALL_PASS, { '.github/testwarden.yml': policy(today) })
    expect((await change({ ...ALL_PASS, webhook: 'F' })).outputs.get('outcome')).toBe('fail')
  })

  test('that is over excuses nothing, and says so', async () => {
    for (const outcomes of [ALL_PASS, FLAKY_ONCE, ALL_PASS]) await push(outcomes)
    await push(ALL_PASS, { '.github/testwarden.yml': policy('2020-01-01') })
    const result = await change({ ...ALL_PASS, webhook: 'F' })
    expect(result.outputs.get('outcome')).toBe('fail')
    expect(result.summary).toContain('Its quarantine ended on 2020-01-15.')
  })

  test('that the change itself brings excuses nothing', async () => {
    await scenario.close()
    scenario = await createScenario({ changeFiles: { '.github/testwarden.yml': policy(today) } })
    main = openDefaultBranch(scenario)
    for (const outcomes of [ALL_PASS, FLAKY_ONCE, ALL_PASS]) await push(outcomes)
    const result = await change({ ...ALL_PASS, webhook: 'F' })
    expect(result.outputs.get('outcome')).toBe('fail')
    expect(result.summary).toContain('It is under no quarantine, so it counts.')
  })
})

test('an alias that the change itself brings gives no test the past and the excuse of another', async () => {
  const today = new Date().toISOString().slice(0, 10)
  const policy = `flaky:\n  new-failures: 0\n  quarantine:\n    - {test: webhook, reason: waits for a clock, owner: acme/platform, since: ${today}}\n`
  const alias = 'acme.RefundTest › webhook -> acme.RefundTest › rounds'
  await scenario.close()
  scenario = await createScenario({
    baseFiles: { '.github/testwarden.yml': policy },
    changeFiles: { '.github/testwarden.yml': `${policy}  aliases: [${JSON.stringify(alias)}]\n` },
  })
  main = openDefaultBranch(scenario)
  for (const outcomes of [ALL_PASS, FLAKY_ONCE, ALL_PASS, ALL_PASS]) await push(outcomes)
  const result = await change({ adds: 'P', rounds: 'F', refunds: 'P' })
  expect([result.exitCode, result.outputs.get('outcome')]).toEqual([1, 'fail'])
  expect(result.summary).toContain('`rounds` fails: a new failure')
})

describe('on the default branch', () => {
  test('a test that fails for three commits is broken since the first of them', async () => {
    for (const outcomes of [ALL_PASS, ALL_PASS, { ...ALL_PASS, adds: 'F' }, { ...ALL_PASS, adds: 'F' }])
      await push(outcomes)
    const result = await push({ ...ALL_PASS, adds: 'F' })
    expect(result.summary).toContain('`adds` is broken')
    expect(result.summary).toContain('Broken since')
  })

  test('an inherited failure is not the change’s', async () => {
    for (const outcomes of [ALL_PASS, ALL_PASS]) await push(outcomes)
    for (let times = 0; times < 3; times++) await push({ ...ALL_PASS, adds: 'F' })
    const result = await change({ ...ALL_PASS, adds: 'F' })
    expect(result.outputs.get('outcome')).toBe('pass')
    expect(result.summary).toContain('Failing on the base as well: 1 test')
  })

  test('a run that lacks tests says how many it expected', async () => {
    for (const outcomes of [ALL_PASS, ALL_PASS]) await push(outcomes)
    const result = await change({ adds: 'P' }, { with: { 'missing-tests': 'fail' } })
    expect(result.outputs.get('outcome')).toBe('fail')
    expect(result.summary).toContain('Expected 4, saw 1.')
  })
})

test('the story of a test goes on when its file is renamed', async () => {
  const content = Array.from({ length: 20 }, (_, line) => `line ${line}\n`).join('')
  await push(ALL_PASS, { 'tests/test_old.py': content }, 'tests.test_old')
  await push(FLAKY_ONCE, {}, 'tests.test_old')
  await push(ALL_PASS, { 'tests/test_old.py': null, 'tests/test_new.py': content }, 'tests.test_new')
  await push(ALL_PASS, {}, 'tests.test_new')
  const result = await change({ ...ALL_PASS, webhook: 'F' }, { className: 'tests.test_new' })
  expect(result.summary).toContain('`webhook` failed: a known flake')
  expect(result.summary).toContain('Its last 4 commits on the default branch: 4 attempts passed, 1 flaky failure.')
})

test('lists are written in the words of the runner', async () => {
  const result = await change({ ...ALL_PASS, adds: 'F', rounds: 'F' }, { with: { 'failed-list': 'failed.txt' } })
  expect(readFileSync(join(result.workspace, 'failed.txt'), 'utf8')).toBe("'-Dtest=acme.RefundTest#adds+rounds'\n")
})
