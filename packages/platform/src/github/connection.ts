import { loadGitHub } from '../sdk.js'
import type { CallCounter } from './call-counter.js'
import { type RequestDescription, requestWithRetry } from './retry.js'
import { createRetryBudget, type RetryBudget } from './retry-budget.js'

/** GitHub itself gives up on a request after ten seconds. */
const REQUEST_TIMEOUT_MS = 15_000

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
  /** The time of the whole run for waits and second tries. */
  readonly budget: RetryBudget
  /** Sends a request, and again where that is safe, within {@link budget}. @throws PlatformError */
  ask<Value>(description: RequestDescription, send: () => Promise<Value>): Promise<Value>
}

/** Loads the toolkit; sends nothing yet. */
export async function connect(
  { token, apiUrl }: GitHubOptions,
  { repository, calls }: { readonly repository: RepositoryName; readonly calls: CallCounter },
): Promise<GitHubClient> {
  const { getOctokit } = await loadGitHub()
  const octokit = getOctokit(token, { baseUrl: apiUrl })
  octokit.hook.before('request', ({ method, url }) => calls.count(method, url))
  const budget = createRetryBudget()
  return {
    ...repository,
    octokit,
    requestOptions: () => ({ signal: AbortSignal.timeout(REQUEST_TIMEOUT_MS) }),
    budget,
    ask: (description, send) => requestWithRetry(description, send, budget),
  }
}
