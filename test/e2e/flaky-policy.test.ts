import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { type DefaultBranch, mergeOnTip, openDefaultBranch } from './support/default-branch.js'
import { createScenario, type JobResult, pullRequestEvent, pushEvent, type Scenario } from './support/scenario.js'
import { junitReport, type Outcomes } from './support/test-report.js'

let scenario: Scenario
let main: DefaultBranch
let merge: string

const HISTORY = { history: 'git:testwarden-history' }
const PASS: Outcomes = { adds: 'P', webhook: 'P' }
const FLAKY: Outcomes = { adds: 'P', webhook: 'FP' }

beforeEach(async () => {
  const stricter = 'flaky:\n  new-failures: 0\n  retried: fail\n'
  scenario = await createScenario({ changeFiles: { '.github/testwarden.yml': stricter } })
  main = openDefaultBranch(scenario)
  merge = scenario.merge
})

afterEach(async () => {
  expect(scenario.github.violations).toEqual([])
  await scenario.close()
})

async function push(outcomes: Outcomes): Promise<void> {
  const number = scenario.repository.commits.size
  const sha = main.commit()
  merge = mergeOnTip(scenario, sha)
  await scenario.run({
    action: 'flaky-detector',
    event: pushEvent(sha),
    checkout: { ref: 'refs/heads/main', depth: 1 },
    written: { 'report.xml': junitReport(outcomes) },
    with: HISTORY,
    permissions: { contents: 'write' },
    github: { sha, run_id: String(100 + number) },
  })
}

async function change(): Promise<JobResult> {
  return scenario.run({
    action: 'flaky-detector',
    event: pullRequestEvent({ head: scenario.head, base: main.tip }),
    checkout: { ref: 'refs/pull/7/merge', depth: 2 },
    written: { 'report.xml': junitReport(PASS) },
    with: HISTORY,
    github: { sha: merge },
  })
}

test('a pull request that changes the policy is shown what it would have meant for the last runs', async () => {
  for (const outcomes of [PASS, FLAKY, PASS, FLAKY]) await push(outcomes)
  const { exitCode, summary } = await change()
  expect(exitCode).toBe(0)
  expect(summary).toContain('With the policy of this change, the last 4 runs would have had')
  expect(summary).toContain('| red runs | 2 | 0 |')
  expect(summary).toContain('| flakes excused | 0 of 2 | 2 of 2 |')
})
