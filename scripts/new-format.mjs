// Writes a new report format for its author to fill in; see docs/adding-a-format.md.
// Usage: npm run new:format <kind> <id> "<Display name>" [lines|xml|json]
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { applyPlan, ROOT, runScaffold } from './scaffold/apply-plan.mjs'
import { addImport, addToArray } from './scaffold/edit-lists.mjs'
import * as benchmark from './scaffold/format/benchmark-readers.mjs'
import * as coverage from './scaffold/format/coverage-readers.mjs'
import { fixtureFiles } from './scaffold/format/fixtures.mjs'
import { formatFile } from './scaffold/format/format-file.mjs'
import { addFormatRow, pageOf } from './scaffold/format/page-row.mjs'
import { readerTest } from './scaffold/format/reader-test.mjs'
import * as testRun from './scaffold/format/test-run-readers.mjs'
import { camelCase, Refusal, requireDisplayName, requireKebabCase } from './scaffold/names.mjs'

const USAGE = 'Usage: npm run new:format <kind> <id> "<Display name>" [lines|xml|json]'
const SOURCES = 'packages/formats/src'
/** By kind of report, then by what the file is made of. */
const READERS = {
  benchmark: readersOf(benchmark),
  coverage: readersOf(coverage),
  'test-run': readersOf(testRun),
}

runScaffold(() => {
  const names = readArguments(process.argv.slice(2))
  applyPlan(planOf(names))
  console.log(nextSteps(names))
}, USAGE)

function readersOf({ lineReader, xmlReader, jsonReader }) {
  return { lines: lineReader, xml: xmlReader, json: jsonReader }
}

function readArguments([kind, id, displayName, skeleton = 'lines', ...more]) {
  requireKind(kind)
  requireKebabCase(id, 'id of the format')
  requireDisplayName(displayName)
  if (!Object.hasOwn(READERS[kind], skeleton))
    throw new Refusal(`A format is made of lines, of xml or of json, not of ${skeleton}.`)
  if (more.length > 0) throw new Refusal(`There is something behind the last word: ${more.join(' ')}.`)
  for (const taken of [`${SOURCES}/${kind}/${id}`, `fixtures/${kind}/${id}`])
    if (existsSync(join(ROOT, taken))) throw new Refusal(`There is a format ${id} already: ${taken}.`)
  return { kind, id, displayName, skeleton }
}

function requireKind(kind) {
  if (kind !== undefined && Object.hasOwn(READERS, kind)) return
  const what = kind === undefined ? 'The kind of report is missing.' : `There is no kind of report ${kind} yet.`
  throw new Refusal(`${what} Kinds: ${Object.keys(READERS).join(', ')}.`)
}

function planOf(names) {
  const { kind, id, skeleton } = names
  return {
    files: [
      { path: `${SOURCES}/${kind}/${id}.ts`, content: formatFile(names) },
      { path: `${SOURCES}/${kind}/${id}/reader.ts`, content: READERS[kind][skeleton](names) },
      { path: `packages/formats/test/${kind}/${id}.test.ts`, content: readerTest(names) },
      ...fixtureFiles(names),
    ],
    edits: [{ path: `${SOURCES}/${kind}/registry.ts`, edit: (source) => register(source, names) }, ...pageEdits(names)],
  }
}

/** Formats of coverage have no page with a row for each. */
function pageEdits(names) {
  const path = pageOf(names.kind)
  return path === null ? [] : [{ path, edit: (page) => addFormatRow(page, names) }]
}

function register(source, { kind, id }) {
  const list = `${camelCase(kind)}Formats`
  const added = addToArray(source, { name: list, item: camelCase(id), order: 'sorted' })
  return addImport(added, `import { ${camelCase(id)} } from './${id}.js'`)
}

function nextSteps({ kind, id }) {
  return `
Everything compiles, and nothing is read yet. What is left to do:

  npm test -- test/contract/fill-in
      lists every place to fill in
  npm test -- packages/formats/test/${kind}
      passes when the reader and the fixtures of ${id} agree

docs/adding-a-format.md goes through it step by step.`
}
