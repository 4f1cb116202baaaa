import path from 'node:path'
import type { HistoryStore } from '@testwarden/core/ports/history-store'
import type { Segment } from '@testwarden/history/segment'
import { git } from '@testwarden/testkit/git-remote/git'
import { createGitRemote, type GitRemote } from '@testwarden/testkit/git-remote/git-remote'
import { findGitProgram } from '../../../src/git/absence.js'
import type { HistoryBranch } from '../../../src/history/branch.js'
import { FIRST_FILES } from '../../../src/history/branch-marker.js'
import { createBranchStore } from '../../../src/history/branch-store.js'
import { createGitBranch } from '../../../src/history/git-branch.js'
import { JOB_PATIENCE, type Patience } from '../../../src/history/growing-wait.js'

export const REF = 'refs/heads/testwarden-history'

/** Sample records are young then, so that no retention lets them go. */
export const SAMPLE_NOW_MS = Date.parse('2026-03-20T00:00:00Z')

/** Tests wait for shorter times than jobs do, but for as long as a busy machine takes to let all of them have their turn. */
export const TEST_PATIENCE: Patience = {
  ...JOB_PATIENCE,
  totalMs: 500_000,
  sleep: (ms) => JOB_PATIENCE.sleep(ms / 4),
}

/** A bare remote with a project on `main`, and a checkout of it. */
export interface GitHistory {
  readonly remote: GitRemote
  readonly workspace: string
  readonly temporary: string
  openBranch(change?: { readonly workspace?: string; readonly ref?: string }): HistoryBranch
  open(patience?: Patience): HistoryStore
  plant(segment: Segment): Promise<void>
  /** Bytes anywhere in the branch, by somebody else. */
  plantFile(path: string, content: Uint8Array | string | null): string
}

/** @param folder must exist and is filled */
export function makeGitHistory(folder: string): GitHistory {
  const remote = createGitRemote(path.join(folder, 'remote'))
  remote.setRef('refs/heads/main', remote.commit({ files: { 'a.ts': 'one\n' } }))
  const workspace = path.join(folder, 'workspace')
  const temporary = path.join(folder, 'temporary')
  git(folder, ['clone', '--quiet', remote.url, workspace])
  const openBranch: GitHistory['openBranch'] = (change = {}) =>
    createGitBranch({
      ref: change.ref ?? REF,
      program: findGitProgram(process.env) ?? '',
      workspace: change.workspace ?? workspace,
      env: { ...CLEAN_ENVIRONMENT, RUNNER_TEMP: temporary },
      token: null,
    })
  const plantFile: GitHistory['plantFile'] = (file, content) => {
    const head = remote.refSha(REF)
    const first = Object.fromEntries(FIRST_FILES.map(({ path: name, text }) => [name, text]))
    const files = { ...(head === null ? first : {}), [file]: content }
    const commit = remote.commit({ files, parents: head === null ? [] : [head], message: 'planted' })
    remote.setRef(REF, commit)
    return commit
  }
  return {
    remote,
    workspace,
    temporary,
    openBranch,
    open: (patience) =>
      createBranchStore({
        name: 'git:testwarden-history',
        branch: openBranch(),
        patience: patience ?? TEST_PATIENCE,
        nowMs: () => SAMPLE_NOW_MS,
      }),
    plantFile,
    plant: async ({ path: file, content }: Segment) => void plantFile(file, content),
  }
}

/** Nothing of the developer's own set-up takes part. */
export const CLEAN_ENVIRONMENT: NodeJS.ProcessEnv = {
  PATH: process.env.PATH,
  HOME: '/nonexistent',
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_NOSYSTEM: '1',
}
