import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { TokenGrant } from '../../../packages/testkit/src/fake-github/permissions.js'
import type { Repository } from '../../../packages/testkit/src/fake-github/repository.js'
import { type FakeGitHub, startFakeGitHub } from '../../../packages/testkit/src/fake-github/start-fake-github.js'
import { addCommit, addPull, addRepository } from '../../../packages/testkit/src/fake-github/state.js'
import { checkout } from '../../../packages/testkit/src/git-remote/checkout.js'
import {
  createGitRemote,
  type FileChanges,
  type GitRemote,
} from '../../../packages/testkit/src/git-remote/git-remote.js'
import type { ActionRun, StepResult } from '../../../packages/testkit/src/runner/action-run.js'
import { runAction } from '../../../packages/testkit/src/runner/run-action.js'
import { bundledAction, RUNNER_NODE } from './bundled-action.js'
import { type ExampleProject, INVOICE } from './example-project.js'

const TOKEN = 'ghs_tokentokentokentoken'
/** What a token may do where nobody wrote `permissions:` (docs.github.com, "Automatic token authentication"). */
const RESTRICTED: TokenGrant['permissions'] = { contents: 'read', metadata: 'read' }
const REPOSITORY = { owner: 'octo-org', name: 'example' }

/** A remote with a base, a change on top of it and their merge, and a GitHub that knows them. */
export interface Scenario {
  readonly remote: GitRemote
  readonly github: FakeGitHub
  readonly base: string
  readonly head: string
  readonly merge: string
  readonly project: ExampleProject
  /** What GitHub knows of the repository: comments, check runs and so on. */
  readonly repository: Repository
  /** A fresh folder that lives as long as the scenario. */
  folder(name: string): string
  run(job: Job): Promise<JobResult>
  close(): Promise<void>
}

export interface JobResult extends StepResult {
  readonly workspace: string
  readonly temporaryFolder: string
}

export interface Job {
  /** Folder below actions/; `coverage-gate` when absent. */
  readonly action?: string
  readonly event: ActionRun['event']
  readonly checkout: { readonly ref: string; readonly depth?: number }
  /** Files that the job's tests wrote into the workspace. */
  readonly written?: Readonly<Record<string, string | Uint8Array>>
  readonly with?: Readonly<Record<string, string>>
  readonly matrix?: unknown
  /** The runner's when absent. */
  readonly nodePath?: string
  readonly github?: Readonly<Record<string, unknown>>
  readonly env?: Readonly<Record<string, string>>
  /** The step is killed after it; see `ActionRun` for when it is absent. */
  readonly timeoutMs?: number
  /** Those of an earlier step, for a further one of the same job. */
  readonly workspace?: string
  readonly temporaryFolder?: string
  /** What the job's `permissions:` grant its token; the restricted default when absent. */
  readonly permissions?: TokenGrant['permissions']
  /** Whom the token writes as; the job's own account when absent. */
  readonly login?: string
}

/**
 * @param baseFiles what the base has beside the project's own files, such as a config
 * @param changeFiles what the change has beside its own
 */
export async function createScenario({
  project = INVOICE,
  baseFiles = {},
  changeFiles = {},
  isPrivate = false,
}: {
  readonly project?: ExampleProject
  readonly baseFiles?: FileChanges
  readonly changeFiles?: FileChanges
  /** A public repository can be read with any token. */
  readonly isPrivate?: boolean
} = {}): Promise<Scenario> {
  const root = mkdtempSync(join(tmpdir(), 'testwarden-e2e-'))
  const remote = createGitRemote(join(root, 'remote.git'))
  const fork = remote.commit({ files: { ...project.base, ...baseFiles }, message: 'Base' })
  const head = remote.commit({ parents: [fork], files: { ...project.change, ...changeFiles }, message: 'Change' })
  // The base branch has moved on since, so that merge commit, head and merge base all differ.
  const base = remote.commit({ parents: [fork], files: { 'NEWS.md': 'Something else.\n' }, message: 'Meanwhile' })
  remote.setRef('refs/heads/main', base)
  const merge = remote.openPull(7, { base, head })
  const github = await startFakeGitHub()
  const repository = addRepository(github.state, { ...REPOSITORY, isPrivate })
  for (const [sha, parents] of [
    [fork, []],
    [head, [fork]],
    [base, [fork]],
    [merge, [base, head]],
  ] as const)
    addCommit(repository, { sha, parents })
  repository.refs.set('refs/heads/main', base)
  addPull(github.state, repository, {
    number: 7,
    base: { ref: 'main', sha: base },
    head: { ref: 'change', sha: head },
    mergeCommitSha: merge,
  })
  let count = 0
  const folder = (name: string) => {
    const path = join(root, `${++count}-${name}`)
    mkdirSync(path)
    return path
  }
  return {
    remote,
    github,
    base,
    head,
    merge,
    project,
    repository,
    folder,
    run: (job) => runJob(job, { remote, github, folder }),
    close: async () => {
      await github.close()
      rmSync(root, { recursive: true, force: true })
    },
  }
}

async function runJob(
  job: Job,
  { remote, github, folder }: Pick<Scenario, 'remote' | 'github' | 'folder'>,
): Promise<JobResult> {
  const workspace = job.workspace ?? join(folder('job'), 'workspace')
  if (job.workspace === undefined) checkout(remote, { folder: workspace, ...job.checkout })
  for (const [path, content] of Object.entries(job.written ?? {})) {
    mkdirSync(dirname(join(workspace, path)), { recursive: true })
    writeFileSync(join(workspace, path), content)
  }
  const { login = 'github-actions[bot]', permissions = RESTRICTED, temporaryFolder = folder('temp') } = job
  github.tokens.set(TOKEN, { login, permissions })
  const result = await runAction({
    actionFolder: bundledAction(job.action ?? 'coverage-gate'),
    event: job.event,
    workspace,
    temporaryFolder,
    token: TOKEN,
    github: { api_url: github.url, ...job.github },
    env: { PATH: process.env.PATH ?? '', ...job.env },
    ...(job.with === undefined ? {} : { with: job.with }),
    ...(job.matrix === undefined ? {} : { contexts: { matrix: job.matrix } }),
    nodePath: job.nodePath ?? RUNNER_NODE,
    ...(job.timeoutMs === undefined ? {} : { timeoutMs: job.timeoutMs }),
  })
  return { ...result, workspace, temporaryFolder }
}

/** The `pull_request` event of pull request 7. */
export function pullRequestEvent(
  { head, base }: Pick<Scenario, 'head' | 'base'>,
  labels: readonly string[] = [],
): ActionRun['event'] {
  const repo = { full_name: 'octo-org/example' }
  return {
    name: 'pull_request',
    payload: {
      action: 'synchronize',
      number: 7,
      pull_request: {
        number: 7,
        head: { sha: head, ref: 'change', repo },
        base: { sha: base, ref: 'main', repo },
        labels: labels.map((name) => ({ name })),
      },
      repository: { ...repo, default_branch: 'main' },
    },
  }
}

/** A push of `sha` to a branch. */
export function pushEvent(sha: string, branch = 'main'): ActionRun['event'] {
  return {
    name: 'push',
    payload: {
      ref: `refs/heads/${branch}`,
      after: sha,
      repository: { full_name: 'octo-org/example', default_branch: 'main' },
    },
  }
}
