/**
 * Makes the coverage fixtures and the examples' reports again, with the real tools:
 *
 *   node scripts/refresh-fixtures.mjs                 every recipe
 *   node scripts/refresh-fixtures.mjs gcovr vitest    these recipes
 *
 * A recipe is one file in scripts/fixtures/. Its tools are installed by pip or npm into a folder of their own, its
 * project is copied to a neutral folder (reports contain absolute paths), its commands run there, and the report is
 * stored beside a PROVENANCE.md. A recipe whose toolchain is missing is skipped aloud and counted. Needs a POSIX shell.
 */
import { spawnSync } from 'node:child_process'
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { homedir } from 'node:os'
import { basename, delimiter, dirname, join, relative, resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { installTools } from './fixtures/lib/install-tools.mjs'
import { provenance, undated } from './fixtures/lib/provenance.mjs'
import { firstLine, isOnPath, kept, shell } from './fixtures/lib/shell.mjs'

/** @typedef {import('./fixtures/lib/recipe.mjs').Recipe} Recipe */
/** @typedef {import('./fixtures/lib/recipe.mjs').Case} Case */

const REPOSITORY = resolve(dirname(fileURLToPath(import.meta.url)), '..')
const NEUTRAL = '/tmp/testwarden-example'

await main(process.argv.slice(2))

/** @param {string[]} wanted */
async function main(wanted) {
  const tally = { made: 0, unchanged: 0, skipped: 0, failed: 0 }
  for (const { name, recipe } of await recipes(wanted)) {
    const lack = lackOf(recipe)
    if (lack !== null) {
      tally.skipped += recipe.cases.length
      console.log(`SKIPPED ${name}: ${lack} (${recipe.cases.length} fixtures kept as they are)`)
      continue
    }
    for (const result of refresh(name, recipe)) tally[result]++
  }
  console.log(`${tally.made} made, ${tally.unchanged} unchanged, ${tally.skipped} skipped, ${tally.failed} failed`)
  process.exitCode = tally.failed > 0 ? 1 : 0
}

/**
 * @param {string[]} wanted
 * @returns {Promise<{ name: string, recipe: Recipe }[]>}
 */
async function recipes(wanted) {
  const folder = join(REPOSITORY, 'scripts', 'fixtures')
  const files = readdirSync(folder).filter((file) => file.endsWith('.mjs'))
  const known = files.map((file) => basename(file, '.mjs')).sort()
  const unknown = wanted.filter((name) => !known.includes(name))
  if (unknown.length > 0) throw new Error(`no recipe ${unknown.join(', ')}; there are ${known.join(', ')}`)
  const names = wanted.length > 0 ? wanted : known
  return Promise.all(
    names.map(async (name) => ({
      name,
      recipe: (await import(pathToFileURL(join(folder, `${name}.mjs`)).href)).recipe,
    })),
  )
}

/**
 * @param {Recipe} recipe
 * @returns {string | null} what this machine has not got
 */
function lackOf({ requires, generation, tool }) {
  const missing = requires.filter((command) => !isOnPath(command))
  if (missing.length > 0) return `${missing.join(', ')} not found`
  if (generation === undefined || spawnSync('sh', ['-c', generation]).status === 0) return null
  return `the installed generation is not ${tool}`
}

/**
 * @param {string} name
 * @param {Recipe} recipe
 * @returns {('made' | 'unchanged' | 'failed')[]}
 */
function refresh(name, recipe) {
  try {
    const tools = installTools(recipe)
    return recipe.cases.map((one) => attempt(one.target, () => makeCase(recipe, one, tools)))
  } catch (error) {
    console.error(`FAILED ${name}: ${messageOf(error)}`)
    return recipe.cases.map(() => 'failed')
  }
}

/**
 * @param {string} target
 * @param {() => 'made' | 'unchanged'} make
 */
function attempt(target, make) {
  try {
    const result = make()
    console.log(`${result} ${target}`)
    return result
  } catch (error) {
    console.error(`FAILED ${target}: ${messageOf(error)}`)
    return /** @type {const} */ ('failed')
  }
}

/**
 * @param {Recipe} recipe
 * @param {Case} one
 * @param {string} tools
 */
function makeCase(recipe, one, tools) {
  const project = layOut(one, tools)
  const environment = neutralEnvironment(tools)
  for (const command of one.commands) shell(command, project, environment)
  const files = filesOf(join(project, one.report))
  const text = provenance({
    recipe,
    one,
    versions: recipe.versions.map((line) => firstLine(shell(line, project, environment))),
    totals: kept(shell(one.totals.run, project, environment), one.totals.keep),
    folder: project,
    date: new Date().toISOString().slice(0, 10),
  })
  requireNeutral([...files.values(), text].join('\n'), tools)
  return store(one, files, text)
}

/**
 * A report by path in its folder; `` is a report that is one file.
 * @param {string} report
 * @returns {Map<string, string>}
 */
function filesOf(report) {
  if (!statSync(report).isDirectory()) return new Map([['', readFileSync(report, 'utf8')]])
  const entries = readdirSync(report, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  const paths = entries.map((entry) => join(entry.parentPath, entry.name)).sort()
  return new Map(paths.map((path) => [relative(report, path), readFileSync(path, 'utf8')]))
}

/** @param {Case} one @param {string} tools */
function layOut({ project: name, tree, files = {} }, tools) {
  const project = join(NEUTRAL, name)
  const source = join(REPOSITORY, 'examples', name)
  rmSync(project, { recursive: true, force: true })
  cpSync(join(source, 'base'), project, { recursive: true })
  if (tree === 'change') cpSync(join(source, 'change'), project, { recursive: true, force: true })
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(project, path)), { recursive: true })
    writeFileSync(join(project, path), content)
  }
  if (existsSync(join(tools, 'node_modules'))) symlinkSync(join(tools, 'node_modules'), join(project, 'node_modules'))
  return project
}

