import { afterEach, beforeEach, expect, test } from '@jest/globals'
import type { MachineQuestion } from '../../../packages/testkit/src/runner/workflow/site.js'
import { passingReport } from '../support/jobs.js'
import { pullRequest, push } from './support/events.js'
import { recipeConfig } from './support/recipe.js'
import type { StoredTests } from './support/stored-tests.js'
import { checksOf, commentsOf, historyOf, jobsOf, stepOf } from './support/what-users-see.js'
import { createWorld, type World } from './support/world.js'

let world: World

beforeEach(async () => {
  world = await createWorld({ recipe: 'matrix', config: recipeConfig('matrix') })
})

afterEach(async () => {
  expect(world.github.violations).toEqual([])
  await world.close()
})

const MACOS = 'test (macos-latest, 3.13)'
const LEGS = ['test (ubuntu-latest, 3.12)', 'test (ubuntu-latest, 3.13)', MACOS]

/** Some lines that the change needs are run by no test on Linux. */
function onLinux({ project }: World): string {
  return project.reports.change.replaceAll(/(<line number="\d*[02468]" hits=")\d+/g, '$10')
}

function testsOfLegs({ matrix }: MachineQuestion): StoredTests {
  const { change } = world.project.reports
  return { reports: { 'coverage.xml': matrix?.os === 'macos-latest' ? change : onLinux(world) } }
}

test('a line counts as tested when any leg ran it: one comment, one check run', async () => {
  world.setTests(testsOfLegs)
  const runs = await world.raise(pullRequest(world))
  const green = LEGS.map((leg) => [leg, 'success'])
  expect(Object.entries(jobsOf(runs))).toEqual([...green, ['publish', 'failure']])
  expect(commentsOf(world)).toEqual([expect.stringContaining('26 of 31 lines (83.9 %) | at least 90 %')])
  expect(checksOf(world)).toEqual({ 'CI / publish / publish': 'failure' })
  expect(world.repository.artifacts.size).toBe(3)
})

test('a push leaves the baselines of all legs and of the whole, as one commit', async () => {
  world.setTests(() => ({ reports: { 'coverage.xml': world.project.reports.base } }))
  await world.raise(push(world.base))
  expect(historyOf(world)).toEqual([
    'publish {} default-branch',
    'test {"os":"macos-latest","python":"3.13"} default-branch',
    'test {"os":"ubuntu-latest","python":"3.12"} default-branch',
    'test {"os":"ubuntu-latest","python":"3.13"} default-branch',
  ])
})

test('a leg that hands nothing over is named, and nothing passes by the others', async () => {
  world.setTests(({ matrix }) =>
    matrix?.os === 'macos-latest' ? { reports: {}, exitCode: 1 } : { reports: passingReport(world) },
  )
  const runs = await world.raise(pullRequest(world))
  expect(jobsOf(runs)).toMatchObject({ [MACOS]: 'failure', publish: 'success' })
  const { outputs, summary } = stepOf(runs, 'publish', 'publish')
  expect(outputs.get('outcome')).toBe('inconclusive')
  expect(summary).toContain(`Evidence is missing of ${MACOS}.`)
  expect(commentsOf(world)).toEqual([expect.stringContaining(MACOS)])
  expect(checksOf(world)).toEqual({ 'CI / publish / publish': 'neutral' })
})
