import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { passingReport } from '../support/jobs.js'
import { pullRequest } from './support/events.js'
import { recipeConfig } from './support/recipe.js'
import { checksOf, commentsOf, historyOf, jobsOf, stepOf, tokensThatWrote, writesOf } from './support/what-users-see.js'
import { createWorld, type World } from './support/world.js'

const FORK = 'stranger/example'

let world: World

beforeEach(async () => {
  world = await createWorld({ recipe: 'fork', config: recipeConfig('fork'), headRepository: FORK })
})

afterEach(async () => {
  expect(world.github.violations).toEqual([])
  await world.close()
})

test("an uncovered change turns the fork's own job red, and the other workflow comments on it", async () => {
  world.setTests(() => ({ reports: { 'coverage.xml': world.project.reports.change } }))
  const runs = await world.raise(pullRequest(world, FORK))
  expect(runs.map(({ workflow, conclusion }) => [workflow, conclusion])).toEqual([
    ['CI', 'failure'],
    ['Publish', 'success'],
  ])
  expect(commentsOf(world)).toEqual([expect.stringContaining("As reported by the pull request's own job")])
  expect(commentsOf(world)[0]).toContain('26 of 31 lines (83.9 %) | at least 90 %')
})

test('what a fork claims never becomes a check or a status, however good it looks', async () => {
  world.setTests(() => ({ reports: { 'coverage.xml': world.project.reports.change } }))
  await world.raise(pullRequest(world, FORK))
  world.setTests(() => ({ reports: passingReport(world) }))
  const runs = await world.raise(pullRequest(world, FORK))
  expect(jobsOf(runs)).toEqual({ test: 'success', publish: 'success' })
  expect(commentsOf(world)).toEqual([expect.stringContaining("As reported by the pull request's own job")])
  expect(checksOf(world)).toEqual({})
  expect(writesOf(world)).toEqual(['issues/create-comment', 'issues/update-comment'])
})

test("only the other workflow's token wrote; the fork's own job is red by itself", async () => {
  world.setTests(() => ({ reports: { 'coverage.xml': world.project.reports.change } }))
  const runs = await world.raise(pullRequest(world, FORK))
  expect(stepOf(runs, 'test', 'coverage-gate').exitCode).toBe(1)
  expect(tokensThatWrote(world)).toHaveLength(1)
})

test("a fork's run writes nothing where its workflow asks for more, and is judged all the same", async () => {
  await world.close()
  world = await createWorld({ recipe: 'two-job', config: recipeConfig('two-job'), headRepository: FORK })
  world.setTests(() => ({ reports: { 'coverage.xml': world.project.reports.change } }))
  const runs = await world.raise(pullRequest(world, FORK))
  expect(jobsOf(runs)).toEqual({ test: 'success', publish: 'failure' })
  expect([commentsOf(world), checksOf(world), historyOf(world)]).toEqual([[], {}, []])
})

test('a pull request that is no longer at that commit gets nothing, and the summary says why', async () => {
  world.setTests(() => ({ reports: { 'coverage.xml': world.project.reports.change } }))
  const runs = await world.raise(pullRequest({ ...world, head: world.base }, FORK))
  expect(commentsOf(world)).toEqual([])
  expect(stepOf(runs, 'publish', 'publish').summary).toContain('has moved on')
})
