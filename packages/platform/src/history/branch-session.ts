import { PlatformError } from '@testwarden/core/model/errors'
import type { HistoryBranch, TreeFile } from './branch.js'
import { FIRST_FILES, MARKER } from './branch-marker.js'
import { shortRef } from './branch-ref.js'

/** What one job has seen of a history branch. `null`: there is no such ref. */
export interface BranchSession {
  /** The state that was seen last; looks at the server when nothing was seen yet. */
  head(): Promise<string | null>
  /** @throws PlatformError when the ref was deleted or replaced since it was seen last */
  refresh(): Promise<string | null>
  /** A commit of our own is the newest now. */
  advance(commit: string): void
  /** @throws PlatformError when the branch holds something else than a history */
  list(commit: string | null, folder: string | 'everything'): Promise<readonly TreeFile[]>
}

export function openBranchSession(branch: HistoryBranch): BranchSession {
  let seen: { readonly commit: string | null } | null = null
  const refresh = async (): Promise<string | null> => {
    const commit = await branch.fetch()
    if (seen !== null && seen.commit !== null) await requireForward(branch, { before: seen.commit, now: commit })
    seen = { commit }
    return commit
  }
  return {
    head: async () => (seen === null ? refresh() : seen.commit),
    refresh,
    advance(commit) {
      seen = { commit }
    },
    list: (commit, folder) => listHistory(branch, { commit, folder }),
  }
}

async function requireForward(
  branch: HistoryBranch,
  { before, now }: { readonly before: string; readonly now: string | null },
): Promise<void> {
  if (now === before || (now !== null && (await branch.isAncestor(before, now)))) return
  const happened = now === null ? 'was deleted' : 'was replaced by another one (a force push)'
  throw new PlatformError(
    `the history ${shortRef(branch.ref)} ${happened} while this job ran, from ${before.slice(0, 7)} to ${now?.slice(0, 7) ?? 'nothing'}; nothing was read from or written to the new state`,
    { remedy: 'if that was meant, run the job again: it begins with what is there now; else restore the branch' },
  )
}

async function listHistory(
  branch: HistoryBranch,
  { commit, folder }: { readonly commit: string | null; readonly folder: string | 'everything' },
): Promise<readonly TreeFile[]> {
  if (commit === null) return []
  const files = await branch.list(commit, folder)
  if (!files.some(({ path }) => path === MARKER)) throw notOurs(branch.ref)
  return files.filter(({ path }) => !FIRST_FILES.some((first) => first.path === path))
}

function notOurs(ref: string): PlatformError {
  return new PlatformError(
    `${shortRef(ref)} is no history of Testwarden that this version knows: it has no file ${MARKER}`,
    { remedy: 'name a branch of its own in `history`, such as git:testwarden-history; it is made when it is missing' },
  )
}
