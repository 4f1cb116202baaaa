import { loadGitHub } from '../sdk.js'

const REQUEST_TIMEOUT_MS = 30_000

export interface GitHubOptions {
  readonly token: string
  /** `owner/name` */
  readonly repository: string
  /** GITHUB_API_URL: another one on GitHub Enterprise. */
  readonly apiUrl: string
}

export interface RepositoryName {
  readonly owner: string
  readonly repo: string
}

type Octokit = ReturnType<Awaited<ReturnType<typeof loadGitHub>>['getOctokit']>

/** One repository, as the API's requests want it. */
export interface GitHubClient extends RepositoryName {
  readonly octokit: Octokit
  /** Goes into every request: octokit itself waits for ever. */
  requestOptions(): { readonly signal: AbortSignal }
}

/** Loads the toolkit; sends nothing yet. */
export async function connect({ token, apiUrl }: GitHubOptions, repository: RepositoryName): Promise<GitHubClient> {
  const { getOctokit } = await loadGitHub()
  return {
    ...repository,
    octokit: getOctokit(token, { baseUrl: apiUrl }),
    requestOptions: () => ({ signal: AbortSignal.timeout(REQUEST_TIMEOUT_MS) }),
  }
}
