import { PlatformError } from '@testwarden/core/model/errors'
import type { Git } from '@testwarden/core/ports/git'

/** What developers call the default branch, in the order in which we ask git. */
const NAMES: readonly string[] = ['origin/HEAD', 'origin/main', 'origin/master', 'main', 'master']

/** More commits than any history has runs. */
const COMMITS_MAX = 20_000

export interface DefaultBranchLine {
  /** Newest first; empty where git does not know the branch. */
  readonly firstParents: readonly string[]
  /** As it was found: `origin/main`; null: it was not. */
  readonly branch: string | null
  /** For people. */
  readonly notes: readonly string[]
}

/** The commits of the default branch, along first parents. @param named as the user calls it; absent: the likely one */
export async function defaultBranchLine(git: Git, named?: string): Promise<DefaultBranchLine> {
  if (git.absence !== null) return unknown('There is no git repository here, so the time of runs orders them.')
  try {
    for (const name of named === undefined ? NAMES : [`origin/${named}`, named]) {
      const tip = await git.resolve(name)
      if (tip !== null) return { firstParents: await git.firstParents(tip, COMMITS_MAX), branch: name, notes: [] }
    }
  } catch (error) {
    if (!(error instanceof PlatformError)) throw error
    return unknown(`The order of commits is not known, so that of time counts: ${error.message}`)
  }
  return unknown(`git knows no ${named ?? 'default branch'} here, so the time of runs orders them.`)
}

function unknown(note: string): DefaultBranchLine {
  return { firstParents: [], branch: null, notes: [note] }
}
