import os from 'node:os'
import path from 'node:path'
import { hasCommit } from './commit-object.js'
import { openDeepened } from './deepened.js'
import type { ConfigEntry } from './environment.js'
import { fetchTip } from './fetch-history.js'
import { createObjectReaders, type ObjectReader } from './object-reader.js'
import {
  createBareRepository,
  createOwnRepository,
  fetchCommit,
  type OwnRepository,
  removeOwnRepository,
} from './own-repository.js'
import { remoteConfig } from './remote.js'
import type { GitPlace } from './run-git.js'
import { openUserRepository, readRemoteConfig, type UserRepository } from './user-repository.js'

export interface RepositoryOptions {
  readonly workspace: string
  readonly env: NodeJS.ProcessEnv
  /** null: fetches use what the user's checkout has kept. */
  readonly token: string | null
}

/** The user's repository and ours beside it. Nothing is opened before the first question. */
export interface Repositories {
  user(): Promise<UserRepository>
  /** The user's checkout, able to see what we fetched. */
  checkout(): Promise<GitPlace>
  /** null until something was fetched. */
  own(): Promise<OwnRepository | null>
  /** Where history may be walked from all of these commits; null when one of them is unknown. */
  placeToWalk(shas: readonly string[]): Promise<WalkPlace | null>
  /** Where the content of both commits is; they are fetched when missing. */
  placeToRead(shas: readonly string[]): Promise<GitPlace>
  /** The objects that a place sees. */
  objectsAt(place: GitPlace): ObjectReader
  ensure(sha: string): Promise<void>
  /** Fetches history behind a commit, once for each, into a repository of its own: its commits lack their files. */
  deepen(sha: string, commits: number): Promise<void>
  /** Fetches the tip of a branch. @returns its id */
  fetchBranch(name: string): Promise<string>
  remove(): Promise<void>
}

export interface WalkPlace {
  readonly place: GitPlace
  /** Holds the ids of commits whose parents were cut off, one in a line; may be missing. */
  readonly shallowFile: string
}

export function openRepositories(options: RepositoryOptions): Repositories {
  let opened: Promise<UserRepository> | null = null
  let made: Promise<OwnRepository> | null = null
  const inTurn = createQueue()
  const known = new Map<string, Promise<boolean>>()
  const fetched = new Map<string, Promise<void>>()

  const readers = createObjectReaders()

  const user = (): Promise<UserRepository> => {
    opened ??= openUserRepository(options.workspace, options.env)
    return opened
  }
  const deepened = openDeepened({ make: async () => makeWalked(await user(), options), objectsAt: readers.at })
  // Whoever wanted it made was told why it could not be; for everybody else there is none.
  const own = async (): Promise<OwnRepository | null> => made?.catch(() => null) ?? null
  const isTheirs = async (sha: string): Promise<boolean> => {
    const answer = known.get(sha) ?? hasCommit(readers.at((await user()).place), sha)
    known.set(sha, answer)
    return answer
  }
  const fetchOnce = (sha: string): Promise<void> => {
    const running = fetched.get(sha)
    if (running !== undefined) return running
    made ??= user().then((theirs) => makeOwn(theirs, options))
    const repository = made
    const fetching = inTurn(async () => fetchCommit(await repository, sha))
    fetched.set(sha, fetching)
    return fetching
  }

  return {
    user,
    own,
    objectsAt: readers.at,
    async checkout() {
      const [{ place }, repository] = [await user(), await own()]
      if (repository === null) return place
      const objects = path.join(repository.gitDir, 'objects')
      return { ...place, variables: { ...place.variables, GIT_ALTERNATE_OBJECT_DIRECTORIES: objects } }
    },
    async placeToWalk(shas) {
      const { place, commonDir } = await user()
      const deep = await deepened.holding(shas)
      if (deep !== null) return walkPlace(deep)
      if (await every(shas, isTheirs)) return { place, shallowFile: path.join(commonDir, 'shallow') }
      const repository = await own()
      if (repository === null || !(await every(shas, (sha) => hasCommit(readers.at(repository.place), sha))))
        return null
      return walkPlace(repository)
    },
    async placeToRead(shas) {
      const { place, isPartial } = await user()
      if (!isPartial && (await every(shas, isTheirs))) return place
      for (const sha of shas) if (isPartial || !(await isTheirs(sha))) await fetchOnce(sha)
      return (await own())?.place ?? place
    },
    async ensure(sha) {
      if (!(await isTheirs(sha))) await fetchOnce(sha)
    },
    deepen: (sha, commits) => deepened.deepen(sha, commits),
    fetchBranch(name) {
      made ??= user().then((theirs) => makeOwn(theirs, options))
      const repository = made
      return inTurn(async () => fetchTip(await repository, name))
    },
    async remove() {
      const repository = await own()
      made = null
      fetched.clear()
      readers.close()
      await deepened.remove()
      if (repository !== null) await removeOwnRepository(repository)
    },
  }
}

type Queue = <Value>(act: () => Promise<Value>) => Promise<Value>

/** One after the other: two fetches would fight for the lock of `shallow`. */
function createQueue(): Queue {
  let last: Promise<unknown> = Promise.resolve()
  return (act) => {
    const acting = last.then(act)
    last = acting.catch(() => undefined)
    return acting
  }
}

function walkPlace({ place, gitDir }: OwnRepository): WalkPlace {
  return { place, shallowFile: path.join(gitDir, 'shallow') }
}

async function makeOwn(user: UserRepository, options: RepositoryOptions): Promise<OwnRepository> {
  return createOwnRepository(user, await whereFrom(user, options))
}

/** Borrows nothing: a commit that came without its files must not hide one that has them. */
async function makeWalked(user: UserRepository, options: RepositoryOptions): Promise<OwnRepository> {
  const format = user.head?.length === 64 ? 'sha256' : 'sha1'
  return createBareRepository(user.place, { ...(await whereFrom(user, options)), format })
}

async function whereFrom(
  user: UserRepository,
  { env, token }: RepositoryOptions,
): Promise<{ readonly temporary: string; readonly config: readonly ConfigEntry[] }> {
  const config = remoteConfig({
    persisted: await readRemoteConfig(user),
    token,
    serverUrl: env.GITHUB_SERVER_URL || null,
    repository: env.GITHUB_REPOSITORY || null,
  })
  return { temporary: env.RUNNER_TEMP || os.tmpdir(), config }
}

async function every(shas: readonly string[], isKnown: (sha: string) => Promise<boolean>): Promise<boolean> {
  for (const sha of shas) if (!(await isKnown(sha))) return false
  return true
}
