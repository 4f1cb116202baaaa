import type { OpenIssue, UpdateIssue } from '@testwarden/core/model/change'
import type { GitHubClient } from './connection.js'

/** Number of the new issue. @see https://docs.github.com/rest/issues/issues#create-an-issue @throws PlatformError */
export async function openIssue(
  { octokit, owner, repo, requestOptions, ask }: GitHubClient,
  { title, body, labels }: Omit<OpenIssue, 'kind' | 'key'>,
): Promise<number> {
  const { data } = await ask({ kind: 'create', what: 'open an issue' }, () =>
    octokit.rest.issues.create({ owner, repo, title, body, labels: [...labels], request: requestOptions() }),
  )
  return data.number
}

interface IssueUpdate {
  readonly number: number
  readonly update: Omit<UpdateIssue, 'kind' | 'key' | 'issue'>
}

/** @see https://docs.github.com/rest/issues/issues#update-an-issue @throws PlatformError */
export async function updateIssue(
  { octokit, owner, repo, requestOptions, ask }: GitHubClient,
  { number, update }: IssueUpdate,
): Promise<void> {
  await ask({ kind: 'update', what: `update issue #${number}` }, () =>
    octokit.rest.issues.update({ owner, repo, issue_number: number, ...update, request: requestOptions() }),
  )
}
