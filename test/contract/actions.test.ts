import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { describe, expect, test } from '@jest/globals'

import { GATE_SECTIONS } from '@testwarden/core/action/effective-config'
import { GATES_INPUTS } from '@testwarden/core/action/gates-inputs'
import { COMMON_OUTPUTS, PIPELINE_INPUTS } from '@testwarden/core/action/pipeline-inputs'
import { PUBLISH_INPUTS } from '@testwarden/core/action/publish-inputs'
import { sharedConfig } from '@testwarden/core/action/shared-config'
import { fileConfig } from '@testwarden/core/config/file-config'
import { fieldsOf } from '@testwarden/core/config/walk-section'
import type { AnyAction } from '@testwarden/platform/judge-gates'
import { GATES } from '@testwarden/suite/gates'
import { parse } from 'yaml'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const KEBAB_CASE = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/

interface Action {
  readonly name: string
  readonly folder: string
  readonly definitions: readonly AnyAction[]
  readonly readme: string
  readonly metadata: ActionMetadata
}

/** The part of an `action.yml` that a definition decides. */
interface ActionMetadata {
  readonly inputs: Readonly<Record<string, { readonly description: string; readonly default: string }>>
  readonly outputs: Readonly<Record<string, { readonly description: string }>>
  readonly runs: { readonly using: string; readonly main: string }
  readonly description: string
}

async function loadAction(name: string): Promise<Action> {
  const folder = join(ROOT, 'actions', name)
  const module: Readonly<Record<string, unknown>> = await import(pathToFileURL(join(folder, 'src', 'index.ts')).href)
  return {
    name,
    folder,
    definitions: Object.values(module).filter(isDefinition),
    readme: readText(join(folder, 'README.md')),
    metadata: parse(readText(join(folder, 'action.yml'))),
  }
}

function isDefinition(value: unknown): value is AnyAction {
  return typeof value === 'object' && value !== null && 'id' in value && 'gate' in value && 'decide' in value
}

/** Empty where it is missing: that is a test's failure, not a crash before the first test. */
function readText(path: string): string {
  return existsSync(path) ? readFileSync(path, 'utf8') : ''
}

/** The files that docs/adding-an-action.md lists for every action: those not called optional or a pattern. */
function namedFiles(): readonly string[] {
  const listing = /```\nactions\/<name>\/\n([\s\S]*?)```/.exec(readText(join(ROOT, 'docs', 'adding-an-action.md')))?.[1]
  const lines = (listing ?? '').split('\n').filter((line) => line.trim() !== '' && !/\boptional\b/.test(line))
  return lines.map((line) => line.trim().split(/\s+/)[0] ?? '')
}

/** `src/rules/*.ts` is there when the folder holds such a file, `test/` when it is a folder. */
function isThere(folder: string, named: string): boolean {
  const match = /^(.*)\/\*(\.\w+)$/.exec(named)
  if (match === null) return existsSync(join(folder, named))
  const [, parent = '', extension = ''] = match
  return existsSync(join(folder, parent)) && readdirSync(join(folder, parent)).some((file) => file.endsWith(extension))
}

function inputNames(definition: AnyAction): readonly string[] {
  const fields = [definition.config, sharedConfig, fileConfig].flatMap((section) => [...fieldsOf(section)])
  const own = fields.flatMap(({ field }) => (field.input === null ? [] : [field.input]))
  return [...own, ...PIPELINE_INPUTS.map(({ name }) => name)]
}

function outputNames(definition: AnyAction): readonly string[] {
  return [...COMMON_OUTPUTS, ...definition.outputs].map(({ name }) => name)
}

/** Gates have a definition; what else lies beside them joins, uploads or runs them. */
const folders = readdirSync(join(ROOT, 'actions')).sort()
const names = folders.filter((name) => existsSync(join(ROOT, 'actions', name, 'src', 'index.ts')))
const actions = await Promise.all(names.map(loadAction))

test('the suite has actions, and the docs name files for them', () => {
  expect(names).toContain('coverage-gate')
  expect(namedFiles()).toEqual(expect.arrayContaining(['action.yml', 'README.md', 'src/index.ts', 'src/rules/*.ts']))
})

