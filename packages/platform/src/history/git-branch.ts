import { readFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { PlatformError } from '@testwarden/core/model/errors'
import { findRepository } from '../git/absence.js'
import type { ConfigEntry } from '../git/environment.js'
import { gitFailure } from '../git/failures.js'
import { createBareRepository, QUIET_FETCH } from '../git/own-repository.js'
import { REMOTE, remoteConfig } from '../git/remote.js'
import { type GitPlace, tryGit } from '../git/run-git.js'
import { isSha, openUserRepository, readRemoteConfig } from '../git/user-repository.js'
import type { HistoryBranch } from './branch.js'
import { shortRef } from './branch-ref.js'
import { createCommit } from './git-commit.js'
import { fetchFailure, isMissingRef, pushAnswer } from './git-refusals.js'
import { listTree, readBlobs } from './git-tree.js'
import { removeAtExit } from './temporary-folders.js'

const NETWORK_TIMEOUT_MS = 60_000

/** Where our own repository keeps what it fetched. */
const FETCHED = 'refs/testwarden/fetched'

export interface GitBranchOptions {
  readonly ref: string
  /** Absolute path of git. */
  readonly program: string
  readonly workspace: string
  readonly env: NodeJS.ProcessEnv
  /** null: fetches and pushes use what the user's checkout has kept. */
  readonly token: string | null
}

/**
 * A ref of the user's remote by git itself, in a bare repository of our own under the runner's temporary folder. The
 * user's checkout is asked for its remote and for nothing else; without a checkout the job's own repository is meant.
 */
export function createGitBranch(options: GitBranchOptions): HistoryBranch {
  const { ref } = options
  let opened: Promise<GitPlace> | null = null
  const place = (): Promise<GitPlace> => {
    opened ??= openPlace(options)
    return opened
  }
  let fetched: Fetched | null = null
  let hasPublished = false
  return {
    ref,
    async fetch() {
      const before = fetched?.head ?? null
      const isFirst = before === null && !hasPublished
      const now = await fetchRef(await place(), { ref, before, isFirst })
      fetched = now ?? fetched
      return now?.head ?? null
    },
    async isAncestor(older, newer) {
      if (fetched?.head === newer && fetched.standsOn === older) return true
      const what = 'compare two states of the history'
      const args = ['merge-base', '--is-ancestor', older, newer]
      const { exitCode, stderr } = await tryGit(await place(), { what, args })
      if (exitCode > 1) throw gitFailure(what, stderr)
      return exitCode === 0
    },
    list: async (commit, folder) => listTree(await place(), { commit, folder }),
    read: async (files, take) => readBlobs(await place(), { files, take }),
    commit: async (draft) => createCommit(await place(), draft),
    async publish(step) {
      const answer = await push(await place(), { ...step, ref })
      // From here on a fetch must bring what lies between our commit and the newest: a shallow one would hide it.
      if (answer === 'published') hasPublished = true
      return answer
    },
  }
}

async function openPlace({ program, workspace, env, token }: GitBranchOptions): Promise<GitPlace> {
  const near = await nearbyRepository({ program, workspace, env })
  const facts = { token, serverUrl: env.GITHUB_SERVER_URL || null, repository: env.GITHUB_REPOSITORY || null }
  const config = remoteConfig({ persisted: near.persisted, ...facts })
  const temporary = env.RUNNER_TEMP || os.tmpdir()
  const own = await createBareRepository(near.place, { temporary, config: [...config, ...QUIET], format: near.format })
  removeAtExit(own.gitDir)
  return own.place
}

/** Settings of the user's that would make a push do more than we ask for. */
const QUIET: readonly ConfigEntry[] = [
  ['push.followTags', 'false'],
  ['push.gpgSign', 'false'],
  ['push.recurseSubmodules', 'no'],
  ['push.useForceIfIncludes', 'false'],
  ['fetch.prune', 'false'],
  ['fetch.fsckObjects', 'true'],
]

interface Nearby {
  readonly place: GitPlace
  readonly persisted: readonly ConfigEntry[]
  readonly format: 'sha1' | 'sha256'
}

async function nearbyRepository({
  program,
  workspace,
  env,
}: Pick<GitBranchOptions, 'program' | 'workspace' | 'env'>): Promise<Nearby> {
  if (findRepository(workspace) === null)
    return { place: { program, cwd: workspace, env, config: [], variables: {} }, persisted: [], format: 'sha1' }
  const user = await openUserRepository(workspace, env)
  const format = user.head?.length === 64 ? 'sha256' : 'sha1'
  return { place: user.place, persisted: await readRemoteConfig(user), format }
}

/** What a fetch has brought. */
interface Fetched {
  readonly head: string
  /** The head of the fetch before, where git has seen that the ref only moved forward since. */
  readonly standsOn: string | null
}

interface FetchQuestion {
  readonly ref: string
  /** The head of the fetch before. */
  readonly before: string | null
  readonly isFirst: boolean
}

/**
 * The first fetch brings one commit. Later ones bring all commits since then: only so can be seen whether the ref moved
 * forward or was replaced. git says it by the way, when it is not told to fetch either.
 */
async function fetchRef(place: GitPlace, { ref, before, isFirst }: FetchQuestion): Promise<Fetched | null> {
  const how = isFirst ? 'first' : 'forward'
  const answer = await tryFetch(place, { ref, how })
  if (answer === 'missing') return null
  if (answer === 'fetched') return { head: await readFetched(place), standsOn: before }
  const replaced = await tryFetch(place, { ref, how: 'anywhere' })
  return replaced === 'missing' ? null : { head: await readFetched(place), standsOn: null }
}

type Fetching = 'first' | 'forward' | 'anywhere'

/** `+`: wherever the ref has moved. */
const FETCHES: Readonly<Record<Fetching, { readonly options: readonly string[]; readonly sign: '' | '+' }>> = {
  first: { options: ['--depth=1'], sign: '+' },
  forward: { options: [], sign: '' },
  anywhere: { options: [], sign: '+' },
}

/** git ends with 1 when all went well but the ref that it should move, and with more when it could not fetch. */
const NOT_MOVED = 1

/** @throws PlatformError */
async function tryFetch(
  place: GitPlace,
  { ref, how }: { readonly ref: string; readonly how: Fetching },
): Promise<'fetched' | 'missing' | 'not-forward'> {
  const { options, sign } = FETCHES[how]
  const args = ['fetch', ...QUIET_FETCH, ...options, REMOTE, `${sign}${ref}:${FETCHED}`]
  const question = { what: `fetch the history ${shortRef(ref)}`, args, timeoutMs: NETWORK_TIMEOUT_MS }
  const { exitCode, stderr } = await tryGit(place, question)
  if (exitCode === 0) return 'fetched'
  if (isMissingRef(stderr, ref)) return 'missing'
  if (exitCode === NOT_MOVED && how === 'forward') return 'not-forward'
  throw fetchFailure(ref, stderr)
}

/** From the file of the ref: the repository is our own, and a process for it would cost more than the answer. */
async function readFetched(place: GitPlace): Promise<string> {
  const sha = (await readFile(path.join(place.cwd, FETCHED), 'utf8').catch(() => '')).trim()
  if (isSha(sha)) return sha
  throw new PlatformError(`cannot read the fetched history: git answered ${JSON.stringify(sha.slice(0, 100))}`)
}

/** The lease makes it a compare-and-swap, and the commit's parent makes it a fast-forward. */
async function push(
  place: GitPlace,
  { ref, expected, commit }: { readonly ref: string; readonly expected: string | null; readonly commit: string },
): Promise<'published' | 'moved-meanwhile'> {
  const args = ['push', '--porcelain', '--no-verify', `--force-with-lease=${ref}:${expected ?? ''}`]
  const question = { what: `push the history ${shortRef(ref)}`, args: [...args, REMOTE, `${commit}:${ref}`] }
  const answer = await tryGit(place, { ...question, timeoutMs: NETWORK_TIMEOUT_MS })
  return answer.exitCode === 0 ? 'published' : pushAnswer(ref, `${answer.stdout}\n${answer.stderr}`)
}
