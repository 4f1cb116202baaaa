import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Refusal } from './names.mjs'

export const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const FORMATTER = join(ROOT, 'node_modules', '@biomejs', 'biome', 'bin', 'biome')

/**
 * What a scaffold wants written. Paths are relative to the repository, with `/`.
 * @typedef {object} Plan
 * @property {readonly { path: string, content: string }[]} files new ones
 * @property {readonly { path: string, edit: (source: string) => string }[]} edits of files that exist
 */

/**
 * Writes a plan, or nothing at all when something is in its way.
 * @param {Plan} plan
 * @throws {Refusal} when a file exists already, or one that must be edited does not
 */
export function applyPlan({ files, edits }) {
  for (const { path } of files)
    if (existsSync(join(ROOT, path))) throw new Refusal(`${path} exists already. Choose another name, or remove it.`)
  const edited = edits.map(({ path, edit }) => ({ path, content: edit(read(path)) }))
  for (const { path, content } of [...files, ...edited]) {
    mkdirSync(dirname(join(ROOT, path)), { recursive: true })
    writeFileSync(join(ROOT, path), content)
  }
  format([...files, ...edited].map(({ path }) => path).filter((path) => /\.(ts|json)$/.test(path)))
  for (const { path } of files) console.log(`new      ${path}`)
  for (const { path } of edited) console.log(`changed  ${path}`)
}

/**
 * Runs a scaffold and tells refusals without a stack.
 * @param {() => void} work
 * @param {string} usage
 */
export function runScaffold(work, usage) {
  try {
    work()
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    console.error(`${error.message}\n${usage}`)
    process.exitCode = 2
  }
}

function read(path) {
  if (!existsSync(join(ROOT, path))) throw new Refusal(`${path} is missing.`)
  return readFileSync(join(ROOT, path), 'utf8')
}

/** Fixtures are none of the formatter's business, so a run that finds nothing to do is fine. */
function format(paths) {
  if (!existsSync(FORMATTER)) {
    console.log('Not formatted: run `npm ci`, then `npm run format`.')
    return
  }
  const args = [FORMATTER, 'check', '--write', '--no-errors-on-unmatched', ...paths]
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: ROOT, encoding: 'utf8' })
  if (status !== 0) console.error(`The formatter is not content:\n${stdout}${stderr}`)
}
