import { existsSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import path from 'node:path'
import { PlatformError } from '@testwarden/core/model/errors'
import type { CommandTree } from '@testwarden/core/model/request'
import type { Log } from '@testwarden/core/ports/log'
import { messageOf } from '../files/failure.js'
import { copyWorkingTree } from './copy-working-tree.js'
import { makeTemporaryFolder } from './own-repository.js'
import type { Repositories } from './repositories.js'
import { lacksOf } from './tree-lacks.js'
import { makeTreeRepository, type TreeRepository } from './tree-repository.js'
import { findTreeSource } from './tree-source.js'
import type { UserRepository } from './user-repository.js'

/** Trees of the user's repository, each in a clone of our own that commands may do with what they like. */
export interface TreeClones {
  /** The same clone for the same tree. @throws PlatformError when it cannot be had */
  of(tree: CommandTree): Promise<TreeClone>
  remove(): Promise<void>
}

export interface TreeClone {
  /** Absolute path of the workspace inside the clone. */
  readonly folder: string
  /** Sentences on what is not there. */
  readonly lacks: readonly string[]
}

export interface TreeCloneOptions {
  readonly repositories: Repositories
  /** Where the runner keeps what is temporary. */
  readonly temporary: string
  readonly log: Log
}

export function openTreeClones({ repositories, temporary, log }: TreeCloneOptions): TreeClones {
  let root: Promise<string> | null = null
  const made = new Map<string | null, Promise<TreeClone>>()
  return {
    of({ sha }) {
      const known = made.get(sha)
      if (known !== undefined) return known
      root ??= makeTemporaryFolder(temporary, 'testwarden-trees-')
      // Paths of all clones are equally long, as where things lie in memory can depend on that.
      const number = String(made.size + 1).padStart(2, '0')
      const making = root.then((folder) => makeClone(sha, { repositories, folder: path.join(folder, number) }))
      made.set(sha, making)
      return making
    },
    async remove() {
      await Promise.allSettled(made.values())
      const folder = await root?.catch(() => null)
      root = null
      made.clear()
      if (folder) await removeFolder(folder, log)
    },
  }
}

async function makeClone(
  sha: string | null,
  { repositories, folder }: { readonly repositories: Repositories; readonly folder: string },
): Promise<TreeClone> {
  const user = await repositories.user()
  const source = await findTreeSource(repositories, sha)
  const repository = await makeTreeRepository(user, { source, folder })
  if (sha === null) await copyWorkingTree(user, repository.top)
  return { folder: folderIn(repository, user), lacks: await lacksOf(repository) }
}

/** @throws PlatformError when the workspace is a folder that the tree does not have */
function folderIn({ top }: TreeRepository, { prefix }: UserRepository): string {
  const folder = path.resolve(top, prefix)
  if (existsSync(folder)) return folder
  throw new PlatformError(`there is no folder ${prefix} in that tree`)
}

/** What tools wrote there may be protected, such as the module cache of Go: what stays is for the runner to empty. */
async function removeFolder(folder: string, log: Log): Promise<void> {
  await rm(folder, { recursive: true, force: true, maxRetries: 3 }).catch((error: unknown) => {
    log.warning(`cannot remove ${folder}: ${messageOf(error)}`)
  })
}
