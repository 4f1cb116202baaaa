import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from '@jest/globals'
import { recipeNames, recipePath, syntaxFaults, workflowFiles } from './support/recipe.js'

describe.each(recipeNames())('the recipe %s', (recipe) => {
  test("is valid for GitHub's own parser, and grants no job more than it says", () => {
    for (const file of workflowFiles(recipe)) {
      expect(syntaxFaults(recipe, file)).toEqual([])
      expect(readFileSync(recipePath(recipe, file), 'utf8')).toContain('\npermissions: {}\n')
    }
  })

  test('has a test of its own, and a page that is linked', () => {
    expect(existsSync(new URL(`./${recipe}.test.ts`, import.meta.url))).toBe(true)
    expect(existsSync(recipePath(recipe, 'README.md'))).toBe(true)
    expect(readFileSync(recipePath('README.md'), 'utf8')).toContain(`](${recipe}/README.md)`)
  })
})
