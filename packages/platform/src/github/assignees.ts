import { PlatformError } from '@testwarden/core/model/errors'
import type { GitHubClient } from './connection.js'
import { readFailure, type WantedPermission } from './errors.js'

const permission: WantedPermission = { name: 'issues', level: 'write' }

/** @see https://docs.github.com/rest/issues/assignees#check-if-a-user-can-be-assigned @throws PlatformError */
export async function mayBeAssigned(
  { octokit, owner, repo, requestOptions, ask }: GitHubClient,
  login: string,
): Promise<boolean> {
  const check = () =>
    octokit.rest.issues.checkUserCanBeAssigned({ owner, repo, assignee: login, request: requestOptions() })
  try {
    await ask({ kind: 'read', what: `look whether ${login} can be assigned`, permission }, check)
    return true
  } catch (error) {
    if (error instanceof PlatformError && readFailure(error.cause).status === 404) return false
    throw error
  }
}

/** @see https://docs.github.com/rest/issues/assignees#add-assignees-to-an-issue @throws PlatformError */
export async function addAssignees(
  { octokit, owner, repo, requestOptions, ask }: GitHubClient,
  { issue, logins }: { readonly issue: number; readonly logins: readonly string[] },
): Promise<void> {
  await ask({ kind: 'replace', what: `assign issue #${issue}`, permission }, () =>
    octokit.rest.issues.addAssignees({
      owner,
      repo,
      issue_number: issue,
      assignees: [...logins],
      request: requestOptions(),
    }),
  )
}
