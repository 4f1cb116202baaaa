import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from '@jest/globals'
import { readRecipe, recipeNames, recipePath, syntaxFaults, workflowFiles } from './support/recipe.js'

function textOf(...parts: readonly string[]): string {
  return readFileSync(recipePath(...parts), 'utf8')
}

describe.each(recipeNames())('the recipe %s', (recipe) => {
  const workflows = readRecipe(recipe)
  const steps = workflows.flatMap(({ jobs }) => jobs.flatMap((job) => job.steps))

  test("is valid for GitHub's own parser", () => {
    for (const file of workflowFiles(recipe)) expect(syntaxFaults(recipe, file)).toEqual([])
  })

  test('grants nothing to a job that does not say so, and its page says what each line is for', () => {
    expect(workflows.map(({ permissions }) => permissions)).toEqual(workflows.map(() => ({})))
    for (const { id, permissions } of workflows.flatMap(({ jobs }) => jobs)) {
      expect([id, permissions]).toEqual([id, expect.anything()])
      for (const [name, access] of Object.entries(permissions ?? {}))
        expect(textOf(recipe, 'README.md')).toMatch(new RegExp(`^\\|.*\`${name}: ${access}\``, 'm'))
    }
  })

  test('pins every action, leaves no token in a checkout, and no expression in a script', () => {
    const uses = steps.flatMap((step) => step.uses ?? [])
    expect(uses.filter((name) => !name.endsWith('@<sha>'))).toEqual([])
    const checkouts = steps.filter((step) => step.uses?.startsWith('actions/checkout@'))
    expect(checkouts.map((step) => step.with['persist-credentials'])).toEqual(checkouts.map(() => 'false'))
    expect(steps.filter((step) => step.run?.includes('${{'))).toEqual([])
  })

  test('has a test of its own, and a page that is linked', () => {
    expect(existsSync(new URL(`./${recipe}.test.ts`, import.meta.url))).toBe(true)
    expect(textOf('README.md')).toContain(`](${recipe}/README.md)`)
    for (const file of workflowFiles(recipe)) expect(textOf(recipe, 'README.md')).toContain(`](${file})`)
  })
})