/** @param {string} tools @returns {NodeJS.ProcessEnv} */
function neutralEnvironment(tools) {
  const path = [join(tools, 'bin'), join(tools, 'node_modules', '.bin'), process.env.PATH].join(delimiter)
  const { FORCE_COLOR: _, ...rest } = process.env
  return { ...rest, PATH: path, NO_COLOR: '1', LC_ALL: 'C.UTF-8', PYTHONDONTWRITEBYTECODE: '1', PERL_HASH_SEED: '0' }
}

/**
 * A refresh that changed nothing but times leaves the files alone, so that a diff shows what tools changed.
 * @param {Case} one
 * @param {Map<string, string>} files
 * @param {string} text
 */
function store(one, files, text) {
  const folder = join(REPOSITORY, one.target)
  const report = join(folder, one.as)
  const textFile = join(folder, 'PROVENANCE.md')
  const known = existsSync(report) ? filesOf(report) : new Map()
  if (undatedFiles(known) === undatedFiles(files) && undated(readIfThere(textFile)) === undated(text))
    return 'unchanged'
  rmSync(report, { recursive: true, force: true })
  for (const [path, content] of files) {
    mkdirSync(dirname(join(report, path)), { recursive: true })
    writeFileSync(join(report, path), content)
  }
  writeFileSync(textFile, text)
  return 'made'
}

/** @param {Map<string, string>} files */
function undatedFiles(files) {
  return JSON.stringify([...files].map(([path, content]) => [path, undated(content)]))
}

/** @param {string} text @param {string} tools */
function requireNeutral(text, tools) {
  for (const path of [REPOSITORY, tools, homedir()]) {
    if (path !== '/' && text.includes(path)) throw new Error(`the report mentions ${path}`)
  }
}

/** @param {string} path */
function readIfThere(path) {
  return existsSync(path) ? readFileSync(path, 'utf8') : ''
}

/** @param {unknown} error */
function messageOf(error) {
  return error instanceof Error ? error.message : String(error)
}
