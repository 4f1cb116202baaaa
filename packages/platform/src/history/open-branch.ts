import { PlatformError } from '@testwarden/core/model/errors'
import { findGitProgram } from '../git/absence.js'
import type { GitHubOptions } from '../github/connection.js'
import type { Traffic } from '../github/traffic.js'
import { createApiBranch } from './api-branch.js'
import type { HistoryBranch } from './branch.js'
import { createGitBranch } from './git-branch.js'

export interface BranchPlace {
  /** Absolute. */
  readonly workspace: string
  readonly env: NodeJS.ProcessEnv
  readonly token: string | null
  /** Of the run, for a history by API; absent where nothing else of it asks GitHub. */
  readonly traffic?: Traffic
}

/** The ref by git where there is git, else by GitHub's API. Nothing is started or asked yet. */
export function openBranch(ref: string, { workspace, env, token, traffic }: BranchPlace): HistoryBranch {
  const program = findGitProgram(env)
  if (program !== null) return createGitBranch({ ref, program, workspace, env, token })
  const { GITHUB_REPOSITORY: repository, GITHUB_API_URL: apiUrl } = env
  if (token === null || !repository || !apiUrl) return unreachableBranch(ref)
  const github: GitHubOptions = { token, repository, apiUrl, ...(traffic === undefined ? {} : { traffic }) }
  return createApiBranch({ ref, github })
}

/** Opening a store never fails for what the machine lacks: only using it does. */
function unreachableBranch(ref: string): HistoryBranch {
  const refuse = async (): Promise<never> => {
    throw new PlatformError('the history cannot be reached: git is not installed, and there is no token for the API', {
      remedy: 'install git, or pass `github-token` in a job of GitHub Actions',
    })
  }
  return { ref, fetch: refuse, isAncestor: refuse, list: refuse, read: refuse, commit: refuse, publish: refuse }
}
