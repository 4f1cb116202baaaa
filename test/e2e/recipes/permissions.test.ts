import { afterEach, describe, expect, test } from '@jest/globals'
import { type ExampleProject, INVOICE } from '../support/example-project.js'
import { pullRequest, push } from './support/events.js'
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
}

const USUAL: Suited = {
  project: INVOICE,
  tests: (state) => () => ({ reports: { 'coverage.xml': INVOICE.reports[state] } }),
}
const WITH_RESULTS: Suited = {
  project: INVOICE,
  tests: (state) => () => leaving(INVOICE.reports[state], { [STEADY]: 'P' }),
}
const PROJECTS: Readonly<Record<string, Suited>> = {
  monorepo: { project: MONOREPO, tests: testsOfProjects },
  benchmarks: { project: INVOICE, tests: () => () => measuredBenchmarks({ slowerBy: 1.25 }) },
  'flaky-tests': WITH_RESULTS,
  'flaky-matrix': WITH_RESULTS,
}

let world: World | undefined

afterEach(() => world?.close())

describe.each(recipeNames())('the recipe %s', (recipe) => {
  test('asks for the permissions that its jobs use, and for none beside', async () => {
    const { project, tests } = PROJECTS[recipe] ?? USUAL
    const opened = await createWorld({ recipe, project, config: recipeConfig(recipe) })
    world = opened
    opened.setTests(tests('base'))
    const pushed = await opened.raise(push(opened.base))
    opened.setTests(tests('change'))
    const proposed = await opened.raise(pullRequest(opened))
    expect(usedPermissions(opened, [...pushed, ...proposed])).toEqual(writtenPermissions(readRecipe(recipe)))
  })
})
