import { afterEach, describe, expect, test } from '@jest/globals'
import { pullRequest, push } from './support/events.js'
import { readRecipe, recipeConfig, recipeNames } from './support/recipe.js'
import { usedPermissions, writtenPermissions } from './support/used-permissions.js'
import { createWorld, type World } from './support/world.js'

let world: World | undefined

afterEach(() => world?.close())

describe.each(recipeNames())('the recipe %s', (recipe) => {
  test('asks for the permissions that its jobs use, and for none beside', async () => {
    const opened = await createWorld({ recipe, config: recipeConfig(recipe) })
    world = opened
    opened.setTests(() => ({ reports: { 'coverage.xml': opened.project.reports.base } }))
    const pushed = await opened.raise(push(opened.base))
    opened.setTests(() => ({ reports: { 'coverage.xml': opened.project.reports.change } }))
    const proposed = await opened.raise(pullRequest(opened))
    expect(usedPermissions(opened, [...pushed, ...proposed])).toEqual(writtenPermissions(readRecipe(recipe)))
  })
})
