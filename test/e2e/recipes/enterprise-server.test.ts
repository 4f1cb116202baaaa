import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { passingReport } from '../support/jobs.js'
import { pullRequest, push } from './support/events.js'
import { recipeConfig } from './support/recipe.js'
import { checksOf, commentsOf, historyOf, jobsOf, logOf, stepOf } from './support/what-users-see.js'
import { createWorld, type World } from './support/world.js'

let world: World

async function open(recipe: string): Promise<void> {
  world = await createWorld({ recipe, config: recipeConfig(recipe), edition: 'enterprise-server' })
}

afterEach(async () => {
  expect(world.github.violations).toEqual([])
  await world.close()
})

describe('on Enterprise Server', () => {
  beforeEach(() => open('enterprise-server'))

  test("an uncovered change goes red, by the server's own API", async () => {
    world.setTests(() => ({ reports: { 'coverage.xml': world.project.reports.change } }))
    const runs = await world.raise(pullRequest(world))
    expect(jobsOf(runs)).toEqual({ test: 'failure' })
    expect(commentsOf(world)).toEqual([expect.stringContaining('26 of 31 lines (83.9 %) | at least 90 %')])
    expect(commentsOf(world)[0]).toContain(`${world.server.url}/octo-org/example/blob/${world.head}/`)
    expect(checksOf(world)).toEqual({ 'CI / test / gates': 'failure' })
    const hosts = world.github.requests.map(({ headers }) => `http://${headers.host}`)
    expect(new Set(hosts)).toEqual(new Set([world.server.url]))
  })

  test('history is a branch of the repository: the push leaves what the pull request is compared with', async () => {
    world.setTests(() => ({ reports: { 'coverage.xml': world.project.reports.base } }))
    expect(jobsOf(await world.raise(push(world.base)))).toEqual({ test: 'success' })
    expect(historyOf(world)).toEqual(['test {} default-branch'])
    world.setTests(() => ({ reports: passingReport(world) }))
    const runs = await world.raise(pullRequest(world))
    expect(jobsOf(runs)).toEqual({ test: 'success' })
    expect(stepOf(runs, 'test', 'testwarden').summary).toContain('project coverage kept | ✅ pass')
    expect(historyOf(world)).toHaveLength(1)
  })
})

test('handing over fails there, and the log says that it is the artifacts', async () => {
  await open('two-job')
  world.setTests(() => ({ reports: passingReport(world) }))
  const runs = await world.raise(pullRequest(world))
  expect(jobsOf(runs)).toEqual({ test: 'failure', publish: 'failure' })
  expect(logOf(stepOf(runs, 'test', 'upload-artifact'))).toContain('not currently supported on GHES')
})
