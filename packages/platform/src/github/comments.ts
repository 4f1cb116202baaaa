import type { CommentList, IssueComment, NewComment } from '@testwarden/core/ports/github'
import type { GitHubClient } from './connection.js'
import { createWhenMissing } from './create-when-missing.js'
import { readFailure, type WantedPermission } from './errors.js'

const PER_PAGE = 100
/** A thousand comments; one run may not spend its requests on reading more. */
const MAX_PAGES = 10
/** On a pull request `issues: write` would do as well, and allows more than is needed. */
const permission: WantedPermission = { name: 'pull_requests', level: 'write' }
const permissionOnIssue: WantedPermission = { name: 'issues', level: 'write' }

/** @see https://docs.github.com/rest/issues/comments#list-issue-comments @throws PlatformError */
export async function listComments(client: GitHubClient, issue: number): Promise<CommentList> {
  const comments: IssueComment[] = []
  for (let page = 1; page <= MAX_PAGES; page++) {
    const { shown, isLast } = await readPage(client, { issue, page })
    comments.push(...shown)
    if (isLast) return { comments, isWhole: true }
  }
  return { comments, isWhole: false }
}

async function readPage(
  { octokit, owner, repo, requestOptions, ask }: GitHubClient,
  { issue, page }: { readonly issue: number; readonly page: number },
): Promise<{ readonly shown: readonly IssueComment[]; readonly isLast: boolean }> {
  const what = `read the comments of #${issue}`
  const { data, headers } = await ask({ kind: 'read', what, permission }, () =>
    octokit.rest.issues.listComments({
      owner,
      repo,
      issue_number: issue,
      per_page: PER_PAGE,
      page,
      request: requestOptions(),
    }),
  )
  const shown = data.map(({ id, body, user }) => ({ id, body: body ?? '', author: user?.login ?? null }))
  return { shown, isLast: !(headers.link ?? '').includes('rel="next"') }
}

/** @see https://docs.github.com/rest/issues/comments#create-an-issue-comment @throws PlatformError */
export function createComment(client: GitHubClient, { issue, on, body, find }: NewComment): Promise<number> {
  const { octokit, owner, repo, requestOptions } = client
  return createWhenMissing(client, {
    description: { what: `comment on #${issue}`, permission: on === 'issue' ? permissionOnIssue : permission },
    find,
    async send() {
      const { data } = await octokit.rest.issues.createComment({
        owner,
        repo,
        issue_number: issue,
        body,
        request: requestOptions(),
      })
      return data.id
    },
  })
}

/** @see https://docs.github.com/rest/issues/comments#update-an-issue-comment @throws PlatformError */
export async function updateComment(
  { octokit, owner, repo, requestOptions, ask }: GitHubClient,
  { id, body }: { readonly id: number; readonly body: string },
): Promise<void> {
  await ask({ kind: 'replace', what: 'update the comment', permission }, () =>
    octokit.rest.issues.updateComment({ owner, repo, comment_id: id, body, request: requestOptions() }),
  )
}

/**
 * One that is gone already is as good as deleted, whoever did it.
 * @see https://docs.github.com/rest/issues/comments#delete-an-issue-comment
 * @throws PlatformError
 */
export async function deleteComment(
  { octokit, owner, repo, requestOptions, ask }: GitHubClient,
  id: number,
): Promise<void> {
  await ask({ kind: 'replace', what: 'remove a double of the comment', permission }, () =>
    octokit.rest.issues.deleteComment({ owner, repo, comment_id: id, request: requestOptions() }).catch(unlessNotFound),
  )
}

function unlessNotFound(error: unknown): void {
  if (readFailure(error).status !== 404) throw error
}
