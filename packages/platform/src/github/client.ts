import { ConfigurationError } from '@testwarden/core/model/errors'
import type { GitHub } from '@testwarden/core/ports/github'
import { loadGitHub } from '../sdk.js'
import { findMergeBase } from './compare.js'
import { openIssue, updateIssue } from './issues.js'

const REQUEST_TIMEOUT_MS = 30_000

export interface GitHubOptions {
  readonly token: string
  /** `owner/name` */
  readonly repository: string
  /** GITHUB_API_URL: another one on GitHub Enterprise. */
  readonly apiUrl: string
}

type Octokit = ReturnType<Awaited<ReturnType<typeof loadGitHub>>['getOctokit']>

/** One repository, as the API's requests want it. */
export interface GitHubClient {
  readonly octokit: Octokit
  readonly owner: string
  readonly repo: string
  /** Goes into every request: octokit itself waits for ever. */
  requestOptions(): { readonly signal: AbortSignal }
}

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

interface RepositoryName {
  readonly owner: string
  readonly repo: string
}

async function connect({ token, apiUrl }: GitHubOptions, repository: RepositoryName): Promise<GitHubClient> {
  const { getOctokit } = await loadGitHub()
  return {
    ...repository,
    octokit: getOctokit(token, { baseUrl: apiUrl }),
    requestOptions: () => ({ signal: AbortSignal.timeout(REQUEST_TIMEOUT_MS) }),
  }
}

function splitRepository(repository: string): RepositoryName {
  const [owner, repo, ...rest] = repository.split('/')
  if (owner && repo && rest.length === 0) return { owner, repo }
  throw new ConfigurationError(`${JSON.stringify(repository)} is no repository`, { remedy: 'write it as owner/name' })
}
