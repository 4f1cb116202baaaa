// Writes a new action that works, for its author to make their own; see docs/adding-an-action.md.
// Usage: npm run new:action <id> <gate>
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { index, main, outputs } from './scaffold/action/definition.mjs'
import { decide, fileLimitRule, present, reportProblemsRule, subject } from './scaffold/action/judging.mjs'
import { packageJson, tsconfigJson } from './scaffold/action/manifest.mjs'
import { collect, config, facts, mergeEvidence, parseFacts } from './scaffold/action/reading.mjs'
import { readme } from './scaffold/action/readme.mjs'
import { fileLimitTest, indexTest, kit, mergeTest } from './scaffold/action/tests.mjs'
import { applyPlan, ROOT, runScaffold } from './scaffold/apply-plan.mjs'
import { addDependency, addImport, addReference, addToArray } from './scaffold/edit-lists.mjs'
import { camelCase, Refusal, requireKebabCase } from './scaffold/names.mjs'

const USAGE = 'Usage: npm run new:action <id> <gate>'
const SECTIONS = 'packages/core/src/action/effective-config.ts'
/** What a config file has at its top beside the sections of the gates. */
const TOP_KEYS = ['history']

/** Every file of an action's folder, made of its names. */
const FILES = {
  'package.json': packageJson,
  'tsconfig.json': tsconfigJson,
  'README.md': readme,
  'src/config.ts': config,
  'src/collect.ts': collect,
  'src/facts.ts': facts,
  'src/merge-evidence.ts': mergeEvidence,
  'src/parse-facts.ts': parseFacts,
  'src/subject.ts': subject,
  'src/rules/file-limit.ts': fileLimitRule,
  'src/rules/report-problems.ts': reportProblemsRule,
  'src/decide.ts': decide,
  'src/present.ts': present,
  'src/outputs.ts': outputs,
  'src/index.ts': index,
  'src/main.ts': main,
  'test/kit.ts': kit,
  'test/index.test.ts': indexTest,
  'test/merge-evidence.test.ts': mergeTest,
  'test/rules/file-limit.test.ts': fileLimitTest,
}

runScaffold(() => {
  const names = readArguments(process.argv.slice(2))
  applyPlan({ files: filesOf(names), edits: registrations(names) })
  console.log(nextSteps(names))
}, USAGE)

function readArguments([id, gate, ...more]) {
  requireKebabCase(id, 'id of the action')
  requireKebabCase(gate, 'gate')
  if (more.length > 0) throw new Refusal(`There is something behind the last word: ${more.join(' ')}.`)
  if (existsSync(join(ROOT, 'actions', id))) throw new Refusal(`There is an action ${id} already: actions/${id}.`)
  for (const other of readdirSync(join(ROOT, 'actions'))) {
    const source = join(ROOT, 'actions', other, 'src', 'index.ts')
    if (existsSync(source) && readFileSync(source, 'utf8').includes(`gate: '${gate}'`))
      throw new Refusal(`The gate ${gate} is that of actions/${other} already.`)
  }
  if (TOP_KEYS.includes(gate))
    throw new Refusal(`The config file has a key ${gate} already, so no gate can be called it.`)
  const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'))
  return { id, gate, version }
}

function filesOf(names) {
  return Object.entries(FILES).map(([path, content]) => ({
    path: `actions/${names.id}/${path}`,
    content: content(names),
  }))
}

/** Everything that must know of an action before it is built, tested and checked. */
function registrations({ id, gate, version }) {
  const referenceTo = (path, neighbours) => (source) => addReference(source, { path, neighbours })
  return [
    { path: 'tsconfig.json', edit: referenceTo(`actions/${id}`, 'actions/') },
    { path: 'tsconfig.tests.json', edit: referenceTo(`actions/${id}`, 'actions/') },
    { path: 'packages/suite/tsconfig.json', edit: referenceTo(`../../actions/${id}`, '../../actions/') },
    {
      path: 'packages/suite/package.json',
      edit: (source) => addDependency(source, { name: `@testwarden/action-${id}`, version }),
    },
    { path: 'packages/suite/src/gates.ts', edit: (source) => addGate(source, id) },
    {
      path: SECTIONS,
      edit: (source) => addToArray(source, { name: 'GATE_SECTIONS', item: `'${gate}'`, order: 'last' }),
    },
  ]
}

function addGate(source, id) {
  const added = addToArray(source, { name: 'GATES', item: camelCase(id), order: 'last' })
  return addImport(added, `import { ${camelCase(id)} } from '@testwarden/action-${id}/index'`)
}

function nextSteps({ id, gate }) {
  return `
It counts files, which stands for whatever ${id} is to look at. Now run:

  npm install         # links the new package, so that others can import it
  npm run generate    # writes actions/${id}/action.yml, the tables of its README and the config's schema
  npm test            # passes
  npm run build && node dist/cli/index.js check ${gate} --files 'src/**'

docs/adding-an-action.md says what to make your own, in which order.`
}