describe.each(actions)('the action $name', ({ name, folder, definitions, readme, metadata }) => {
  test('has the files that docs/adding-an-action.md names', () => {
    expect(namedFiles().filter((file) => !isThere(folder, file))).toEqual([])
  })

  test('exports exactly one definition, with the id of its folder', () => {
    expect(definitions.map(({ id }) => id)).toEqual([name])
  })

  test.each(definitions)('is known to the config file and to the command line as $gate', (definition) => {
    expect(GATE_SECTIONS).toContain(definition.gate)
    expect(GATES.map(({ id, gate }) => [id, gate])).toContainEqual([definition.id, definition.gate])
  })

  test.each(definitions)('$id has inputs and outputs in kebab-case, each once', (definition) => {
    for (const all of [inputNames(definition), outputNames(definition)]) {
      expect(all.filter((one) => !KEBAB_CASE.test(one))).toEqual([])
      expect(all).toEqual([...new Set(all)])
    }
  })

  test.each(definitions)('$id has an action.yml that agrees with its definition', (definition) => {
    expect(Object.keys(metadata.inputs)).toEqual(inputNames(definition))
    expect(Object.keys(metadata.outputs)).toEqual(outputNames(definition))
    expect(metadata.description).toBe(definition.description)
    expect(metadata.runs).toEqual({ using: 'node24', main: `../../dist/${name}/index.js` })
  })

  test.each(definitions)('$id leaves what nobody wrote to its schema, not to action.yml', (definition) => {
    const pipeline = new Map(PIPELINE_INPUTS.map((input) => [input.name, input.fallback]))
    const defaults = Object.entries(metadata.inputs).map(([input, { default: fallback }]) => [input, fallback])
    expect(defaults).toEqual(inputNames(definition).map((input) => [input, pipeline.get(input) ?? '']))
  })

  test.each(definitions)('$id tells in its README every input and output that a user may write', (definition) => {
    const internal = PIPELINE_INPUTS.filter(({ audience }) => audience === 'internal').map((input) => input.name)
    const told = [...inputNames(definition), ...outputNames(definition)].filter((one) => !internal.includes(one))
    expect(told.filter((one) => !readme.includes(`| \`${one}\` |`))).toEqual([])
  })

  test.each(definitions)('$id describes everything it offers', ({ title, description, noInputRemedy, outputs }) => {
    for (const text of [title, description, noInputRemedy, ...outputs.map((output) => output.description)])
      expect(text.trim()).not.toBe('')
  })
})

describe('publish', () => {
  const folder = join(ROOT, 'actions', 'publish')
  const metadata: ActionMetadata = parse(readText(join(folder, 'action.yml')))

  test('has an action.yml with its inputs, and with the outputs of all gates', () => {
    expect(Object.keys(metadata.inputs)).toEqual(PUBLISH_INPUTS.map(({ name }) => name))
    expect(Object.values(metadata.inputs).map(({ default: fallback }) => fallback)).toEqual(
      PUBLISH_INPUTS.map(({ fallback }) => fallback),
    )
    const outputs = [...COMMON_OUTPUTS, ...GATES.flatMap((gate) => gate.outputs)].map(({ name }) => name)
    expect(Object.keys(metadata.outputs)).toEqual([...new Set(outputs)])
    expect(metadata.runs).toEqual({ using: 'node24', main: '../../dist/publish/index.js' })
  })

  test('tells in its README every input and output that a user may write', () => {
    const readme = readText(join(folder, 'README.md'))
    const inputs = PUBLISH_INPUTS.filter(({ audience }) => audience === 'user').map(({ name }) => name)
    const told = [...inputs, ...Object.keys(metadata.outputs)]
    expect(told.filter((one) => !readme.includes(`| \`${one}\` |`))).toEqual([])
  })
})

describe('gates', () => {
  const metadata: ActionMetadata = parse(readText(join(ROOT, 'action.yml')))

  test('is the root action, with its inputs and the outputs of all gates', () => {
    expect(Object.keys(metadata.inputs)).toEqual(GATES_INPUTS.map(({ name }) => name))
    const outputs = [...COMMON_OUTPUTS, ...GATES.flatMap((gate) => gate.outputs)].map(({ name }) => name)
    expect(Object.keys(metadata.outputs)).toEqual([...new Set(outputs)])
    expect(metadata.runs).toEqual({ using: 'node24', main: 'dist/gates/index.js' })
  })

  test('tells in its README every input and output that a user may write', () => {
    const readme = readText(join(ROOT, 'actions', 'gates', 'README.md'))
    const inputs = GATES_INPUTS.filter(({ audience }) => audience === 'user').map(({ name }) => name)
    expect([...inputs, ...Object.keys(metadata.outputs)].filter((one) => !readme.includes(`| \`${one}\` |`))).toEqual(
      [],
    )
  })
})

describe('handover', () => {
  const readme = readText(join(ROOT, 'actions', 'handover', 'README.md'))
  const metadata: ActionMetadata = parse(readText(join(ROOT, 'actions', 'handover', 'action.yml')))

  test('is a composite that begins its names as publish looks for them', () => {
    expect(metadata.runs.using).toBe('composite')
    const prefix = PUBLISH_INPUTS.find(({ name }) => name === 'artifact-prefix')
    expect(metadata.inputs['artifact-prefix']?.default).toBe(prefix?.fallback)
  })

  test('tells in its README every input and output that a user may write', () => {
    const told = [...Object.keys(metadata.inputs), ...Object.keys(metadata.outputs)].filter((one) => one !== 'matrix')
    expect(told.filter((one) => !readme.includes(`| \`${one}\` |`))).toEqual([])
  })
})

test('every folder of actions is a gate, gates, publish, or a composite', () => {
  expect(folders.filter((name) => !names.includes(name))).toEqual(['gates', 'handover', 'publish'])
})

test('the command line and the config file know no gate without an action', () => {
  const gates = actions.flatMap(({ definitions }) => definitions.map(({ gate }) => gate))
  expect(GATE_SECTIONS.toSorted()).toEqual(gates.toSorted())
  expect(GATES.map(({ gate }) => gate).toSorted()).toEqual(gates.toSorted())
})
