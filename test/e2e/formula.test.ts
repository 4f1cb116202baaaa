import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, expect, test } from '@jest/globals'
import type { ExampleProject } from './support/example-project.js'
import { createScenario, pullRequestEvent, pushEvent, type Scenario } from './support/scenario.js'

const STORE = '.testwarden/history'
const PROJECT: ExampleProject = {
  base: { 'src/refund.py': 'one\ntwo\n' },
  change: { 'src/refund.py': 'one\ntwo\nthree\n' },
  reports: { base: lcov(2), change: lcov(1) },
}
const POLICY = `coverage:\n  formula: sonar\n  drop: 0\nhistory: dir:${STORE}\n`

let scenario: Scenario

afterEach(async () => {
  expect(scenario.github.violations).toEqual([])
  await scenario.close()
})

/** Two lines, and one line with two branches of which so many were taken. */
function lcov(taken: number): string {
  const branches = [0, 1].map((branch) => `BRDA:1,0,${branch},${branch < taken ? 1 : 0}`)
  return `TN:\nSF:src/refund.py\n${branches.join('\n')}\nDA:1,1\nDA:2,1\nend_of_record\n`
}

/** The record of the base, as a cache would carry it to the next job. */
async function pushBase(): Promise<Readonly<Record<string, string>>> {
  const result = await scenario.run({
    event: pushEvent(scenario.base),
    checkout: { ref: 'refs/heads/main' },
    written: { 'lcov.info': PROJECT.reports.base },
  })
  const store = join(result.workspace, STORE)
  const entries = readdirSync(store, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  const paths = entries.map((entry) => join(entry.parentPath, entry.name))
  return Object.fromEntries(paths.map((path) => [STORE + path.slice(store.length), readFileSync(path, 'utf8')]))
}

test('the formula of the base counts the headline and the drop, whatever an input of the change says', async () => {
  scenario = await createScenario({ project: PROJECT, baseFiles: { '.github/testwarden.yml': POLICY } })
  const store = await pushBase()
  const result = await scenario.run({
    event: pullRequestEvent(scenario, []),
    github: { sha: scenario.merge },
    checkout: { ref: 'refs/pull/7/merge', depth: 1 },
    written: { 'lcov.info': PROJECT.reports.change, ...store },
    with: { formula: 'lines' },
  })
  expect(result.summary).toContain('`formula: lines` differs from the policy of `main`, which has sonar')
  expect(result.outputs.get('formula')).toBe('sonar')
  expect(result.outputs.get('rate-covered')).toBe('3')
  expect(result.outputs.get('rate-total')).toBe('4')
  expect(result.outputs.get('line-rate')).toBe('75.00')
  expect(result.outputs.get('covered-lines')).toBe('2')
  expect(result.outputs.get('outcome')).toBe('fail')
  expect(result.summary).toContain('| project coverage kept | ❌ fail | 3 of 4 lines and branches (sonar)')
})
