import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { startFakeGitHub } from '../../fake-github/start-fake-github.js'
import { addRepository } from '../../fake-github/state.js'
import { createGitRemote, type GitRemote } from '../../git-remote/git-remote.js'
import { type GitServer, serveGit } from './git-server.js'
import type { FinishedRun } from './results.js'
import { runWorkflow } from './run-workflow.js'
import type { Site } from './site.js'
import { readWorkflow } from './workflow.js'

/** GITHUB_RUN_ID of its runs. */
export const RUN = 5

/** A private repository with one commit, and workflows that are given as text. */
export interface SmallSite {
  readonly site: Site
  readonly server: GitServer
  readonly remote: GitRemote
  readonly sha: string
  /** Adds a file of an action, which workflows then name by its folder: `./greet`. */
  addAction(path: string, text: string): void
  /** Runs a workflow for a push to `main`, as the first attempt where none is named. */
  run(text: string, attempt?: number): Promise<FinishedRun>
  close(): Promise<void>
}

/** @param findAction finds actions beside those that are added */
export async function createSmallSite(findAction: Site['findAction'] = () => null): Promise<SmallSite> {
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
    findAction: (uses) => findAction(uses) ?? (uses.startsWith('./') ? join(root, 'actions', uses) : null),
    machineOf: () => ({}),
  }
  return {
    ...{ site, server, remote, sha },
    addAction: (path, text) => writeText(join(root, 'actions', path), text),
    run: async (text, attempt = 1) => {
      const path = join(root, 'workflow.yml')
      writeText(path, text)
      const payload = { ref: 'refs/heads/main', after: sha }
      const event = { name: 'push', payload, sha, ref: 'refs/heads/main', isRestricted: false }
      return runWorkflow({ site, workflow: readWorkflow(path), event, id: RUN, attempt })
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
