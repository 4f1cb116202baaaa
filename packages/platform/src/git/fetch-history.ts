import { PlatformError } from '@testwarden/core/model/errors'
import { type OwnRepository, QUIET_FETCH } from './own-repository.js'
import { REMOTE } from './remote.js'
import { askGit } from './run-git.js'
import { requireSha } from './user-repository.js'

const FETCH_TIMEOUT_MS = 120_000

/** More is no question of a baseline any more. */
const COMMITS_MAX = 10_000

/**
 * So many commits behind one, without their files where the server can leave them out; a server that cannot ignores the
 * wish. Tried once: a run without this history is poorer, not wrong.
 */
export async function fetchHistory(
  own: OwnRepository,
  { sha, commits }: { readonly sha: string; readonly commits: number },
): Promise<void> {
  const depth = Math.min(COMMITS_MAX, Math.max(1, Math.trunc(commits)))
  const args = ['fetch', ...QUIET_FETCH, '--filter=tree:0', `--depth=${depth}`, REMOTE, requireSha(sha)]
  await askGit(own.place, { what: `fetch the history of ${sha}`, args, timeoutMs: FETCH_TIMEOUT_MS })
}

/** The newest commit of a branch with its files. @returns its id */
export async function fetchTip(own: OwnRepository, branch: string): Promise<string> {
  const kept = 'refs/testwarden/tip'
  const args = ['fetch', ...QUIET_FETCH, '--depth=1', REMOTE, `+refs/heads/${requireBranch(branch)}:${kept}`]
  await askGit(own.place, { what: `fetch the branch ${branch}`, args, timeoutMs: FETCH_TIMEOUT_MS })
  return (await askGit(own.place, { what: `read the branch ${branch}`, args: ['rev-parse', kept] })).trim()
}

/** What git itself allows in a branch's name, and nothing that means more in a refspec. @throws PlatformError */
function requireBranch(name: string): string {
  const isPlain = [...name].every((character) => character > ' ' && !'~^:?*[\\\x7f'.includes(character))
  if (isPlain && name !== '' && name.length <= 255 && !name.startsWith('-') && !name.includes('..')) return name
  throw new PlatformError(`${JSON.stringify(name.slice(0, 100))} is no name of a branch`, {
    remedy: 'give the name of a branch of the repository',
  })
}
