/**
 * A push to `main` as GitHub would run it: a remote, a checkout of the pushed commit, the report that its tests wrote, and
 * the action of `dist/` with the variables that a runner sets. What it appends lands on a branch of the remote.
 * Node built-ins only, as everything that `npm start` needs.
 */
import { spawnSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gitIn, ownEnvironment, putReport, REPOSITORY } from './demo-stage.mjs'

export const HISTORY = 'git:testwarden-history'

/**
 * Pushes the base of a staged repository and runs the gate on it. Then `main` moves on by a commit whose tests nobody
 * ran, so that the base of the pull request has no record of its own.
 * @param {import('./demo-stage.mjs').Example} example
 * @param {{ workspace: string, folder: string }} places the staged repository, and where there is room beside it
 * @returns {string | null} what went wrong
 */
export function pushMain(example, { workspace, folder }) {
  const checkout = openRemote(example, { workspace, folder })
  const git = gitIn(workspace)
  putReport(example, { folder: checkout, tree: 'base' })
  const problem = runAction({ action: 'coverage-gate', checkout, folder, run: 1, expectedExit: 0 })
  if (problem !== null) return problem
  moveOn(git)
  layOnto(git, example.branch)
  return null
}

/**
 * Pushes the base of a staged repository, whose tests pass, and a commit with a test that fails. Somebody starts its run
 * again, and it passes: that proves a flake.
 * @param {import('./demo-stage.mjs').Example} example
 * @param {{ workspace: string, folder: string }} places the staged repository, and where there is room beside it
 * @returns {string | null} what went wrong
 */
export function pushFlake(example, { workspace, folder }) {
  const checkout = openRemote(example, { workspace, folder })
  const git = gitIn(workspace)
  const job = { action: 'flaky-detector', checkout, folder }
  putReport(example, { folder: checkout, tree: 'base' })
  const problem = runAction({ ...job, run: 1, expectedExit: 0 })
  if (problem !== null) return problem
  moveOn(git)
  gitIn(checkout)('pull', '--quiet')
  putReport(example, { folder: checkout, tree: 'flaked' })
  const failed = runAction({ ...job, run: 2, expectedExit: 1 })
  if (failed !== null) return failed
  putReport(example, { folder: checkout, tree: 'base' })
  const again = runAction({ ...job, run: 3, expectedExit: 0 })
  if (again === null) layOnto(git, example.branch)
  return again
}

/**
 * A remote of its own for a staged repository, with its base.
 * @param {import('./demo-stage.mjs').Example} example
 * @param {{ workspace: string, folder: string }} places
 * @returns {string} a checkout of `main`
 */
function openRemote(example, { workspace, folder }) {
  const remote = join(folder, `${example.name}.git`)
  const checkout = join(folder, `${example.name}-main`)
  gitIn(folder)('init', '--quiet', '--bare', '--template=', remote)
  gitIn(remote)('symbolic-ref', 'HEAD', 'refs/heads/main')
  const git = gitIn(workspace)
  git('remote', 'add', 'origin', remote)
  git('push', '--quiet', 'origin', 'main')
  gitIn(folder)('clone', '--quiet', '--template=', remote, checkout)
  return checkout
}

/**
 * One more commit of `main`.
 * @param {(...args: string[]) => string} git
 */
function moveOn(git) {
  git('checkout', '--quiet', 'main')
  git('commit', '--quiet', '--allow-empty', '--message', 'Thank our contributors [skip ci]')
  git('push', '--quiet', 'origin', 'main')
}

/**
 * The branch is laid onto the new tip, as the merge commit that GitHub has a pull request tested at.
 * @param {(...args: string[]) => string} git
 * @param {string} branch
 */
function layOnto(git, branch) {
  git('checkout', '--quiet', branch)
  git('rebase', '--quiet', 'main')
}

/**
 * @typedef {object} Job
 * @property {string} action
 * @property {string} checkout
 * @property {string} folder
 * @property {number} run
 * @property {0 | 1} expectedExit
 */

/**
 * @param {Job} job
 * @returns {string | null} what went wrong
 */
function runAction(job) {
  const action = join(REPOSITORY, 'dist', job.action, 'index.js')
  const { status, stdout, stderr } = spawnSync(process.execPath, [action], {
    cwd: job.checkout,
    env: { ...ownEnvironment(), ...runnerEnvironment(job) },
    encoding: 'utf8',
  })
  return status === job.expectedExit ? null : `the run on main ended with ${status}\n${stdout}${stderr}`
}

/** @param {Job} job */
function runnerEnvironment({ checkout, folder, run }) {
  const runner = join(folder, 'runner')
  mkdirSync(runner, { recursive: true })
  /** @param {string} name @param {string} content */
  const file = (name, content) => {
    const path = join(runner, name)
    writeFileSync(path, content)
    return path
  }
  return {
    GITHUB_ACTIONS: 'true',
    GITHUB_WORKSPACE: checkout,
    GITHUB_EVENT_NAME: 'push',
    GITHUB_EVENT_PATH: file('event.json', JSON.stringify({ repository: { default_branch: 'main' } })),
    GITHUB_REF: 'refs/heads/main',
    GITHUB_SHA: gitIn(checkout)('rev-parse', 'HEAD').trim(),
    GITHUB_WORKFLOW: 'CI',
    GITHUB_JOB: 'test',
    GITHUB_ACTION: 'gate',
    GITHUB_RUN_ID: String(run),
    GITHUB_RUN_ATTEMPT: '1',
    GITHUB_OUTPUT: file('output', ''),
    GITHUB_STEP_SUMMARY: file('summary', ''),
    RUNNER_TEMP: runner,
    INPUT_HISTORY: HISTORY,
  }
}
