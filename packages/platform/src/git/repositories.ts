import os from 'node:os'
import path from 'node:path'
import { createOwnRepository, fetchCommit, type OwnRepository, removeOwnRepository } from './own-repository.js'
import { remoteConfig } from './remote.js'
import type { GitPlace } from './run-git.js'
import { hasCommit, openUserRepository, readRemoteConfig, type UserRepository } from './user-repository.js'

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
  ensure(sha: string): Promise<void>
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
  let lastFetch: Promise<unknown> = Promise.resolve()
  const known = new Map<string, Promise<boolean>>()
  const fetched = new Map<string, Promise<void>>()

  const user = (): Promise<UserRepository> => {
    opened ??= openUserRepository(options.workspace, options.env)
    return opened
  }
  const own = async (): Promise<OwnRepository | null> => made
  const isTheirs = async (sha: string): Promise<boolean> => {
    const answer = known.get(sha) ?? hasCommit((await user()).place, sha)
    known.set(sha, answer)
    return answer
  }
  const fetchOnce = (sha: string): Promise<void> => {
    const running = fetched.get(sha)
    if (running !== undefined) return running
    made ??= user().then((theirs) => makeOwn(theirs, options))
    const repository = made
    // One after the other: two fetches would fight for the lock of `shallow`.
    const fetching = lastFetch.then(async () => fetchCommit(await repository, sha))
    lastFetch = fetching.catch(() => undefined)
    fetched.set(sha, fetching)
    return fetching
  }
  const isOurs = async (sha: string): Promise<boolean> => {
    const repository = await own()
    return repository !== null && hasCommit(repository.place, sha)
  }

  return {
    user,
    own,
    async checkout() {
      const [{ place }, repository] = [await user(), await own()]
      if (repository === null) return place
      const objects = path.join(repository.gitDir, 'objects')
      return { ...place, variables: { ...place.variables, GIT_ALTERNATE_OBJECT_DIRECTORIES: objects } }
    },
    async placeToWalk(shas) {
      const { place, commonDir } = await user()
      if (await every(shas, isTheirs)) return { place, shallowFile: path.join(commonDir, 'shallow') }
      const repository = await own()
      if (repository === null || !(await every(shas, isOurs))) return null
      return { place: repository.place, shallowFile: path.join(repository.gitDir, 'shallow') }
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
    async remove() {
      const repository = await own()
      made = null
      fetched.clear()
      if (repository !== null) await removeOwnRepository(repository)
    },
  }
}

async function makeOwn(user: UserRepository, { env, token }: RepositoryOptions): Promise<OwnRepository> {
  const config = remoteConfig({
    persisted: await readRemoteConfig(user),
    token,
    serverUrl: env.GITHUB_SERVER_URL || null,
    repository: env.GITHUB_REPOSITORY || null,
  })
  return createOwnRepository(user, { temporary: env.RUNNER_TEMP || os.tmpdir(), config })
}

async function every(shas: readonly string[], isKnown: (sha: string) => Promise<boolean>): Promise<boolean> {
  for (const sha of shas) if (!(await isKnown(sha))) return false
  return true
}
