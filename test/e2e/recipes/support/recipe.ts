import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { NoOperationTraceWriter, parseWorkflow } from '@actions/workflow-parser'
import { readWorkflow, type Workflow } from '../../../../packages/testkit/src/runner/workflow/workflow.js'
import { bundledAction } from '../../support/bundled-action.js'

const ROOT = fileURLToPath(new URL('../../../..', import.meta.url))
const RECIPES = join(ROOT, 'docs/recipes')

/** Names of all recipes. */
export function recipeNames(): readonly string[] {
  return readdirSync(RECIPES, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort()
}

/** @param parts below docs/recipes */
export function recipePath(...parts: readonly string[]): string {
  return join(RECIPES, ...parts)
}

/** The workflow files of a recipe; what else lies there in YAML is the project's configuration. */
export function workflowFiles(recipe: string): readonly string[] {
  const files = readdirSync(recipePath(recipe)).filter((name) => name.endsWith('.yml') && name !== 'testwarden.yml')
  if (files.length === 0) throw new Error(`docs/recipes/${recipe} has no workflow`)
  return files.sort()
}

export function readRecipe(recipe: string): readonly Workflow[] {
  return workflowFiles(recipe).map((file) => readWorkflow(recipePath(recipe, file)))
}

/** The config file that a recipe comes with. */
export function recipeConfig(recipe: string): string {
  return readFileSync(recipePath(recipe, 'testwarden.yml'), 'utf8')
}

/** What GitHub's own parser has against a workflow file of a recipe. */
export function syntaxFaults(recipe: string, file: string): readonly string[] {
  const content = readFileSync(recipePath(recipe, file), 'utf8')
  const { context } = parseWorkflow({ name: file, content }, new NoOperationTraceWriter())
  return context.errors.getErrors().map((error) => error.message)
}

/** The placeholders that a reader replaces: whose copy of the suite, and which commit of it. */
const OURS = /^<owner>\/testwarden(?:\/actions\/([\w-]+))?@<sha>$/

/** The folder of one of our actions as GitHub downloads it; null: it is none of ours. */
export function findOwnAction(uses: string): string | null {
  const match = OURS.exec(uses)
  if (match === null) return null
  const name = match[1] ?? 'gates'
  const source = join(ROOT, 'actions', name)
  const isBundled = name === 'gates' || existsSync(join(source, 'src', 'main.ts'))
  return isBundled ? bundledAction(name) : source
}
