import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { PlatformError } from '@testwarden/core/model/errors'
import { messageOf } from '../files/failure.js'
import { borrowObjects } from './borrow-objects.js'
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
 * Borrows the user's objects, so that a fetch brings only what is new. Without the cut of their history the server would
 * be told that the user's clone has what lies behind it, and send too little.
 *
 * Of a partial clone nothing is borrowed: its commits promise files that it does not have.
 */
export async function createOwnRepository(
  user: UserRepository,
  { temporary, config }: { readonly temporary: string; readonly config: readonly ConfigEntry[] },
): Promise<OwnRepository> {
  const format = user.head?.length === 64 ? 'sha256' : 'sha1'
  const own = await createBareRepository(user.place, { temporary, config, format })
  if (!user.isPartial) await borrowObjects({ gitDir: user.commonDir }, own.gitDir)
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
  const gitDir = await makeTemporaryFolder(temporary, 'testwarden-git-')
  const place: GitPlace = { ...near, cwd: gitDir, config, variables: { GIT_DIR: gitDir } }
  const args = ['init', '--bare', '--quiet', '--template=', `--object-format=${format}`, gitDir]
  await askGit({ ...place, variables: {} }, { what: 'make a repository to fetch into', args })
  return { gitDir, place }
}

/** @throws PlatformError */
export async function makeTemporaryFolder(temporary: string, prefix: string): Promise<string> {
  try {
    await mkdir(temporary, { recursive: true })
    return await mkdtemp(path.join(temporary, prefix))
  } catch (cause) {
    throw new PlatformError(`cannot make a folder in ${temporary}: ${messageOf(cause)}`, {
      cause,
      remedy: 'let RUNNER_TEMP (or the temporary folder of the system) be writable and not full',
    })
  }
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
