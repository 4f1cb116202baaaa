import { loadGitHub } from '../sdk.js'
import { type RequestDescription, requestWithRetry } from './retry.js'
import type { RetryBudget } from './retry-budget.js'
import { createTraffic, type Traffic } from './traffic.js'

/** GitHub itself gives up on a request after ten seconds. */
const REQUEST_TIMEOUT_MS = 15_000

export interface GitHubOptions {
  readonly token: string
  /** `owner/name` */
  readonly repository: string
  /** GITHUB_API_URL: another one on GitHub Enterprise. */
  readonly apiUrl: string
  /** That of the run; absent where nothing else of it asks GitHub. */
  readonly traffic?: Traffic
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
  /** The time of the whole run for waits and second tries. */
  readonly budget: RetryBudget
  /** Sends a request, and again where that is safe, within {@link budget}. @throws PlatformError */
  ask<Value>(description: RequestDescription, send: () => Promise<Value>): Promise<Value>
}

/** Gives the one client of its options, made when it is first needed. */
export function createConnector(options: GitHubOptions): () => Promise<GitHubClient> {
  const traffic = options.traffic ?? createTraffic()
  let connected: Promise<GitHubClient> | null = null
  return () => {
    connected ??= connect(options, traffic)
    return connected
  }
}

/** Loads the toolkit; sends nothing yet. */
async function connect(
  { token, repository, apiUrl }: GitHubOptions,
  { calls, budget }: Traffic,
): Promise<GitHubClient> {
  const { getOctokit } = await loadGitHub()
  const [owner = '', repo = ''] = repository.split('/')
  const octokit = getOctokit(token, { baseUrl: apiUrl })
  octokit.hook.before('request', ({ method, url }) => calls.count(method, url))
  return {
    owner,
    repo,
    octokit,
    requestOptions: () => ({ signal: AbortSignal.timeout(REQUEST_TIMEOUT_MS) }),
    budget,
    ask: (description, send) => requestWithRetry(description, send, budget),
  }
}
