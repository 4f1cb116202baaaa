import type { IssueList, IssueQuery, IssueUpdate, ListedIssue, NewIssue } from '@testwarden/core/ports/github'
import type { GitHubClient } from './connection.js'
import { createWhenMissing } from './create-when-missing.js'
import type { WantedPermission } from './errors.js'

const PER_PAGE = 100
/** A thousand open issues of one label; of the closed ones those that changed last. */
const MAX_PAGES = { open: 10, closed: 3 } as const
/** Whoever lists issues goes on to write them, unless the query says otherwise. */
const permission: WantedPermission = { name: 'issues', level: 'write' }
const reading: WantedPermission = { name: 'issues', level: 'read' }

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
  { query: { state, label, creator, isOnlyRead }, page }: { readonly query: IssueQuery; readonly page: number },
): Promise<{ readonly shown: readonly ListedIssue[]; readonly isLast: boolean }> {
  const wanted = isOnlyRead === true ? reading : permission
  const { data, headers } = await ask({ kind: 'read', what: 'read the issues', permission: wanted }, () =>
    octokit.rest.issues.listForRepo({
      owner,
      repo,
      state,
      ...(label === null ? {} : { labels: label }),
      ...(creator === null ? {} : { creator }),
      sort: 'updated',
      direction: 'desc',
      per_page: PER_PAGE,
      page,
      request: requestOptions(),
    }),
  )
  const shown = data.flatMap((issue): ListedIssue[] => {
    if (issue.pull_request !== undefined) return []
    return [shownIssue(issue)]
  })
  return { shown, isLast: !(headers.link ?? '').includes('rel="next"') }
}

type ApiIssue = Awaited<ReturnType<GitHubClient['octokit']['rest']['issues']['get']>>['data']

function shownIssue(issue: ApiIssue): ListedIssue {
  return {
    number: issue.number,
    title: issue.title,
    labels: issue.labels.map((label) => (typeof label === 'string' ? label : (label.name ?? ''))),
    assignees: (issue.assignees ?? []).map(({ login }) => login),
    comments: issue.comments,
    body: issue.body ?? '',
    author: issue.user?.login ?? null,
    state: issue.state === 'closed' ? 'closed' : 'open',
    stateReason: issue.state_reason ?? null,
    isLocked: issue.locked,
    createdAt: issue.created_at,
    closedAt: issue.closed_at,
  }
}

/** @see https://docs.github.com/rest/issues/issues#get-an-issue @throws PlatformError */
export async function readIssue(
  { octokit, owner, repo, requestOptions, ask }: GitHubClient,
  number: number,
): Promise<ListedIssue> {
  const { data } = await ask({ kind: 'read', what: `read issue #${number}`, permission }, () =>
    octokit.rest.issues.get({ owner, repo, issue_number: number, request: requestOptions() }),
  )
  return shownIssue(data)
}

/** Number of the new issue. @see https://docs.github.com/rest/issues/issues#create-an-issue @throws PlatformError */
export async function openIssue(client: GitHubClient, { find, ...issue }: NewIssue): Promise<number> {
  const { octokit, owner, repo, requestOptions, ask } = client
  const what = 'open an issue'
  const send = async (): Promise<number> => {
    const { data } = await octokit.rest.issues.create({
      owner,
      repo,
      title: issue.title,
      body: issue.body,
      labels: [...issue.labels],
      ...(issue.assignees.length === 0 ? {} : { assignees: [...issue.assignees] }),
      request: requestOptions(),
    })
    return data.number
  }
  if (find === null) return ask({ kind: 'create', what }, send)
  return createWhenMissing(client, { description: { what }, send, find })
}

/** @see https://docs.github.com/rest/issues/issues#update-an-issue @throws PlatformError */
export async function updateIssue(
  { octokit, owner, repo, requestOptions, ask }: GitHubClient,
  { number, update: { title, body, state, closedAs } }: { readonly number: number; readonly update: IssueUpdate },
): Promise<void> {
  await ask({ kind: 'update', what: `update issue #${number}` }, () =>
    octokit.rest.issues.update({
      owner,
      repo,
      issue_number: number,
      ...(title === undefined ? {} : { title }),
      ...(body === undefined ? {} : { body }),
      ...(state === undefined ? {} : { state }),
      ...(closedAs === undefined ? {} : { state_reason: closedAs }),
      request: requestOptions(),
    }),
  )
}
