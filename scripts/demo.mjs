/**
 * `npm start`: three small repositories with a pull request each. Two gates judge them: is the changed code tested, and
 * which failed tests count? Builds all in a temporary folder, judges them with the bundled command and leaves the pages
 * there. Needs Node and nothing else; without git it reads stored diffs, and what needs a past is left out.
 *
 * Exit code 0 when the tour went as planned (a failing gate is part of the plan), 1 when it did not.
 */
import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, realpathSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { HISTORY, pushFlake, pushMain } from './demo-push.mjs'
import {
  CART,
  hasGit,
  INVOICE,
  ownEnvironment,
  REMINDERS,
  REPOSITORY,
  stageFolder,
  stageRepository,
} from './demo-stage.mjs'

/**
 * @typedef {object} Act
 * @property {import('./demo-stage.mjs').Example} example
 * @property {string} title
 * @property {readonly string[]} story
 * @property {0 | 1} expectedExit What the gate is to say: 1 when a written limit is broken.
 * @property {string} page Name of the HTML file that it leaves.
 * @property {'coverage' | 'flaky'} gate
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
    page: 'python-invoice.html',
    gate: 'coverage',
  },
  {
    example: CART,
    title: 'A TypeScript project that has no configuration at all',
    story: [
      'The pull request adds vouchers. Nobody wrote a limit,',
      'so the usual ones are assumed: the gate advises and never fails.',
    ],
    expectedExit: 0,
    page: 'typescript-cart.html',
    gate: 'coverage',
  },
]

/** @type {Act} */
const SECOND_RUN = {
  example: INVOICE,
  title: 'The Python project again, now with a past',
  story: [
    'Meanwhile main was pushed: the action ran there and appended a record to the branch testwarden-history.',
    'Then main got a commit that no tests ran for. The second run of the pull request finds the record behind it.',
  ],
  expectedExit: 1,
  page: 'python-invoice-second-run.html',
  gate: 'coverage',
}

/** @type {Act} */
const FAILING_TESTS = {
  example: REMINDERS,
  title: 'Two tests of a Python project fail: which one counts?',
  story: [
    'One test waits for a thread. It failed on main, and passed when its run was started again: a known flake,',
    'and .github/testwarden.yml has it under a quarantine with an owner and a last day.',
    'The pull request reminds people a day earlier, which another test does not expect.',
  ],
  expectedExit: 1,
  page: 'python-reminders.html',
  gate: 'flaky',
}

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
  const problem = isGitHere ? ((await playSecondRun(folder)) ?? (await playFailingTests(folder))) : null
  if (problem !== null) return giveUp(problem)
  await closing(folder, isGitHere ? [...ACTS, SECOND_RUN, FAILING_TESTS] : ACTS)
  return 0
}

/**
 * @param {{ act: Act, number: number, folder: string, isGitHere: boolean }} scene
 * @returns {Promise<string | null>} what went wrong
 */
async function play({ act, number, folder, isGitHere }) {
  const stage = isGitHere ? stageRepository : stageFolder
  stage(act.example, join(folder, act.example.name))
  return judge({ act, number, folder, scope: isGitHere ? ['--base', 'main'] : ['--diff', 'change.diff'] })
}

/**
 * @param {string} folder
 * @returns {Promise<string | null>} what went wrong
 */
async function playSecondRun(folder) {
  const { example } = SECOND_RUN
  const problem = pushMain(example, { workspace: join(folder, example.name), folder })
  if (problem !== null) return problem
  const scope = ['--base', 'main', '--history', HISTORY]
  return judge({ act: SECOND_RUN, number: ACTS.length + 1, folder, scope })
}

/**
 * @param {string} folder
 * @returns {Promise<string | null>} what went wrong
 */
async function playFailingTests(folder) {
  const { example } = FAILING_TESTS
  const workspace = join(folder, example.name)
  stageRepository(example, workspace)
  const problem = pushFlake(example, { workspace, folder })
  if (problem !== null) return problem
  return judge({ act: FAILING_TESTS, number: ACTS.length + 2, folder, scope: ['--base', 'main'] })
}

/**
 * @param {{ act: Act, number: number, folder: string, scope: readonly string[] }} scene
 * @returns {Promise<string | null>} what went wrong
 */
async function judge({ act, number, folder, scope }) {
  const command = `$ testwarden check ${act.gate} ${scope.join(' ')}`
  await say('', bold(`${number}. ${act.title}`), ...act.story, dim(command), '')
  const page = join(folder, act.page)
  const exitCode = await runGate(join(folder, act.example.name), [act.gate, ...scope, '--html', page])
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
 * @param {readonly string[]} words the gate, and its options
 * @returns {Promise<number | null>}
 */
function runGate(cwd, words) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [CLI, 'check', ...words], {
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
    bold('Testwarden: is the changed code tested, and which failed tests count?'),
    'Small repositories, one pull request each, real reports of their tests.',
  )
  if (!isGitHere)
    await say(
      yellow('git is not on PATH: the stored diffs of examples/ stand in for it,'),
      yellow('and there is no second run and no flaky test, because the past is found along the commits.'),
    )
}

/** @param {string} folder @param {readonly Act[]} acts */
async function closing(folder, acts) {
  const command = `node ${quoted(CLI)} check --base main`
  await say(
    '',
    bold('You saw written limits fail a pull request (exit 1) and assumed ones advise another (exit 0).'),
    'The same as pages for a browser; those of coverage have every file line by line:',
    ...acts.map(({ page }) => `  ${pathToFileURL(join(folder, page)).href}`),
    'Next, in a repository of yours, after its tests ran and left their reports:',
    `  ${command}`,
    '',
  )
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
