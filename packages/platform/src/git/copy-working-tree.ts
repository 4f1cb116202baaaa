import { copyFile, lstat, mkdir, readlink, rm, symlink } from 'node:fs/promises'
import path from 'node:path'
import { PlatformError } from '@testwarden/core/model/errors'
import { isMissing, messageOf } from '../files/failure.js'
import { askGit } from './run-git.js'
import { listFiles, type UserRepository } from './user-repository.js'

const CHANGED = ['diff', '--name-only', '-z', '--no-renames', '--no-ext-diff', '--ignore-submodules=all', 'HEAD', '--']

/**
 * Makes a clone of HEAD look like the user's working tree: what changed since, is gone or is not tracked yet, without
 * what git ignores. @throws PlatformError
 */
export async function copyWorkingTree(user: UserRepository, to: string): Promise<void> {
  const changed = (await askGit(user.place, { what: 'list what changed', args: CHANGED })).split('\0')
  const untracked = await listFiles(user, 'untracked')
  // A folder stands before what is in it, so that a file that became a folder is gone before its files come.
  const paths = [...new Set([...changed, ...untracked])].filter((file) => file !== '').sort()
  for (const file of paths) {
    await copyEntry(path.join(user.place.cwd, file), path.join(to, file)).catch((cause: unknown) => {
      throw new PlatformError(`cannot copy ${file} of the working tree: ${messageOf(cause)}`, { cause })
    })
  }
}

/** Links stay links. A folder is a submodule, or holds files that are copied by themselves. */
async function copyEntry(from: string, to: string): Promise<void> {
  const entry = await lstat(from).catch(nullWhenMissing)
  await rm(to, { recursive: true, force: true }).catch(nullWhenMissing)
  if (entry === null) return
  if (entry.isSymbolicLink()) {
    await mkdir(path.dirname(to), { recursive: true })
    await symlink(await readlink(from), to)
  } else if (entry.isFile()) {
    await mkdir(path.dirname(to), { recursive: true })
    await copyFile(from, to)
  }
}

function nullWhenMissing(error: unknown): null {
  if (isMissing(error)) return null
  throw error
}
