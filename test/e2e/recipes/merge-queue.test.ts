import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { passingReport } from '../support/jobs.js'
import { mergeGroup, pullRequest, push } from './support/events.js'
import { recipeConfig } from './support/recipe.js'
import { commentsOf, historyOf, jobsOf, stepOf, writesOf } from './support/what-users-see.js'
import { createWorld, type World } from './support/world.js'

let world: World

beforeEach(async () => {
  world = await createWorld({ recipe: 'merge-queue', config: recipeConfig('merge-queue') })
})

afterEach(async () => {
  expect(world.github.violations).toEqual([])
  await world.close()
})

test('an uncovered change goes red in the queue, where there is no pull request to comment on', async () => {
  world.setTests(() => ({ reports: { 'coverage.xml': world.project.reports.change } }))
  const runs = await world.raise(mergeGroup(world))
  expect(jobsOf(runs)).toEqual({ test: 'success', publish: 'failure' })
  const { summary } = stepOf(runs, 'publish', 'publish')
  expect(summary).toContain('26 of 31 lines (83.9 %) | at least 90 %')
  expect(summary).toContain("the merge group's base")
  expect(writesOf(world)).toEqual(['checks/create'])
  const [check] = [...world.repository.checkRuns.values()]
  expect(check).toMatchObject({ headSha: world.group, conclusion: 'failure' })
})

test('the queue gives every change a verdict, and its green lets it through', async () => {
  world.setTests(() => ({ reports: { 'coverage.xml': world.project.reports.base } }))
  await world.raise(push(world.base))
  world.setTests(() => ({ reports: passingReport(world) }))
  expect(jobsOf(await world.raise(pullRequest(world)))).toEqual({ test: 'success', publish: 'success' })
  expect(jobsOf(await world.raise(mergeGroup(world)))).toEqual({ test: 'success', publish: 'success' })
  expect(commentsOf(world)).toEqual([])
})

test('what the queue tests is compared with the baseline, and becomes one only when it is pushed', async () => {
  world.setTests(() => ({ reports: { 'coverage.xml': world.project.reports.base } }))
  await world.raise(push(world.base))
  const before = historyOf(world)
  world.setTests(() => ({ reports: passingReport(world) }))
  const runs = await world.raise(mergeGroup(world))
  expect(stepOf(runs, 'publish', 'publish').summary).toContain('110 of 114 lines')
  expect(historyOf(world)).toEqual(before)
  world.remote.setRef('refs/heads/main', world.group)
  await world.raise(push(world.group))
  expect(historyOf(world)).toHaveLength(before.length + 2)
})

test('a push to the branch of the queue starts nothing', async () => {
  expect(await world.raise(push(world.group, mergeGroup(world).ref))).toEqual([])
})
