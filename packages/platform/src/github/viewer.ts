import { PlatformError } from '@testwarden/core/model/errors'
import type { GitHubClient } from './connection.js'

/**
 * Login of whoever the token writes as: `github-actions[bot]` for a job's own. Only GraphQL tells it for every kind of
 * token; `GET /user` refuses those of apps, and so a job's.
 * @see https://docs.github.com/graphql/reference/queries#viewer
 * @throws PlatformError
 */
export async function readLogin({ octokit, requestOptions, ask }: GitHubClient): Promise<string> {
  const what = 'find out who the token writes as'
  const answer = await ask({ kind: 'read', what }, () =>
    octokit.graphql<unknown>('query { viewer { login } }', { request: requestOptions() }).catch(refuseErrors),
  )
  const login = /^\{"viewer":\{"login":"([^"\\]{1,100})"\}\}$/.exec(JSON.stringify(answer))?.[1]
  if (login !== undefined) return login
  throw new PlatformError(`cannot ${what}: GitHub's answer names nobody`, { remedy: 'check the token' })
}

/** GraphQL answers 200 to a question that it refuses; that is no broken connection, which would be worth a second try. */
function refuseErrors(error: unknown): never {
  if (!(error instanceof Error) || error.name !== 'GraphqlResponseError') throw error
  throw new PlatformError(`cannot find out who the token writes as: ${error.message.slice(0, 300)}`, { cause: error })
}
