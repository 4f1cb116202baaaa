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

const ACTION = join(REPOSITORY, 'dist', 'coverage-gate', 'index.js')

/**
 * Pushes the base of a staged repository and runs the gate on it. Then `main` moves on by a commit whose tests nobody
 * ran, so that the base of the pull request has no record of its own.
 * @param {import('./demo-stage.mjs').Example} example
 * @param {{ workspace: string, folder: string }} places the staged repository, and where there is room beside it
 * @returns {string | null} what went wrong
 */
export function pushMain(example, { workspace, folder }) {
  const remote = join(folder, `${example.name}.git`)
  const checkout = join(folder, `${example.name}-main`)
  gitIn(folder)('init', '--quiet', '--bare', '--template=', remote)
  gitIn(remote)('symbolic-ref', 'HEAD', 'refs/heads/main')
  const git = gitIn(workspace)
  git('remote', 'add', 'origin', remote)
  git('push', '--quiet', 'origin', 'main')
  gitIn(folder)('clone', '--quiet', '--template=', remote, checkout)
  putReport(example, { folder: checkout, tree: 'base' })
  const problem = runAction({ checkout, folder, sha: git('rev-parse', 'main').trim() })
  if (problem !== null) return problem
  moveOn(git, example.branch)
  return null
}

/**
 * The branch is laid onto the new tip, as the merge commit that GitHub has a pull request tested at.
 * @param {(...args: string[]) => string} git
 * @param {string} branch
 */
function moveOn(git, branch) {
  git('checkout', '--quiet', 'main')
  git('commit', '--quiet', '--allow-empty', '--message', 'Thank our contributors [skip ci]')
  git('push', '--quiet', 'origin', 'main')
  git('checkout', '--quiet', branch)
  git('rebase', '--quiet', 'main')
}

/**
 * @param {{ checkout: string, folder: string, sha: string }} job
 * @returns {string | null} what went wrong
 */
function runAction({ checkout, folder, sha }) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [ACTION], {
    cwd: checkout,
    env: { ...ownEnvironment(), ...runnerEnvironment({ checkout, folder, sha }) },
    encoding: 'utf8',
  })
  return status === 0 ? null : `the run on main ended with ${status}\n${stdout}${stderr}`
}

/** @param {{ checkout: string, folder: string, sha: string }} job */
function runnerEnvironment({ checkout, folder, sha }) {
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
    GITHUB_SHA: sha,
    GITHUB_WORKFLOW: 'CI',
    GITHUB_JOB: 'test',
    GITHUB_ACTION: 'gate',
    GITHUB_RUN_ID: '1',
    GITHUB_RUN_ATTEMPT: '1',
    GITHUB_OUTPUT: file('output', ''),
    GITHUB_STEP_SUMMARY: file('summary', ''),
    RUNNER_TEMP: runner,
    INPUT_HISTORY: HISTORY,
  }
}
