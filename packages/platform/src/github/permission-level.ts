import { PlatformError } from '@testwarden/core/model/errors'
import type { KnownPermission, RepositoryPermission } from '@testwarden/core/model/github-observation'
import type { GitHubClient } from './connection.js'
import { readFailure } from './errors.js'

const ROLES: ReadonlySet<string> = new Set<RepositoryPermission>([
  'admin',
  'maintain',
  'write',
  'triage',
  'read',
  'none',
])
/** Of people, bots and accounts that a company manages. Anything else is nobody's, and no part of an address. */
const LOGIN = /^[A-Za-z0-9][A-Za-z0-9_-]{0,99}(?:\[bot\])?$/

/**
 * Where GitHub refuses to tell, nobody may do anything: a command must not count because a token may not ask.
 * @see https://docs.github.com/rest/collaborators/collaborators#get-repository-permissions-for-a-user
 * @throws PlatformError where GitHub does not answer, as a later run may know more
 */
export async function readPermission(client: GitHubClient, login: string): Promise<KnownPermission> {
  if (!LOGIN.test(login)) return { login, permission: 'none', doubt: 'No account can be called so.' }
  try {
    return { login, permission: await ask(client, login), doubt: null }
  } catch (error) {
    const doubt = error instanceof PlatformError && !error.retryable ? doubtOf(error) : null
    if (doubt === null) throw error
    return { login, permission: 'none', doubt }
  }
}

async function ask(client: GitHubClient, login: string): Promise<RepositoryPermission> {
  const { octokit, owner, repo, requestOptions } = client
  const { data } = await client.ask({ kind: 'read', what: `ask what ${login} may do` }, () =>
    octokit.rest.repos.getCollaboratorPermissionLevel({ owner, repo, username: login, request: requestOptions() }),
  )
  return [data.role_name, data.permission].find(isRole) ?? 'none'
}

/** A company may call its own roles as it likes; each stands on one of GitHub's. */
function isRole(name: string): name is RepositoryPermission {
  return ROLES.has(name)
}

function doubtOf({ cause, message, remedy }: PlatformError): string | null {
  const { status } = readFailure(cause)
  if (status === 404) return 'GitHub shows no such account, or the token may not see who works here.'
  if (status !== 403) return null
  return `${message}.${remedy === null ? '' : ` Remedy: ${remedy}.`}`
}
