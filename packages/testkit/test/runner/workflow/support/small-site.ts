import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { startFakeGitHub } from '../../../../src/fake-github/start-fake-github.js'
import { addRepository } from '../../../../src/fake-github/state.js'
import { createGitRemote, type GitRemote } from '../../../../src/git-remote/git-remote.js'
import { type GitServer, serveGit } from '../../../../src/runner/workflow/git-server.js'
import type { FinishedRun } from '../../../../src/runner/workflow/results.js'
import { runWorkflow } from '../../../../src/runner/workflow/run-workflow.js'
import type { Site } from '../../../../src/runner/workflow/site.js'
import { readWorkflow } from '../../../../src/runner/workflow/workflow.js'

export const RUN = 5

/** A private repository with one commit, and workflows that are given as text. */
export interface SmallSite {
  readonly site: Site
  readonly server: GitServer
  readonly remote: GitRemote
  readonly sha: string
  /** Adds a file below the folder in which actions are found by their path. */
  addAction(path: string, text: string): void
  /** Runs a workflow for a push to `main`. */
  run(text: string): Promise<FinishedRun>
  close(): Promise<void>
}

export async function createSmallSite(): Promise<SmallSite> {
  const root = mkdtempSync(join(tmpdir(), 'testwarden-site-'))
  const remote = createGitRemote(join(root, 'served', 'octo-org', 'example'))
  const first = remote.commit({ files: { 'a.txt': 'one\n' } })
  const sha = remote.commit({ parents: [first], files: { 'a.txt': 'two\n' } })
  remote.setRef('refs/heads/main', sha)
  const github = await startFakeGitHub()
  const repository = addRepository(github.state, { owner: 'octo-org', name: 'example', isPrivate: true })
  const server = await serveGit({ folder: join(root, 'served'), github })
  let count = 0
  const folder = (name: string) => {
    const path = join(root, `${++count}-${name}`)
    mkdirSync(path)
    return path
  }
  const site: Site = {
    ...{ github, repository, folder, serverUrl: server.url, edition: 'github.com' },
    apiUrl: github.url,
    graphqlUrl: `${github.url}/graphql`,
    findAction: (uses) => (uses.startsWith('./') ? join(root, 'actions', uses) : null),
    machineOf: () => ({}),
  }
  return {
    ...{ site, server, remote, sha },
    addAction: (path, text) => writeText(join(root, 'actions', path), text),
    run: async (text) => {
      const path = join(root, 'workflow.yml')
      writeText(path, text)
      const payload = { ref: 'refs/heads/main', after: sha }
      const event = { name: 'push', payload, sha, ref: 'refs/heads/main', isRestricted: false }
      return runWorkflow({ site, workflow: readWorkflow(path), event, id: RUN, attempt: 1 })
    },
    close: async () => {
      await server.close()
      await github.close()
      rmSync(root, { recursive: true, force: true })
    },
  }
}

function writeText(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, text)
}

/** Of every step that ran, what it printed. */
export function printed({ jobs }: FinishedRun): readonly string[] {
  return jobs.flatMap(({ steps }) => steps.flatMap(({ result }) => result?.log ?? []))
}

/** Job name to result. */
export function results({ jobs }: FinishedRun): Readonly<Record<string, string>> {
  return Object.fromEntries(jobs.map(({ name, conclusion }) => [name, conclusion]))
}
