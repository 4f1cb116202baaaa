// Writes what is made from the actions' definitions: action.yml, the tables of each README, the config schema.
// Usage: node scripts/generate.mjs [--check]   (after `tsc -b`; --check only compares and names what is stale)
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { stringify } from 'yaml'
import { fileSchema } from '../packages/core/lib/action/effective-config.js'
import { GATES_INPUTS } from '../packages/core/lib/action/gates-inputs.js'
import { COMMON_OUTPUTS, PIPELINE_INPUTS } from '../packages/core/lib/action/pipeline-inputs.js'
import { PUBLISH_INPUTS } from '../packages/core/lib/action/publish-inputs.js'
import { sharedConfig } from '../packages/core/lib/action/shared-config.js'
import { toJsonSchema } from '../packages/core/lib/config/config-json-schema.js'
import { fileConfig } from '../packages/core/lib/config/file-config.js'
import { fieldsOf } from '../packages/core/lib/config/walk-section.js'
import { GATES } from '../packages/suite/lib/gates.js'
import { gateFolders } from './action-folders.mjs'

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..')
const { values } = parseArgs({ options: { check: { type: 'boolean', default: false } } })

const definitions = loadDefinitions()
const outputs = [...definitions.flatMap(gateFiles), ...publishFiles(), ...gatesFiles(), configSchema()]
const stale = outputs.filter(({ path, content }) => !existsSync(path) || readFileSync(path, 'utf8') !== content)
if (!values.check) for (const { path, content } of stale) writeFileSync(path, content)
for (const { path } of stale) console.log(`${values.check ? 'stale' : 'written'}: ${path.slice(ROOT.length + 1)}`)
if (values.check && stale.length > 0) {
  console.error('Run `npm run generate` and commit the result.')
  process.exitCode = 1
}

/** In the order of a page, so that what is generated of all of them has it too. */
function loadDefinitions() {
  const listed = GATES.map(({ id }) => id)
  const unlisted = gateFolders().find((name) => !listed.includes(name))
  if (unlisted !== undefined)
    throw new Error(
      `actions/${unlisted}/src/index.ts exports no definition with that id, or packages/suite does not list it`,
    )
  return GATES
}

/** All inputs of an action in the order of its README: its own, the shared ones, those of the pipeline. */
function inputsOf(definition) {
  const fields = [definition.config, sharedConfig, fileConfig].flatMap((section) => [...fieldsOf(section)])
  const own = fields
    .filter(({ field }) => field.input !== null)
    .map(({ field }) => ({
      name: field.input,
      description: field.description,
      assumed: field.fallbackText,
      fallback: '',
    }))
  const pipeline = PIPELINE_INPUTS.map((input) => ({ ...input, assumed: input.fallback }))
  return [...own, ...pipeline]
}

function outputsOf(definition) {
  return [...COMMON_OUTPUTS, ...definition.outputs]
}

function gateFiles(definition) {
  const settings = [...fieldsOf({ [definition.gate]: { ...definition.config, ...sharedConfig }, ...fileConfig })].map(
    ({ path: keys, field }) => [`\`${keys.join('.')}\``, field.input === null ? '' : `\`${field.input}\``, field.role],
  )
  const action = {
    id: definition.id,
    description: definition.description,
    source: 'src/config.ts',
    inputs: inputsOf(definition),
    outputs: outputsOf(definition),
  }
  return actionFiles(action, [['settings', table(['key in the config file', 'input', 'kind'], settings)]])
}

/** publish is no gate: its inputs are those of the pipeline, its outputs those of every gate. */
function publishFiles() {
  const action = {
    id: 'publish',
    description:
      'Joins the evidence of other jobs, decides on the whole, and writes what only a trusted job may write.',
    source: 'packages/core/src/action/publish-inputs.ts',
    inputs: PUBLISH_INPUTS.map((input) => ({ ...input, assumed: input.fallback })),
    outputs: [...COMMON_OUTPUTS, ...definitions.flatMap(({ outputs }) => outputs)],
  }
  return actionFiles(action, [])
}

/** The root action: its `action.yml` lies at the top, as the Marketplace wants it, its page with the other actions. */
function gatesFiles() {
  const action = {
    id: 'gates',
    title: 'Testwarden',
    folder: '.',
    description: 'Keeps a test suite trustworthy: every gate that has input, with one summary and one comment.',
    source: 'packages/core/src/action/gates-inputs.ts',
    inputs: GATES_INPUTS.map((input) => ({ ...input, assumed: input.fallback })),
    outputs: [...COMMON_OUTPUTS, ...definitions.flatMap(({ outputs }) => outputs)],
  }
  return actionFiles(action, [])
}

function actionFiles(action, tables) {
  const readme = join(ROOT, 'actions', action.id, 'README.md')
  return [
    { path: join(ROOT, action.folder ?? `actions/${action.id}`, 'action.yml'), content: actionYaml(action) },
    { path: readme, content: withTables(readme, [...commonTables(action), ...tables]) },
  ]
}

function actionYaml({ id, title = `Testwarden ${id}`, folder, description: about, source, inputs: own, outputs }) {
  const inputs = own.map(({ name, description, assumed, fallback }) => [
    name,
    {
      description: fallback === '' && assumed !== '' ? `${description} Assumed: ${oneLine(assumed)}.` : description,
      required: false,
      default: fallback,
    },
  ])
  const document = {
    name: title,
    description: about,
    author: 'Testwarden',
    branding: { icon: 'shield', color: 'green' },
    inputs: Object.fromEntries(inputs),
    outputs: Object.fromEntries(outputs.map(({ name, description }) => [name, { description }])),
    runs: { using: 'node24', main: `${folder === '.' ? '' : '../../'}dist/${id}/index.js` },
  }
  return `# Generated from ${source} by \`npm run generate\`.\n${stringify(document, { lineWidth: 120 })}`
}

function commonTables({ inputs: all, outputs }) {
  const inputs = all
    .filter((input) => input.audience !== 'internal')
    .map(({ name, description, assumed }) => [
      `\`${name}\``,
      description,
      assumed === '' ? '' : `\`${oneLine(assumed)}\``,
    ])
  const results = outputs.map(({ name, description }) => [`\`${name}\``, description])
  return [
    ['inputs', table(['input', 'meaning', 'assumed'], inputs)],
    ['outputs', table(['output', 'meaning'], results)],
  ]
}

function withTables(path, tables) {
  const source = existsSync(path) ? readFileSync(path, 'utf8') : ''
  return tables.reduce((text, [name, rows]) => replaceBetween({ text, name, rows, path }), source)
}

function replaceBetween({ text, name, rows, path }) {
  const [start, end] = [`<!-- generated:${name} -->`, `<!-- /generated:${name} -->`]
  const [from, to] = [text.indexOf(start), text.indexOf(end)]
  if (from < 0 || to < from) throw new Error(`${path}: the marks ${start} and ${end} are missing`)
  return `${text.slice(0, from + start.length)}\n${rows}\n${text.slice(to)}`
}

function table(titles, rows) {
  const lines = [titles, titles.map(() => '---'), ...rows]
  return lines.map((cells) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`).join('\n')
}

function oneLine(text) {
  return text.replaceAll('\n', ', ')
}

function configSchema() {
  const schema = {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: 'testwarden.config/1',
    title: 'Testwarden configuration (.github/testwarden.yml)',
    ...toJsonSchema(fileSchema(definitions)),
  }
  return { path: join(ROOT, 'schema', 'config.v1.schema.json'), content: `${JSON.stringify(schema, null, 2)}\n` }
}
