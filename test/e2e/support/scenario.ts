import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { type FakeGitHub, startFakeGitHub } from '../../../packages/testkit/src/fake-github/start-fake-github.js'
import { addCommit, addRepository } from '../../../packages/testkit/src/fake-github/state.js'
import { checkout } from '../../../packages/testkit/src/git-remote/checkout.js'
import { createGitRemote, type GitRemote } from '../../../packages/testkit/src/git-remote/git-remote.js'
import type { ActionRun, StepResult } from '../../../packages/testkit/src/runner/action-run.js'
import { runAction } from '../../../packages/testkit/src/runner/run-action.js'
import { bundledAction } from './bundled-action.js'
import { type ExampleProject, INVOICE } from './example-project.js'

const READ_ONLY_TOKEN = 'ghs_readonlyreadonlyreadonly'
const REPOSITORY = { owner: 'octo-org', name: 'example' }

/** A remote with a base, a change on top of it and their merge, and a GitHub that knows them. */
export interface Scenario {
  readonly remote: GitRemote
  readonly github: FakeGitHub
  readonly base: string
  readonly head: string
  readonly merge: string
  readonly project: ExampleProject
  /** A fresh folder that lives as long as the scenario. */
  folder(name: string): string
  run(job: Job): Promise<JobResult>
  close(): Promise<void>
}

export interface JobResult extends StepResult {
  readonly workspace: string
}

export interface Job {
  readonly event: ActionRun['event']
  readonly checkout: { readonly ref: string; readonly depth?: number }
  /** Files that the job's tests wrote into the workspace. */
  readonly written?: Readonly<Record<string, string | Uint8Array>>
  readonly with?: Readonly<Record<string, string>>
  readonly matrix?: unknown
  readonly nodePath?: string
  readonly github?: Readonly<Record<string, unknown>>
  readonly env?: Readonly<Record<string, string>>
  /** A workspace of an earlier job, to go on in it. */
  readonly workspace?: string
}

/** @param baseFiles what the base has beside the project's own files, such as a config */
export async function createScenario({
  project = INVOICE,
  baseFiles = {},
}: {
  readonly project?: ExampleProject
  readonly baseFiles?: Readonly<Record<string, string | null>>
} = {}): Promise<Scenario> {
  const root = mkdtempSync(join(tmpdir(), 'testwarden-e2e-'))
  const remote = createGitRemote(join(root, 'remote.git'))
  const fork = remote.commit({ files: { ...project.base, ...baseFiles }, message: 'Base' })
  const head = remote.commit({ parents: [fork], files: project.change, message: 'Change' })
  // The base branch has moved on since, so that merge commit, head and merge base all differ.
  const base = remote.commit({ parents: [fork], files: { 'NEWS.md': 'Something else.\n' }, message: 'Meanwhile' })
  remote.setRef('refs/heads/main', base)
  const merge = remote.openPull(7, { base, head })
  const github = await startFakeGitHub({
    tokens: {
      [READ_ONLY_TOKEN]: { login: 'github-actions[bot]', permissions: { contents: 'read', metadata: 'read' } },
    },
  })
  const repository = addRepository(github.state, REPOSITORY)
  for (const [sha, parents] of [
    [fork, []],
    [head, [fork]],
    [base, [fork]],
    [merge, [base, head]],
  ] as const)
    addCommit(repository, { sha, parents })
  repository.refs.set('refs/heads/main', base)
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
  const result = await runAction({
    actionFolder: bundledAction('coverage-gate'),
    event: job.event,
    workspace,
    temporaryFolder: folder('temp'),
    token: READ_ONLY_TOKEN,
    github: { api_url: github.url, ...job.github },
    env: { PATH: process.env.PATH ?? '', ...job.env },
    ...(job.with === undefined ? {} : { with: job.with }),
    ...(job.matrix === undefined ? {} : { contexts: { matrix: job.matrix } }),
    ...(job.nodePath === undefined ? {} : { nodePath: job.nodePath }),
  })
  return { ...result, workspace }
}

/** The `pull_request` event of pull request 7. */
export function pullRequestEvent({ head, base }: Pick<Scenario, 'head' | 'base'>): ActionRun['event'] {
  const repo = { full_name: 'octo-org/example' }
  return {
    name: 'pull_request',
    payload: {
      action: 'synchronize',
      number: 7,
      pull_request: { number: 7, head: { sha: head, ref: 'change', repo }, base: { sha: base, ref: 'main', repo } },
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
