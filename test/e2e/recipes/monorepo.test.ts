import { afterEach, expect, test } from '@jest/globals'
import { passingReport } from '../support/jobs.js'
import { pullRequest, push } from './support/events.js'
import { MONOREPO, testsOfProjects, WEB_CHANGE } from './support/monorepo.js'
import { recipeConfig } from './support/recipe.js'
import { commentsOf, historyOf, jobsOf, stepOf } from './support/what-users-see.js'
import { createWorld, type World } from './support/world.js'

let world: World

/** The base, whose push tested everything, and a pull request with this change. */
async function open(change: Readonly<Record<string, string>>): Promise<void> {
  const project = { ...MONOREPO, change }
  world = await createWorld({ recipe: 'monorepo', project, config: recipeConfig('monorepo') })
  world.setTests(testsOfProjects('base'))
  const pushed = await world.raise(push(world.base))
  expect(Object.keys(jobsOf(pushed))).toEqual(['plan', 'test (api)', 'test (web)', 'publish'])
  expect(pushed.map(({ conclusion }) => conclusion)).toEqual(['success'])
  world.setTests(testsOfProjects('change'))
}

afterEach(async () => {
  expect(world.github.violations).toEqual([])
  await world.close()
})

test('only the changed project is tested; it goes red by its own limits, and the other keeps its numbers', async () => {
  await open(MONOREPO.change)
  expect(historyOf(world)).toEqual([
    'publish {} default-branch',
    'test {"project":"api"} default-branch',
    'test {"project":"web"} default-branch',
  ])
  const runs = await world.raise(pullRequest(world))
  expect(jobsOf(runs)).toEqual({ plan: 'success', 'test (api)': 'success', publish: 'failure' })
  const [comment] = commentsOf(world)
  expect(comment).toContain('new code tested (api) | ❌ fail | 26 of 31 lines (83.9 %) | at least 90 %')
  expect(comment).toMatch(/web.*29 of 31 \(93\.5 %\).*carried forward from/)
})

test('a change that is tested goes green, whatever the other project covers', async () => {
  await open(MONOREPO.change)
  world.setTests(() => ({ reports: passingReport(world) }))
  const runs = await world.raise(pullRequest(world))
  expect(jobsOf(runs)).toEqual({ plan: 'success', 'test (api)': 'success', publish: 'success' })
  expect(stepOf(runs, 'publish', 'publish').outputs.get('outcome')).toBe('pass')
})

test('a change of the web project is judged by the limits of that project', async () => {
  await open(WEB_CHANGE)
  const runs = await world.raise(pullRequest(world))
  expect(Object.keys(jobsOf(runs))).toEqual(['plan', 'test (web)', 'publish'])
  const { summary } = stepOf(runs, 'publish', 'publish')
  expect(summary).toMatch(/api.*110 of 114 \(96\.5 %\).*carried forward from/)
  expect(summary).not.toContain('new code tested (api)')
})

test('a project whose tests write no report is not carried forward: its leg is missing', async () => {
  await open(MONOREPO.change)
  world.setTests(() => ({ reports: {}, exitCode: 1 }))
  const runs = await world.raise(pullRequest(world))
  expect(jobsOf(runs)).toEqual({ plan: 'success', 'test (api)': 'failure', publish: 'failure' })
  expect(stepOf(runs, 'publish', 'publish').summary).toContain('handover')
})

test('a change of no project tests nothing and judges nothing', async () => {
  await open({ 'CONTRIBUTING.md': 'Be kind.\n' })
  const runs = await world.raise(pullRequest(world))
  expect(jobsOf(runs)).toEqual({ plan: 'success', test: 'skipped', publish: 'skipped' })
  expect(runs[0]?.conclusion).toBe('success')
})
