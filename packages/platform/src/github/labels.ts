import { PlatformError } from '@testwarden/core/model/errors'
import { labelColor } from '@testwarden/core/render/label-color'
import type { GitHubClient } from './connection.js'
import { readFailure, type WantedPermission } from './errors.js'

const permission: WantedPermission = { name: 'issues', level: 'write' }

/**
 * GitHub makes a missing label itself where an issue is given one, in grey; so it is made before.
 * @returns false where the repository lacks it and the token may not make it
 * @throws PlatformError
 */
export async function ensureLabel(client: GitHubClient, name: string): Promise<boolean> {
  return (await hasLabel(client, name)) || (await createLabel(client, name))
}

/** @see https://docs.github.com/rest/issues/labels#get-a-label */
async function hasLabel(client: GitHubClient, name: string): Promise<boolean> {
  const { octokit, owner, repo, requestOptions, ask } = client
  const read = () => octokit.rest.issues.getLabel({ owner, repo, name, request: requestOptions() })
  return unless(404, () => ask({ kind: 'read', what: 'look for a label', permission }, read))
}

/**
 * One that another run has made in between answers 422, and so does a name that GitHub does not take; the one is there.
 * @see https://docs.github.com/rest/issues/labels#create-a-label
 */
async function createLabel(client: GitHubClient, name: string): Promise<boolean> {
  const { octokit, owner, repo, requestOptions, ask } = client
  const create = () =>
    octokit.rest.issues.createLabel({ owner, repo, name, color: labelColor(name), request: requestOptions() })
  try {
    await ask({ kind: 'create', what: 'make a label', permission }, create)
    return true
  } catch (error) {
    const status = statusOf(error)
    if (status === 422) return hasLabel(client, name)
    if (status === 403 || status === 404) return false
    throw error
  }
}

/** @see https://docs.github.com/rest/issues/labels#add-labels-to-an-issue @throws PlatformError */
export async function addLabels(
  { octokit, owner, repo, requestOptions, ask }: GitHubClient,
  { issue, names }: { readonly issue: number; readonly names: readonly string[] },
): Promise<void> {
  await ask({ kind: 'replace', what: `label issue #${issue}`, permission }, () =>
    octokit.rest.issues.addLabels({ owner, repo, issue_number: issue, labels: [...names], request: requestOptions() }),
  )
}

/** @see https://docs.github.com/rest/issues/labels#remove-a-label-from-an-issue @throws PlatformError */
export async function removeLabel(
  { octokit, owner, repo, requestOptions, ask }: GitHubClient,
  { issue, name }: { readonly issue: number; readonly name: string },
): Promise<void> {
  const remove = () =>
    octokit.rest.issues.removeLabel({ owner, repo, issue_number: issue, name, request: requestOptions() })
  await unless(404, () => ask({ kind: 'replace', what: `remove a label of issue #${issue}`, permission }, remove))
}

/** @returns false where GitHub answered this status */
async function unless(status: number, act: () => Promise<unknown>): Promise<boolean> {
  try {
    await act()
    return true
  } catch (error) {
    if (statusOf(error) === status) return false
    throw error
  }
}

/** null: not GitHub's answer, or one that a later try may change, such as its refusal of too many requests. */
function statusOf(error: unknown): number | null {
  return error instanceof PlatformError && !error.retryable ? readFailure(error.cause).status : null
}
