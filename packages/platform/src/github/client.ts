import { ConfigurationError } from '@testwarden/core/model/errors'
import type { GitHub } from '@testwarden/core/ports/github'
import { findMergeBase } from './compare.js'
import { connect, type GitHubClient, type GitHubOptions, type RepositoryName } from './connection.js'
import { openIssue, updateIssue } from './issues.js'

/** @throws ConfigurationError when the repository is not `owner/name` */
export function createGitHub(options: GitHubOptions): GitHub {
  const repository = splitRepository(options.repository)
  let connected: Promise<GitHubClient> | null = null
  const client = (): Promise<GitHubClient> => {
    connected ??= connect(options, repository)
    return connected
  }
  return {
    mergeBase: async (base, head) => findMergeBase(await client(), { base, head }),
    openIssue: async (issue) => openIssue(await client(), issue),
    updateIssue: async (number, update) => updateIssue(await client(), { number, update }),
  }
}

function splitRepository(repository: string): RepositoryName {
  const [owner, repo, ...rest] = repository.split('/')
  if (owner && repo && rest.length === 0) return { owner, repo }
  throw new ConfigurationError(`${JSON.stringify(repository)} is no repository`, { remedy: 'write it as owner/name' })
}
