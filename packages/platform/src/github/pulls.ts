import type { OpenPull } from '@testwarden/core/model/github-observation'
import type { Listing } from '@testwarden/core/ports/github'
import type { GitHubClient } from './connection.js'
import type { WantedPermission } from './errors.js'
import { PER_PAGE, readLinks, readPages } from './pages.js'

const permission: WantedPermission = { name: 'pull_requests', level: 'read' }
/** Two hundred open pull requests. */
const PAGES_MAX = 2

/** Newest first. @see https://docs.github.com/rest/pulls/pulls#list-pull-requests @throws PlatformError */
export function listOpenPulls({ octokit, owner, repo, requestOptions, ask }: GitHubClient): Promise<Listing<OpenPull>> {
  return readPages(async (page) => {
    const { data, headers } = await ask({ kind: 'read', what: 'list the open pull requests', permission }, () =>
      octokit.rest.pulls.list({ owner, repo, state: 'open', per_page: PER_PAGE, page, request: requestOptions() }),
    )
    const items = data.map((pull) => ({
      number: pull.number,
      headSha: pull.head.sha,
      baseBranch: pull.base.ref,
      labels: pull.labels.map(({ name }) => name),
      isFork: pull.head.repo?.full_name !== pull.base.repo.full_name,
    }))
    return { items, isLast: !readLinks(headers.link).hasNext }
  }, PAGES_MAX)
}

/** The commit at the head of a pull request now. @see https://docs.github.com/rest/pulls/pulls#get-a-pull-request @throws PlatformError */
export async function readPullRequestHead(
  { octokit, owner, repo, requestOptions, ask }: GitHubClient,
  number: number,
): Promise<string> {
  const { data } = await ask({ kind: 'read', what: `read pull request #${number}` }, () =>
    octokit.rest.pulls.get({ owner, repo, pull_number: number, request: requestOptions() }),
  )
  return data.head.sha
}
