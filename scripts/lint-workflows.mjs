// Lints every action.yml and workflow with GitHub's own parser, and for what the parser does not see.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'esbuild'
import { parse } from 'yaml'

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..')
const ACTION_KEYS = ['name', 'description', 'author', 'branding', 'inputs', 'outputs', 'runs']
const INPUT_KEYS = ['description', 'required', 'default', 'deprecationMessage']

const parser = await loadParser()
const inFolders = readdirSync(join(ROOT, 'actions')).map((name) => `actions/${name}/action.yml`)
/** The action of `gates` lies at the top. */
const actions = ['action.yml', ...inFolders.filter((path) => existsSync(join(ROOT, path)))]
const workflows = readdirSync(join(ROOT, '.github/workflows')).map((name) => `.github/workflows/${name}`)
const faults = [...actions.flatMap(lintAction), ...workflows.flatMap(lintWorkflow)]
for (const fault of faults) console.error(fault)
console.log(`workflow lint: ${actions.length} actions, ${workflows.length} workflows, ${faults.length} faults`)
process.exitCode = faults.length === 0 ? 0 : 1

/** The parser imports JSON without an attribute, which Node refuses: bundled, it loads. */
async function loadParser() {
  const outfile = join(ROOT, 'build', 'workflow-parser.mjs')
  await build({
    stdin: {
      contents: `export { parseWorkflow, NoOperationTraceWriter } from '@actions/workflow-parser'
        export { parseAction } from '@actions/workflow-parser/actions/action-parser'`,
      resolveDir: ROOT,
    },
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" },
    logLevel: 'error',
  })
  return import(pathToFileURL(outfile).href)
}

function lintAction(path) {
  const content = readFileSync(join(ROOT, path), 'utf8')
  const document = parse(content)
  const isComposite = document.runs?.using === 'composite'
  const main = join(dirname(path), document.runs?.main ?? '')
  return [
    ...syntaxFaults(path, parser.parseAction({ name: path, content }, new parser.NoOperationTraceWriter())),
    ...unknownKeys(path, document, ACTION_KEYS),
    ...Object.entries(document.inputs ?? {}).flatMap(([name, input]) =>
      unknownKeys(`${path} input ${name}`, input, INPUT_KEYS),
    ),
    ...(isComposite ? document.runs.steps.flatMap((step) => lintStep(path, step)) : lintScript(path, document, main)),
  ]
}

function lintScript(path, { runs }, main) {
  return [
    ...(runs?.using === 'node24' ? [] : [`${path}: runs.using must be node24 or composite`]),
    ...(/^dist\/[\w-]+\/index\.js$/.test(main) ? [] : [`${path}: runs.main leads to ${main}, not into dist/`]),
  ]
}

function lintWorkflow(path) {
  const content = readFileSync(join(ROOT, path), 'utf8')
  const document = parse(content)
  const steps = Object.values(document.jobs ?? {}).flatMap((job) => job.steps ?? [])
  return [
    ...syntaxFaults(path, parser.parseWorkflow({ name: path, content }, new parser.NoOperationTraceWriter())),
    ...(JSON.stringify(document.permissions) === '{}' ? [] : [`${path}: permissions must be {} at the top`]),
    ...steps.flatMap((step) => lintStep(path, step)),
  ]
}

function lintStep(path, { uses, run, with: inputs }) {
  const faults = []
  if (uses && !uses.startsWith('./') && !/@[0-9a-f]{40}$/.test(uses))
    faults.push(`${path}: ${uses} is not pinned to a sha`)
  if (uses?.startsWith('actions/checkout@') && inputs?.['persist-credentials'] !== false)
    faults.push(`${path}: checkout must set persist-credentials: false`)
  if (/\$\{\{/.test(run ?? '')) faults.push(`${path}: an expression inside run: can inject commands; pass it by env`)
  return faults
}

function syntaxFaults(path, result) {
  return result.context.errors.getErrors().map((error) => `${path}: ${error.message}`)
}

function unknownKeys(where, mapping, known) {
  return Object.keys(mapping ?? {})
    .filter((key) => !known.includes(key))
    .map((key) => `${where}: unknown key ${key}`)
}
