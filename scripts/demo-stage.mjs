/**
 * Puts an example on stage: a folder that looks as a checkout does when the tests of a pull request have just run.
 * Node built-ins only: `npm start` works on a fresh clone with nothing installed.
 */
import { execFileSync, spawnSync } from 'node:child_process'
import { copyFileSync, cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

export const REPOSITORY = resolve(dirname(fileURLToPath(import.meta.url)), '..')

/**
 * @typedef {object} Example
 * @property {string} name A folder of examples/.
 * @property {string} branch The pull request's branch.
 * @property {readonly [before: string, after: string]} commits Their messages.
 * @property {string} stored The reports in examples/<name>/reports/<tree>.
 * @property {string} report Where the tool writes it.
 */

/** @type {Example} */
export const INVOICE = {
  name: 'python-invoice',
  branch: 'credit-notes',
  commits: ['Invoices that add up', 'Credit notes, and a discount for paying early'],
  stored: 'coverage.xml',
  report: 'coverage.xml',
}

/** @type {Example} */
export const CART = {
  name: 'typescript-cart',
  branch: 'vouchers',
  commits: ['A shopping cart', 'Vouchers'],
  stored: 'lcov.info',
  report: 'coverage/lcov.info',
}

/** @type {Example} */
export const REMINDERS = {
  name: 'python-reminders',
  branch: 'last-day',
  commits: ['Reminders', 'Remind people on the last day'],
  stored: 'report.xml',
  report: 'report.xml',
}

/** @param {Example} example */
export function storedDiff({ name }) {
  return join(REPOSITORY, 'examples', name, 'change.diff')
}

export function hasGit() {
  return spawnSync('git', ['--version'], { stdio: 'ignore' }).status === 0
}

/**
 * A git repository with the base on `main` and the change on a branch that is checked out.
 * @param {Example} example
 * @param {string} folder
 */
export function stageRepository(example, folder) {
  mkdirSync(folder, { recursive: true })
  const git = gitIn(folder)
  git('init', '--quiet', '--template=')
  git('symbolic-ref', 'HEAD', 'refs/heads/main')
  git('config', 'core.autocrlf', 'false')
  layOver(folder, example.name, 'base')
  beginQuarantines(folder)
  git('add', '--all')
  git('commit', '--quiet', '--message', example.commits[0])
  git('checkout', '--quiet', '-b', example.branch)
  layOver(folder, example.name, 'change')
  git('add', '--all')
  git('commit', '--quiet', '--message', example.commits[1])
  putReport(example, { folder, tree: 'change' })
}

/**
 * The same files without a repository, and the change as `change.diff`, for a machine without git.
 * @param {Example} example
 * @param {string} folder
 */
export function stageFolder(example, folder) {
  layOver(folder, example.name, 'base')
  layOver(folder, example.name, 'change')
  copyFileSync(storedDiff(example), join(folder, 'change.diff'))
  putReport(example, { folder, tree: 'change' })
}

/**
 * What the change of a staged repository is, as git tells it.
 * @param {string} folder
 */
export function diffOf(folder) {
  return gitIn(folder)(
    'diff',
    '--no-color',
    '--no-ext-diff',
    '--diff-algorithm=histogram',
    '--abbrev=7',
    'main',
    'HEAD',
  )
}

/**
 * The environment without what belongs to another repository or to a job around us.
 * @returns {NodeJS.ProcessEnv}
 */
export function ownEnvironment() {
  const foreign = /^(GIT|GITHUB|INPUT|RUNNER)_/i
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !foreign.test(name)))
}

/** @param {string} folder @param {string} name @param {'base' | 'change'} tree */
function layOver(folder, name, tree) {
  cpSync(join(REPOSITORY, 'examples', name, tree), folder, {
    recursive: true,
    filter: (path) => basename(path) !== 'node_modules',
  })
}

/**
 * An example's quarantines begin today: they would have ended otherwise.
 * @param {string} folder
 */
function beginQuarantines(folder) {
  const path = join(folder, '.github', 'testwarden.yml')
  if (!existsSync(path)) return
  const today = new Date().toISOString().slice(0, 10)
  writeFileSync(path, readFileSync(path, 'utf8').replace(/since: \S+/g, `since: ${today}`))
}

/**
 * What the example's own tests wrote on one of its trees, where their tool leaves it.
 * @param {Example} example
 * @param {{ folder: string, tree: 'base' | 'flaked' | 'change' }} place
 */
export function putReport({ name, stored, report }, { folder, tree }) {
  const target = join(folder, report)
  mkdirSync(dirname(target), { recursive: true })
  copyFileSync(join(REPOSITORY, 'examples', name, 'reports', tree, stored), target)
}

/**
 * Git with an identity and a clock of its own: the reader's settings neither help nor hinder, and every run makes the
 * same commits.
 * @param {string} folder
 */
export function gitIn(folder) {
  const when = '2026-11-21T12:00:00Z'
  const env = {
    ...ownEnvironment(),
    GIT_CONFIG_GLOBAL: '/dev/null',
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_AUTHOR_NAME: 'Example',
    GIT_AUTHOR_EMAIL: 'example@example.test',
    GIT_AUTHOR_DATE: when,
    GIT_COMMITTER_NAME: 'Example',
    GIT_COMMITTER_EMAIL: 'example@example.test',
    GIT_COMMITTER_DATE: when,
  }
  // Older versions of git read the reader's settings all the same: those that would hinder are named.
  const settings = ['-c', 'commit.gpgSign=false', '-c', 'core.autocrlf=false']
  /** @param {string[]} args */
  return (...args) => execFileSync('git', [...settings, ...args], { cwd: folder, env, encoding: 'utf8' })
}
