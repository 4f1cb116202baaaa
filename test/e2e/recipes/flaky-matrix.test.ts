import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { passingReport } from '../support/jobs.js'
import { pullRequest, push } from './support/events.js'
import { recipeConfig } from './support/recipe.js'
import { FLAKE, leaving, STEADY } from './support/tested-invoice.js'
import { checksOf, commentsOf, historyOf, jobsOf, stepOf } from './support/what-users-see.js'
import { createWorld, type World } from './support/world.js'

const LINUX = 'test (ubuntu-latest)'
const MACOS = 'test (macos-latest)'

let world: World

beforeEach(async () => {
  world = await createWorld({ recipe: 'flaky-matrix', config: recipeConfig('flaky-matrix') })
})

afterEach(async () => {
  expect(world.github.violations).toEqual([])
  await world.close()
})

function onlyOnMacOS(coverage: string): void {
  world.setTests(({ matrix }) =>
    leaving(coverage, { [STEADY]: 'P', [FLAKE]: matrix?.os === 'macos-latest' ? 'F' : 'P' }),
  )
}

test('what fails in one leg is red, and the comment says in how many', async () => {
  onlyOnMacOS(passingReport(world)['coverage.xml'] ?? '')
  const runs = await world.raise(pullRequest(world))
  expect(jobsOf(runs)).toEqual({ [LINUX]: 'success', [MACOS]: 'success', publish: 'failure' })
  expect(commentsOf(world)).toEqual([expect.stringContaining('Fails in 1 of 2 legs.')])
  expect(checksOf(world)).toMatchObject({ 'CI / publish / publish': 'failure' })
})

test('each leg has a past of its own: a failure that the default branch has in that leg too is not the change’s', async () => {
  for (let times = 0; times < 3; times++) {
    onlyOnMacOS(world.project.reports.base)
    await world.raise(push(world.base))
  }
  expect(historyOf(world).filter((name) => name.startsWith('test {"os":"macos-latest"}'))).toHaveLength(6)
  onlyOnMacOS(passingReport(world)['coverage.xml'] ?? '')
  const runs = await world.raise(pullRequest(world))
  expect(stepOf(runs, 'publish', 'publish').summary).toContain('Failing on the base as well: 1 test')
  expect(jobsOf(runs)).toMatchObject({ publish: 'success' })
})

test('a leg that hands nothing over is named, and nothing passes by the others', async () => {
  world.setTests(({ matrix }) =>
    matrix?.os === 'macos-latest'
      ? { reports: {}, exitCode: 1 }
      : leaving(passingReport(world)['coverage.xml'] ?? '', { [STEADY]: 'P' }),
  )
  const runs = await world.raise(pullRequest(world))
  expect(jobsOf(runs)).toMatchObject({ publish: 'failure' })
  expect(stepOf(runs, 'publish', 'publish').summary).toContain(`Evidence is missing of ${MACOS}.`)
})
