import { readFileSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import type { VerdictFile } from '../../packages/core/src/files/verdict-file.js'
import { PUBLISHING, passingReport, pullRequestJob } from './support/jobs.js'
import { manyUntestedLines } from './support/many-untested-lines.js'
import { publish, runLeg, writePolicy } from './support/publishing.js'
import { createScenario, type Job, type JobResult, type Scenario } from './support/scenario.js'

/** A pull request's run asks GitHub for no more than this, comment and check run included. */
const CALLS_MAX = 8
/** With everything that can be switched on. */
const FULL_CALLS_MAX = 12

let scenario: Scenario

beforeEach(async () => {
  scenario = await createScenario()
})

afterEach(async () => {
  expect(scenario.github.violations).toEqual([])
  await scenario.close()
})

/** At the head and depth 1, so that the merge base must be asked for too: the job with the most requests. */
function run(id: number, more: Partial<Job> = {}): Promise<JobResult> {
  const checkout = { ref: scenario.head, depth: 1 }
  return scenario.run(
    pullRequestJob(scenario, { permissions: PUBLISHING, checkout, ...more, github: { run_id: String(id) } }),
  )
}

function callsOf(result: JobResult): Record<string, number> {
  const verdict: VerdictFile = JSON.parse(readFileSync(result.outputs.get('verdict-path') ?? '', 'utf8'))
  return { ...verdict.apiCalls }
}

describe('the requests of a run', () => {
  test('are at most eight, for the first comment as for a later one, and are counted one by one', async () => {
    for (const id of [1, 2, 3]) {
      const before = scenario.github.requests.length
      const result = await run(id)
      const count = scenario.github.requests.length - before
      const counted = Object.values(callsOf(result)).reduce((sum, calls) => sum + calls, 0)
      expect(count).toBe(counted)
      expect(count).toBeLessThanOrEqual(CALLS_MAX)
    }
  })

  test('are named by operation in the verdict file and in the debug log', async () => {
    const result = await run(1, { env: { RUNNER_DEBUG: '1' } })
    expect(callsOf(result)).toEqual({
      'GET /commits/{ref}/check-runs': 1,
      'GET /compare/{basehead}': 1,
      'GET /issues/{issue_number}/comments': 1,
      'GET /pulls/{pull_number}': 1,
      'POST /check-runs': 1,
      'POST /issues/{issue_number}/comments': 1,
    })
    expect(result.log.join('\n')).toContain('GitHub API: 1 x POST /check-runs')
  })

  test('of a passing change without a comment are fewer', async () => {
    const result = await run(1, { written: passingReport(scenario) })
    expect(result.exitCode).toBe(0)
    expect(Object.keys(callsOf(result))).toHaveLength(4)
  })
})

describe('the fullest run on a pull request', () => {
  const { changeFiles, report } = manyUntestedLines(60)
  let full: Scenario

  beforeEach(async () => {
    full = await createScenario({
      baseFiles: { '.github/testwarden.yml': 'history: git:testwarden-history\n' },
      changeFiles,
    })
  })

  afterEach(async () => {
    expect(full.github.violations).toEqual([])
    await full.close()
  })

  /** Requests that reached GitHub, which must be those that the run counted. */
  async function countOf(act: () => Promise<JobResult>): Promise<number> {
    const before = full.github.requests.length
    const counted = Object.values(callsOf(await act())).reduce((sum, calls) => sum + calls, 0)
    expect(full.github.requests.length - before).toBe(counted)
    return counted
  }

  test('costs gates at most 12 requests: comment, check run, all annotations, history, no base in the checkout', async () => {
    const job = { action: 'gates', permissions: PUBLISHING, written: { 'coverage.xml': report } }
    for (const id of ['1', '2', '3']) {
      const checkout = { ref: full.head, depth: 1 }
      const gates = () => full.run({ ...pullRequestJob(full, { ...job, checkout, github: { run_id: id } }) })
      expect(await countOf(gates)).toBeLessThanOrEqual(FULL_CALLS_MAX)
    }
    const [check] = full.repository.checkRuns.values()
    expect([full.repository.comments.size, check?.annotations.length]).toEqual([1, 60])
  })

  test('costs publish at most 12 requests: three legs, comment, check run, all annotations, history', async () => {
    writePolicy(full, 'history: git:testwarden-history\ncoverage:\n  patch:\n    line: 90\n')
    for (const node of ['20', '22', '24']) await runLeg(full, { node, written: { 'coverage.xml': report } })
    for (const attempt of ['1', '2']) {
      const publishing = () => publish(full, { github: { run_attempt: attempt } })
      expect(await countOf(publishing)).toBeLessThanOrEqual(FULL_CALLS_MAX)
    }
    const [check] = full.repository.checkRuns.values()
    expect([full.repository.comments.size, check?.annotations.length]).toEqual([1, 60])
  })
})

describe('a rate limit', () => {
  const LIST = { method: 'GET', path: /comments$/ }

  test('of a second is waited for', async () => {
    scenario.github.faults.add({ ...LIST, answer: { kind: 'status', status: 429, retryAfterSeconds: 1 } })
    await run(1)
    expect(scenario.repository.comments.size).toBe(1)
  })

  test('of an hour is not waited for, and nothing more is sent', async () => {
    const headers = { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': String(Math.floor(Date.now() / 1000) + 3600) }
    const path = /check-runs$/
    scenario.github.faults.add({ method: 'GET', path, answer: { kind: 'status', status: 403, headers } })
    const startedMs = Date.now()
    const result = await run(1)
    expect(Date.now() - startedMs).toBeLessThan(30_000)
    expect(result.exitCode).toBe(1)
    expect(scenario.github.requests.at(-1)?.path).toMatch(path)
    expect(result.summary).toMatch(/The comment: .*not tried, because GitHub refused/)
  })

  test('on a create is waited for and looked at before the second try', async () => {
    const answer = {
      kind: 'status',
      status: 403,
      message: 'You have exceeded a secondary rate limit',
      retryAfterSeconds: 1,
    } as const
    scenario.github.faults.add({ method: 'POST', path: /comments$/, answer })
    await run(1)
    const asked = scenario.github.requests.filter(({ path }) => path.endsWith('/comments'))
    expect(asked.map(({ method }) => method)).toEqual(['GET', 'POST', 'GET', 'POST'])
    expect(scenario.repository.comments.size).toBe(1)
  })
})
