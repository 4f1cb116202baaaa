/**
 * `npm start`: two small repositories, two pull requests, one gate. Builds both in a temporary folder, judges them with
 * the bundled command and leaves the pages there. Needs Node and nothing else; without git it reads stored diffs.
 *
 * Exit code 0 when the tour went as planned (a failing gate is part of the plan), 1 when it did not.
 */
import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, realpathSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { CART, hasGit, INVOICE, ownEnvironment, REPOSITORY, stageFolder, stageRepository } from './demo-stage.mjs'

/**
 * @typedef {object} Act
 * @property {import('./demo-stage.mjs').Example} example
 * @property {string} title
 * @property {readonly string[]} story
 * @property {0 | 1} expectedExit What the gate is to say: 1 when a written limit is broken.
 */

/** @type {readonly Act[]} */
const ACTS = [
  {
    example: INVOICE,
    title: 'A Python project that wrote its limits down',
    story: [
      'The pull request adds credit notes and a discount for paying early.',
      '.github/testwarden.yml asks for 90 % of the new lines to be tested: the gate fails.',
    ],
    expectedExit: 1,
  },
  {
    example: CART,
    title: 'A TypeScript project that has no configuration at all',
    story: [
      'The pull request adds vouchers. Nobody wrote a limit,',
      'so the usual ones are assumed: the gate advises and never fails.',
    ],
    expectedExit: 0,
  },
]

const CLI = join(REPOSITORY, 'dist', 'cli', 'index.js')
const hasColours = process.stdout.isTTY && process.stdout.hasColors()

process.exitCode = await main().catch((error) => giveUp(error instanceof Error ? error.message : String(error)))

/** @returns {Promise<0 | 1>} */
async function main() {
  if (!existsSync(CLI)) return giveUp('dist/cli/index.js is missing. Build it first: npm ci && npm run build')
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'testwarden-demo-')))
  const isGitHere = hasGit()
  await opening(isGitHere)
  for (const [index, act] of ACTS.entries()) {
    const problem = await play({ act, number: index + 1, folder, isGitHere })
    if (problem !== null) return giveUp(problem)
  }
  await closing(folder)
  return 0
}

/**
 * @param {{ act: Act, number: number, folder: string, isGitHere: boolean }} scene
 * @returns {Promise<string | null>} what went wrong
 */
async function play({ act, number, folder, isGitHere }) {
  const { example } = act
  const workspace = join(folder, example.name)
  const stage = isGitHere ? stageRepository : stageFolder
  stage(example, workspace)
  const scope = isGitHere ? ['--base', 'main'] : ['--diff', 'change.diff']
  await say(
    '',
    bold(`${number}. ${act.title}`),
    ...act.story,
    dim(`$ testwarden check coverage ${scope.join(' ')}`),
    '',
  )
  const page = pageOf(folder, act)
  const exitCode = await runGate(workspace, [...scope, '--html', page])
  return problemOf(act, exitCode, page)
}

/** @param {Act} act @param {number | null} exitCode @param {string} page */
function problemOf(act, exitCode, page) {
  if (exitCode !== act.expectedExit) {
    return `${act.example.name}: the gate ended with ${exitCode}, expected ${act.expectedExit}`
  }
  if (!existsSync(page) || statSync(page).size === 0) return `${act.example.name}: no page was written to ${page}`
  return null
}

/**
 * The command writes straight to our terminal, so it decides about colours as it would for the reader.
 * @param {string} cwd
 * @param {readonly string[]} options
 * @returns {Promise<number | null>}
 */
function runGate(cwd, options) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [CLI, 'check', 'coverage', ...options], {
      cwd,
      env: ownEnvironment(),
      stdio: ['ignore', 'inherit', 'inherit'],
    })
    child.on('error', reject)
    child.on('close', resolve)
  })
}

/** @param {boolean} isGitHere */
async function opening(isGitHere) {
  await say(
    '',
    bold('Testwarden: is the changed code tested?'),
    'Two small repositories, one pull request each, real reports of their tests.',
  )
  if (!isGitHere) await say(yellow('git is not on PATH: the stored diffs of examples/ stand in for it.'))
}

/** @param {string} folder */
async function closing(folder) {
  const command = `node ${quoted(CLI)} check coverage --base main`
  await say(
    '',
    bold('You saw a written limit fail a pull request (exit 1) and assumed limits advise another (exit 0).'),
    'The same as pages for a browser:',
    ...ACTS.map((act) => `  ${pathToFileURL(pageOf(folder, act)).href}`),
    'Next, in a repository of yours, after its tests ran with coverage:',
    `  ${command}`,
    '',
  )
}

/** @param {string} folder @param {Act} act */
function pageOf(folder, { example }) {
  return join(folder, `${example.name}.html`)
}

/** @param {string} message @returns {1} */
function giveUp(message) {
  process.stderr.write(`\nThe demo stopped. ${message}\n`)
  return 1
}

/**
 * Waits until the text is out, so that the command's own output follows it.
 * @param {string[]} lines
 * @returns {Promise<void>}
 */
function say(...lines) {
  return new Promise((resolve) => {
    process.stdout.write(`${lines.join('\n')}\n`, () => resolve())
  })
}

/** @param {string} path */
function quoted(path) {
  return path.includes(' ') ? `"${path}"` : path
}

/** @param {string} text */
function bold(text) {
  return hasColours ? `\u001b[1m${text}\u001b[22m` : text
}

/** @param {string} text */
function dim(text) {
  return hasColours ? `\u001b[2m${text}\u001b[22m` : text
}

/** @param {string} text */
function yellow(text) {
  return hasColours ? `\u001b[33m${text}\u001b[39m` : text
}
