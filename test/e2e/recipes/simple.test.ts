import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { passingReport } from '../support/jobs.js'
import { pullRequest, push } from './support/events.js'
import { recipeConfig } from './support/recipe.js'
import { checksOf, commentsOf, jobsOf, stepOf, writesOf } from './support/what-users-see.js'
import { createWorld, type World } from './support/world.js'

let world: World

beforeEach(async () => {
  world = await createWorld({ recipe: 'simple', config: recipeConfig('simple') })
})

afterEach(async () => {
  expect(world.github.violations).toEqual([])
  await world.close()
})

test('a change with untested lines goes red, with one comment and a check run', async () => {
  world.setTests(() => ({ reports: { 'coverage.xml': world.project.reports.change } }))
  const runs = await world.raise(pullRequest(world))
  expect(jobsOf(runs)).toEqual({ test: 'failure' })
  expect(commentsOf(world)).toEqual([expect.stringContaining('26 of 31 lines (83.9 %) | at least 90 %')])
  expect(checksOf(world)).toEqual({ 'CI / test / gates': 'failure' })
  expect(stepOf(runs, 'test', 'testwarden').outputs.get('patch-line-rate')).toBe('83.87')
})

test('a change whose lines are all tested goes green, and the comment of the red run says so', async () => {
  world.setTests(() => ({ reports: { 'coverage.xml': world.project.reports.change } }))
  await world.raise(pullRequest(world))
  world.setTests(() => ({ reports: passingReport(world) }))
  const runs = await world.raise(pullRequest(world))
  expect(jobsOf(runs)).toEqual({ test: 'success' })
  expect(commentsOf(world)).toEqual([expect.stringContaining('✅')])
  expect(commentsOf(world)[0]).not.toContain('❌')
  expect(checksOf(world)).toEqual({ 'CI / test / gates': 'success' })
})

test('tests that fail leave the job red, and what they covered is judged all the same', async () => {
  world.setTests(() => ({ reports: passingReport(world), exitCode: 1 }))
  const runs = await world.raise(pullRequest(world))
  expect(jobsOf(runs)).toEqual({ test: 'failure' })
  expect(stepOf(runs, 'test', 'testwarden').outputs.get('outcome')).toBe('pass')
})

test('a push to the default branch is judged by the same limits, and comments on nothing', async () => {
  world.setTests(() => ({ reports: { 'coverage.xml': world.project.reports.base } }))
  const runs = await world.raise(push(world.base))
  expect(jobsOf(runs)).toEqual({ test: 'success' })
  expect(writesOf(world)).toEqual(['checks/create'])
})
