import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { addCommit } from '../../packages/testkit/src/fake-github/state.js'
import type { FileChanges } from '../../packages/testkit/src/git-remote/git-remote.js'
import { goBenchReport, type Times } from './support/bench-report.js'
import { nodes } from './support/bundled-action.js'
import { createScenario, type JobResult, pullRequestEvent, pushEvent, type Scenario } from './support/scenario.js'

let scenario: Scenario
/** Of the default branch. */
let tip: string
let merge: string

beforeEach(async () => {
  scenario = await createScenario()
  tip = scenario.base
  merge = scenario.merge
})

afterEach(async () => {
  expect(scenario.github.violations).toEqual([])
  await scenario.close()
})

const HISTORY = { history: 'git:testwarden-history' }
const MS = 1_000_000
const USUAL: Times = { Search: 120 * MS, Parse: 41 * MS, Export: 7 * MS }

interface Job {
  readonly with?: Readonly<Record<string, string>>
  readonly nodePath?: string
}

/** One more commit of the default branch, with these times. */
async function push(times: Times, files: FileChanges = {}, job: Job = {}): Promise<JobResult> {
  const number = scenario.repository.commits.size
  const message = `Push ${number}`
  const changed = { 'NEWS.md': `News ${number}.\n`, ...files }
  const sha = scenario.remote.commit({ parents: [tip], files: changed, message })
  scenario.remote.setRef('refs/heads/main', sha)
  addCommit(scenario.repository, { sha, parents: [tip] })
  tip = sha
  merge = scenario.remote.openPull(7, { base: tip, head: scenario.head })
  addCommit(scenario.repository, { sha: merge, parents: [tip, scenario.head] })
  return scenario.run({
    action: 'perf-regression',
    event: pushEvent(sha),
    checkout: { ref: 'refs/heads/main', depth: 1 },
    written: { 'bench.txt': goBenchReport(times) },
    with: { ...HISTORY, reports: 'bench.txt', ...job.with },
    permissions: { contents: 'write' },
    github: { sha, run_id: String(100 + number) },
    ...(job.nodePath === undefined ? {} : { nodePath: job.nodePath }),
  })
}

/** A run of the pull request on top of all that was pushed. */
async function change(times: Times, job: Job = {}): Promise<JobResult> {
  return scenario.run({
    action: 'perf-regression',
    event: pullRequestEvent({ head: scenario.head, base: tip }),
    checkout: { ref: 'refs/pull/7/merge', depth: 2 },
    written: { 'bench.txt': goBenchReport(times) },
    with: { ...HISTORY, reports: 'bench.txt', ...job.with },
    github: { sha: merge },
    ...(job.nodePath === undefined ? {} : { nodePath: job.nodePath }),
  })
}

describe.each(nodes())('on $name', ({ path: nodePath }) => {
  test('a budget is kept or broken whatever the past says', async () => {
    const result = await change(USUAL, { nodePath, with: { budgets: '*Search: 100ms\n*Parse: 50ms' } })
    expect([result.exitCode, result.outputs.get('outcome')]).toEqual([1, 'fail'])
    expect(result.summary).toContain('| budget of \\*Search | ❌ fail | 120 ms | at most 100ms | – |')
    expect(result.summary).toContain('| budget of \\*Parse | ✅ pass | 41 ms | at most 50ms | – |')
  })
})

describe('limits against the last run', () => {
  test('fail what is slower than they allow, and name the base', async () => {
    await push(USUAL)
    const slower = { ...USUAL, Parse: 52 * MS }
    const result = await change(slower, { with: { 'compare-fail': 'mean:10%' } })
    expect([result.exitCode, result.outputs.get('outcome')]).toEqual([1, 'fail'])
    expect(result.summary).toContain('`example.org/search.BenchmarkParse` changed beyond mean:10%: 41 ms became 52 ms.')
    expect((await change(slower, { with: { 'compare-fail': 'mean:30%' } })).exitCode).toBe(0)
  })

  test('are inconclusive in the first run, which fails nobody', async () => {
    const result = await change(USUAL, { with: { 'compare-fail': 'mean:10%' } })
    expect([result.exitCode, result.outputs.get('outcome')]).toEqual([0, 'inconclusive'])
    expect(result.summary).toContain('Nothing to compare with. The history has no benchmarks yet')
  })
})

test('a benchmark that is gone is missed, and not taken for fast', async () => {
  await push(USUAL)
  const { Parse: _parse, ...rest } = USUAL
  const result = await change(rest, { with: { 'missing-benchmarks': 'fail' } })
  expect([result.exitCode, result.outputs.get('outcome')]).toEqual([1, 'fail'])
  expect(result.summary).toContain(
    '1 benchmark of the last whole run or of the base is missing: `example.org/search.BenchmarkParse`.',
  )
})

test('what is ignored is ignored with a reason until its day, and then told', async () => {
  const rules = (expires: string): string =>
    `perf:\n  budgets: {'*Search': 100ms}\n  rules:\n    - {benchmark: '*Search', ignore: being rewritten, expires: ${expires}}\n`
  await push(USUAL, { '.github/testwarden.yml': rules('2999-01-01') })
  expect((await change(USUAL)).outputs.get('outcome')).not.toBe('fail')
  await push(USUAL, { '.github/testwarden.yml': rules('2020-01-01') })
  const result = await change(USUAL)
  expect(result.outputs.get('outcome')).toBe('fail')
  expect(result.summary).toContain('is ignored no more since 2020-01-01')
})
