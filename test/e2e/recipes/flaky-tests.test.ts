import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { passingReport } from '../support/jobs.js'
import type { Outcomes } from '../support/test-report.js'
import { pullRequest, push } from './support/events.js'
import { recipeConfig } from './support/recipe.js'
import { FLAKE, leaving, NEW, STEADY } from './support/tested-invoice.js'
import { checksOf, commentsOf, historyOf, jobsOf, stepOf } from './support/what-users-see.js'
import { createWorld, type World } from './support/world.js'

let world: World

beforeEach(async () => {
  const today = new Date().toISOString().slice(0, 10)
  const config = recipeConfig('flaky-tests').replace(/since: \S+/, `since: ${today}`)
  world = await createWorld({ recipe: 'flaky-tests', config })
})

afterEach(async () => {
  expect(world.github.violations).toEqual([])
  await world.close()
})

/** The base fails, and passes when somebody starts its run again. */
async function flakeOnMain(): Promise<void> {
  for (const outcome of ['F', 'P']) {
    world.setTests(() => leaving(world.project.reports.base, { [STEADY]: 'P', [FLAKE]: outcome }))
    await world.raise(push(world.base))
  }
}

function change(outcomes: Outcomes) {
  world.setTests(() => leaving(passingReport(world)['coverage.xml'] ?? '', outcomes))
  return world.raise(pullRequest(world))
}

test('a known flake under a quarantine is excused: the job is green although its tests failed', async () => {
  await flakeOnMain()
  const runs = await change({ [STEADY]: 'P', [FLAKE]: 'F', [NEW]: 'P' })
  expect(jobsOf(runs)).toEqual({ test: 'success' })
  const { summary } = stepOf(runs, 'test', 'testwarden')
  expect(summary).toContain('Excused: 1 flake')
  expect(summary).toContain('owner octo-org/billing, issue 471: waits for the clock of the rate server')
  // Two runs, of each what was covered, what failed and how long it took.
  expect(historyOf(world)).toHaveLength(6)
})

test('a new failure is red, told in one comment with what was covered', async () => {
  await flakeOnMain()
  const runs = await change({ [STEADY]: 'F', [FLAKE]: 'P', [NEW]: 'P' })
  expect(jobsOf(runs)).toEqual({ test: 'failure' })
  expect(commentsOf(world)).toEqual([expect.stringContaining('`test_each_country_has_its_rate` fails: a new failure')])
  expect(commentsOf(world)[0]).toContain('| new code tested | ✅ pass')
  expect(checksOf(world)).toMatchObject({ 'CI / test / gates': 'failure' })
})

test('tests that end without a report are red, whatever continue-on-error says', async () => {
  await flakeOnMain()
  world.setTests(() => ({ reports: {}, exitCode: 2 }))
  expect(jobsOf(await world.raise(pullRequest(world)))).toEqual({ test: 'failure' })
})
