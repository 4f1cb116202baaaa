import type { UpdateIssue } from '@testwarden/core/model/change'
import type { IssueList, IssueQuery, ListedIssue, NewIssue } from '@testwarden/core/ports/github'
import type { GitHubClient } from './connection.js'
import { createWhenMissing } from './create-when-missing.js'
import type { WantedPermission } from './errors.js'

const PER_PAGE = 100
/** A thousand open issues of one label; of the closed ones those that changed last. */
const MAX_PAGES = { open: 10, closed: 3 } as const
/** Whoever lists issues goes on to write them. */
const permission: WantedPermission = { name: 'issues', level: 'write' }

/** @see https://docs.github.com/rest/issues/issues#list-repository-issues @throws PlatformError */
export async function listIssues(client: GitHubClient, query: IssueQuery): Promise<IssueList> {
  const issues: ListedIssue[] = []
  let isWhole = false
  for (let page = 1; page <= MAX_PAGES[query.state] && !isWhole; page++) {
    const { shown, isLast } = await readPage(client, { query, page })
    issues.push(...shown)
    isWhole = isLast
  }
  return { issues: issues.sort((left, right) => left.number - right.number), isWhole }
}

/** Pull requests are in the list too, and are left out. */
async function readPage(
  { octokit, owner, repo, requestOptions, ask }: GitHubClient,
  { query: { state, label }, page }: { readonly query: IssueQuery; readonly page: number },
): Promise<{ readonly shown: readonly ListedIssue[]; readonly isLast: boolean }> {
  const { data, headers } = await ask({ kind: 'read', what: 'read the issues', permission }, () =>
    octokit.rest.issues.listForRepo({
      owner,
      repo,
      state,
      ...(label === null ? {} : { labels: label }),
      sort: 'updated',
      direction: 'desc',
      per_page: PER_PAGE,
      page,
      request: requestOptions(),
    }),
  )
  const shown = data.flatMap((issue): ListedIssue[] => {
    if (issue.pull_request !== undefined) return []
    return [
      {
        number: issue.number,
        body: issue.body ?? '',
        author: issue.user?.login ?? null,
        state: issue.state === 'closed' ? 'closed' : 'open',
        stateReason: issue.state_reason ?? null,
        isLocked: issue.locked,
        createdAt: issue.created_at,
        closedAt: issue.closed_at,
      },
    ]
  })
  return { shown, isLast: !(headers.link ?? '').includes('rel="next"') }
}

/** Number of the new issue. @see https://docs.github.com/rest/issues/issues#create-an-issue @throws PlatformError */
export async function openIssue(client: GitHubClient, { title, body, labels, find }: NewIssue): Promise<number> {
  const { octokit, owner, repo, requestOptions, ask } = client
  const what = 'open an issue'
  const send = async (): Promise<number> => {
    const request = requestOptions()
    const { data } = await octokit.rest.issues.create({ owner, repo, title, body, labels: [...labels], request })
    return data.number
  }
  if (find === null) return ask({ kind: 'create', what }, send)
  return createWhenMissing(client, { description: { what }, send, find })
}

interface IssueUpdate {
  readonly number: number
  readonly update: Pick<UpdateIssue, 'body' | 'state' | 'closedAs'>
}

/** @see https://docs.github.com/rest/issues/issues#update-an-issue @throws PlatformError */
export async function updateIssue(
  { octokit, owner, repo, requestOptions, ask }: GitHubClient,
  { number, update: { body, state, closedAs } }: IssueUpdate,
): Promise<void> {
  await ask({ kind: 'update', what: `update issue #${number}` }, () =>
    octokit.rest.issues.update({
      owner,
      repo,
      issue_number: number,
      ...(body === undefined ? {} : { body }),
      ...(state === undefined ? {} : { state }),
      ...(closedAs === undefined ? {} : { state_reason: closedAs }),
      request: requestOptions(),
    }),
  )
}
