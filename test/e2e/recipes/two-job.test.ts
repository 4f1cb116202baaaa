import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { passingReport } from '../support/jobs.js'
import { pullRequest, push } from './support/events.js'
import { recipeConfig } from './support/recipe.js'
import { checksOf, commentsOf, historyOf, jobsOf, stepOf, tokensThatWrote } from './support/what-users-see.js'
import { createWorld, type World } from './support/world.js'

let world: World

beforeEach(async () => {
  world = await createWorld({ recipe: 'two-job', config: recipeConfig('two-job') })
})

afterEach(async () => {
  expect(world.github.violations).toEqual([])
  await world.close()
})

async function pushBase(): Promise<void> {
  world.setTests(() => ({ reports: { 'coverage.xml': world.project.reports.base } }))
  expect(jobsOf(await world.raise(push(world.base)))).toEqual({ test: 'success', publish: 'success' })
}

test('a push leaves a baseline on the history branch, which the pull request is compared with', async () => {
  await pushBase()
  expect(historyOf(world)).toEqual(['publish {} default-branch', 'test {} default-branch'])
  world.setTests(() => ({ reports: { 'coverage.xml': world.project.reports.change } }))
  await world.raise(pullRequest(world))
  const kept =
    'project coverage kept | ❌ fail | 136 of 145 lines (93.79 %) | drop at most 0.1 points | 110 of 114 lines'
  expect(commentsOf(world)).toEqual([expect.stringContaining(kept)])
  // A change is never a baseline.
  expect(historyOf(world)).toHaveLength(2)
})

test('an uncovered change turns the publishing job red; the job that ran its tests could write nothing', async () => {
  world.setTests(() => ({ reports: { 'coverage.xml': world.project.reports.change } }))
  const runs = await world.raise(pullRequest(world))
  expect(jobsOf(runs)).toEqual({ test: 'success', publish: 'failure' })
  expect(commentsOf(world)).toEqual([expect.stringContaining('26 of 31 lines (83.9 %) | at least 90 %')])
  expect(checksOf(world)).toEqual({ 'CI / publish / publish': 'failure' })
  expect(tokensThatWrote(world)).toHaveLength(1)
})

test('a change whose lines are all tested goes green, without a comment', async () => {
  await pushBase()
  world.setTests(() => ({ reports: passingReport(world) }))
  const runs = await world.raise(pullRequest(world))
  expect(jobsOf(runs)).toEqual({ test: 'success', publish: 'success' })
  expect(stepOf(runs, 'publish', 'publish').outputs.get('outcome')).toBe('pass')
  expect(commentsOf(world)).toEqual([])
  expect(checksOf(world)).toEqual({ 'CI / publish / publish': 'success' })
})

test('tests that fail are red by themselves, and the change is still judged', async () => {
  world.setTests(() => ({ reports: passingReport(world), exitCode: 1 }))
  const runs = await world.raise(pullRequest(world))
  expect(jobsOf(runs)).toMatchObject({ test: 'failure' })
  expect(stepOf(runs, 'publish', 'publish').summary).toContain('new code tested | ✅ pass')
})
