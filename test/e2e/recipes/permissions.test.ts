import { afterEach, describe, expect, test } from '@jest/globals'
import type { FinishedRun } from '../../../packages/testkit/src/runner/workflow/results.js'
import { type ExampleProject, INVOICE } from '../support/example-project.js'
import { addComment, pullRequest, push, schedule } from './support/events.js'
import { measuredBenchmarks } from './support/measured-benchmarks.js'
import { MONOREPO, testsOfProjects } from './support/monorepo.js'
import { readRecipe, recipeConfig, recipeNames } from './support/recipe.js'
import { leaving, STEADY } from './support/tested-invoice.js'
import { usedPermissions, writtenPermissions } from './support/used-permissions.js'
import { createWorld, type World } from './support/world.js'

/** A repository that the recipe suits, and what its tests leave. */
interface Suited {
  readonly project: ExampleProject
  readonly tests: (state: 'base' | 'change') => Parameters<World['setTests']>[0]
  /** What happens there; absent: a push, then a pull request. */
  readonly events?: (world: World) => Promise<readonly FinishedRun[]>
}

const USUAL: Suited = {
  project: INVOICE,
  tests: (state) => () => ({ reports: { 'coverage.xml': INVOICE.reports[state] } }),
}
const WITH_RESULTS: Suited = {
  project: INVOICE,
  tests: (state) => () => leaving(INVOICE.reports[state], { [STEADY]: 'P' }),
}
/** The check of the change runs again when the line stops, and when somebody ends the incident; a sweep writes that down. */
const STOPPING: Suited = {
  project: INVOICE,
  tests: () => () => leaving('', { 'tests/test_login.py::test_login_security': 'F' }),
  async events(world) {
    world.repository.collaborators.set('ada', 'write')
    const proposed = await world.raise(pullRequest(world))
    const stopped = await world.raise(push(world.base))
    const refused = await world.raise(pullRequest(world))
    const [issue = 0] = [...world.repository.issues.keys()].filter((number) => !world.repository.pulls.has(number))
    const said = await world.raise(addComment(world, { issue, login: 'ada', body: '/resolve' }))
    return [proposed, stopped, refused, said, await world.raise(schedule(world))].flat()
  },
}
const PROJECTS: Readonly<Record<string, Suited>> = {
  monorepo: { project: MONOREPO, tests: testsOfProjects },
  benchmarks: { project: INVOICE, tests: () => () => measuredBenchmarks({ slowerBy: 1.25 }) },
  'flaky-tests': WITH_RESULTS,
  'flaky-matrix': WITH_RESULTS,
  incidents: STOPPING,
}

let world: World | undefined

afterEach(() => world?.close())

describe.each(recipeNames())('the recipe %s', (recipe) => {
  test('asks for the permissions that its jobs use, and for none beside', async () => {
    const { project, tests, events } = PROJECTS[recipe] ?? USUAL
    const opened = await createWorld({ recipe, project, config: recipeConfig(recipe) })
    world = opened
    opened.setTests(tests('base'))
    const runs = events === undefined ? await usualEvents(opened, tests('change')) : await events(opened)
    expect(usedPermissions(opened, runs)).toEqual(writtenPermissions(readRecipe(recipe)))
  })
})

async function usualEvents(world: World, changed: Parameters<World['setTests']>[0]): Promise<readonly FinishedRun[]> {
  const pushed = await world.raise(push(world.base))
  world.setTests(changed)
  return [...pushed, ...(await world.raise(pullRequest(world)))]
}
