import { copyFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { PlatformError } from '@testwarden/core/model/errors'
import { isMissing, messageOf } from '../files/failure.js'
import type { ConfigEntry } from './environment.js'
import { REMOTE } from './remote.js'
import { askGit, type GitPlace } from './run-git.js'
import { requireSha, type UserRepository } from './user-repository.js'

const FETCH_TIMEOUT_MS = 120_000
const RETRY_DELAYS_MS: readonly number[] = [1000, 3000]

/** A bare repository under the runner's temporary folder, where fetched commits go. */
export interface OwnRepository {
  readonly gitDir: string
  readonly place: GitPlace
}

/**
 * Borrows the user's objects, so that a fetch brings only what is new. `shallow` is copied too: without it the server
 * is told that the user's clone has the history behind its cut, and sends too little.
 *
 * Of a partial clone nothing is borrowed: its commits promise files that it does not have.
 */
export async function createOwnRepository(
  user: UserRepository,
  { temporary, config }: { readonly temporary: string; readonly config: readonly ConfigEntry[] },
): Promise<OwnRepository> {
  const format = user.head?.length === 64 ? 'sha256' : 'sha1'
  const own = await createBareRepository(user.place, { temporary, config, format })
  if (!user.isPartial) await borrow(user, own.gitDir)
  return own
}

export interface BareRepositoryOptions {
  readonly temporary: string
  readonly config: readonly ConfigEntry[]
  /** That of the remote: git cannot fetch from one into the other. */
  readonly format: 'sha1' | 'sha256'
}

/** A repository that borrows nothing; it needs no checkout beside it. @throws PlatformError */
export async function createBareRepository(
  near: GitPlace,
  { temporary, config, format }: BareRepositoryOptions,
): Promise<OwnRepository> {
  const gitDir = await makeFolder(temporary)
  const place: GitPlace = { ...near, cwd: gitDir, config, variables: { GIT_DIR: gitDir } }
  const args = ['init', '--bare', '--quiet', '--template=', `--object-format=${format}`, gitDir]
  await askGit({ ...place, variables: {} }, { what: 'make a repository to fetch into', args })
  return { gitDir, place }
}

async function makeFolder(temporary: string): Promise<string> {
  try {
    await mkdir(temporary, { recursive: true })
    return await mkdtemp(path.join(temporary, 'testwarden-git-'))
  } catch (cause) {
    throw new PlatformError(`cannot make a folder in ${temporary}: ${messageOf(cause)}`, {
      cause,
      remedy: 'let RUNNER_TEMP (or the temporary folder of the system) be writable and not full',
    })
  }
}

async function borrow(user: UserRepository, gitDir: string): Promise<void> {
  await mkdir(path.join(gitDir, 'objects', 'info'), { recursive: true })
  await writeFile(path.join(gitDir, 'objects', 'info', 'alternates'), `${path.join(user.commonDir, 'objects')}\n`)
  await copyFile(path.join(user.commonDir, 'shallow'), path.join(gitDir, 'shallow')).catch((error: unknown) => {
    if (!isMissing(error)) throw error
  })
}

/** Options of every fetch: nothing but what was asked for is brought, and nothing is started beside it. */
export const QUIET_FETCH: readonly string[] = [
  '--quiet',
  '--no-tags',
  '--no-write-fetch-head',
  '--no-recurse-submodules',
  '--no-auto-maintenance',
]

/** Fetches one commit and its tree. @throws PlatformError */
export async function fetchCommit(own: OwnRepository, sha: string): Promise<void> {
  const args = ['fetch', ...QUIET_FETCH, '--depth=1', REMOTE, requireSha(sha)]
  for (const delayMs of [...RETRY_DELAYS_MS, null]) {
    const failure = await askGit(own.place, { what: `fetch commit ${sha}`, args, timeoutMs: FETCH_TIMEOUT_MS }).then(
      () => null,
      (error: unknown) => error,
    )
    if (failure === null) return
    if (delayMs === null || !(failure instanceof PlatformError && failure.retryable)) throw failure
    await sleep(delayMs)
  }
}

export async function removeOwnRepository(own: OwnRepository): Promise<void> {
  await rm(own.gitDir, { recursive: true, force: true })
}
