import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { type ActionInput, toInput } from '../action-metadata.js'
import { type Step, toStep } from './workflow.js'
import { fieldsOf, listOf } from './yaml-values.js'

/** What the runner needs to know of a composite action. */
export interface CompositeAction {
  readonly folder: string
  readonly inputs: readonly ActionInput[]
  readonly steps: readonly Step[]
  /** By name, with `${{ }}` over the action's own steps. */
  readonly outputs: Readonly<Record<string, string>>
}

/** null: the action of that folder is no composite one. */
export function readCompositeAction(folder: string): CompositeAction | null {
  const path = join(folder, 'action.yml')
  const document = fieldsOf(parse(readFileSync(path, 'utf8')))
  const runs = fieldsOf(document.runs)
  if (runs.using !== 'composite') return null
  const outputs = Object.entries(fieldsOf(document.outputs))
  return {
    folder,
    inputs: Object.entries(fieldsOf(document.inputs)).map(toInput),
    steps: listOf(runs.steps).map((step) => toStep(step, path)),
    outputs: Object.fromEntries(outputs.map(([name, output]) => [name, String(fieldsOf(output).value ?? '')])),
  }
}
