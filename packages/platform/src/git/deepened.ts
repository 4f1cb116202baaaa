import { hasCommit } from './commit-object.js'
import { fetchHistory } from './fetch-history.js'
import type { ObjectReader } from './object-reader.js'
import { type OwnRepository, removeOwnRepository } from './own-repository.js'
import type { GitPlace } from './run-git.js'

/** A repository for history behind a cut: commits without their files, to be walked and never read. */
export interface Deepened {
  /** Once for each commit. @throws PlatformError */
  deepen(sha: string, commits: number): Promise<void>
  /** null as long as it does not know all of these commits. */
  holding(shas: readonly string[]): Promise<OwnRepository | null>
  remove(): Promise<void>
}

export interface DeepenedTools {
  /** Called at the first fetch. */
  readonly make: () => Promise<OwnRepository>
  readonly objectsAt: (place: GitPlace) => ObjectReader
}

export function openDeepened({ make, objectsAt }: DeepenedTools): Deepened {
  let made: Promise<OwnRepository> | null = null
  const fetches = new Map<string, Promise<void>>()
  return {
    deepen(sha, commits) {
      const running = fetches.get(sha)
      if (running !== undefined) return running
      made ??= make()
      const fetching = made.then((own) => fetchHistory(own, { sha, commits }))
      fetches.set(sha, fetching)
      return fetching
    },
    async holding(shas) {
      if (made === null) return null
      const own = await made
      for (const sha of shas) if (!(await hasCommit(objectsAt(own.place), sha))) return null
      return own
    },
    async remove() {
      const own = made === null ? null : await made.catch(() => null)
      made = null
      fetches.clear()
      if (own !== null) await removeOwnRepository(own)
    },
  }
}
