import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { dirname, join, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { checkout } from '../../packages/testkit/lib/git-remote/checkout.js'
import { createGitRemote } from '../../packages/testkit/lib/git-remote/git-remote.js'
import { readActionMetadata } from '../../packages/testkit/lib/runner/action-metadata.js'
import { contextsOf } from '../../packages/testkit/lib/runner/contexts.js'
import { environmentOf } from '../../packages/testkit/lib/runner/environment.js'
import { resolveInputs } from '../../packages/testkit/lib/runner/inputs.js'
import { createStepFiles } from '../../packages/testkit/lib/runner/step-files.js'
import { StepLog } from '../../packages/testkit/lib/runner/step-log.js'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const PROJECT = join(ROOT, 'examples', 'typescript-cart')

/**
 * A job of a pull request of the example project: the merge commit is checked out and the tests have written their
 * report. Nothing listens at the API's address.
 * @param {string} folder is made anew
 * @param {string} dist where the bundle is
 * @returns {{ script: string, workspace: string, env: NodeJS.ProcessEnv, outputPath: string }}
 */
export function createSmallJob(folder, dist) {
  rmSync(folder, { recursive: true, force: true })
  const temporaryFolder = join(folder, 'temp')
  const workspace = join(folder, 'workspace')
  mkdirSync(temporaryFolder, { recursive: true })
  const { remote, base, head, merge } = createPull(join(folder, 'remote.git'))
  checkout(remote, { folder: workspace, ref: 'refs/pull/7/merge', depth: 2 })
  cpSync(join(PROJECT, 'reports', 'change', 'lcov.info'), join(workspace, 'lcov.info'))
  const run = {
    actionFolder: layOutAction(dist),
    event: pullRequest({ base, head }),
    workspace,
    temporaryFolder,
    token: 'ghs_nobody',
    // What GitHub's API takes is not ours to measure.
    with: { comment: 'never', 'check-run': 'never' },
    github: { api_url: 'http://127.0.0.1:1', sha: merge },
  }
  return { ...environmentFor(run), workspace }
}

function createPull(folder) {
  const remote = createGitRemote(folder)
  const base = remote.commit({ files: filesOf(join(PROJECT, 'base')) })
  const head = remote.commit({ parents: [base], files: filesOf(join(PROJECT, 'change')) })
  remote.setRef('refs/heads/main', base)
  return { remote, base, head, merge: remote.openPull(7, { base, head }) }
}

/** As GitHub downloads it: `actions/<name>` beside `dist`. */
function layOutAction(dist) {
  const folder = join(dirname(dist), 'actions', 'coverage-gate')
  mkdirSync(folder, { recursive: true })
  cpSync(join(ROOT, 'actions', 'coverage-gate', 'action.yml'), join(folder, 'action.yml'))
  return folder
}

function pullRequest({ base, head }) {
  const repo = { full_name: 'octo-org/example' }
  return {
    name: 'pull_request',
    payload: {
      number: 7,
      pull_request: { number: 7, head: { sha: head, ref: 'change', repo }, base: { sha: base, ref: 'main', repo } },
      repository: { ...repo, default_branch: 'main' },
    },
  }
}

function environmentFor(run) {
  const action = readActionMetadata(run.actionFolder)
  const files = createStepFiles(run.temporaryFolder, run.event.payload)
  const contexts = contextsOf(run, files.eventPath)
  const inputs = resolveInputs({ action, run, contexts }, new StepLog(run.workspace))
  const env = environmentOf({ run, contexts, inputs, files: files.variables })
  return { script: action.main, env, outputPath: files.variables.GITHUB_OUTPUT }
}

function filesOf(folder) {
  const names = readdirSync(folder, { recursive: true }).map(String)
  const files = names.filter((name) => statSync(join(folder, name)).isFile())
  return Object.fromEntries(files.map((name) => [name.split(sep).join('/'), readFileSync(join(folder, name), 'utf8')]))
}
