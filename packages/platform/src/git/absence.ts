import { existsSync, statSync } from 'node:fs'
import path from 'node:path'
import type { GitAbsence } from '@testwarden/core/ports/git'

/** Found out by looking at the disk: asking git would cost a process even where nobody needs an answer. */
export function findAbsence(workspace: string, env: NodeJS.ProcessEnv): GitAbsence | null {
  if (findGitProgram(env) === null) return 'no-git'
  return findRepository(workspace) === null ? 'no-repository' : null
}

/** The nearest folder upwards that holds `.git` (a folder, or a file in linked worktrees and submodules). */
export function findRepository(workspace: string): string | null {
  for (let folder = path.resolve(workspace); ; folder = path.dirname(folder)) {
    if (existsSync(path.join(folder, '.git'))) return folder
    if (folder === path.dirname(folder)) return null
  }
}

/**
 * Absolute path of the git program, from PATH alone: by its bare name Windows would first look into the working
 * directory, which belongs to the pull request.
 */
export function findGitProgram(env: NodeJS.ProcessEnv): string | null {
  const name = process.platform === 'win32' ? 'git.exe' : 'git'
  const folders = (env.PATH ?? env.Path ?? '').split(path.delimiter).filter((folder) => path.isAbsolute(folder))
  return folders.map((folder) => path.join(folder, name)).find(isFile) ?? null
}

function isFile(candidate: string): boolean {
  try {
    return statSync(candidate).isFile()
  } catch {
    return false
  }
}
