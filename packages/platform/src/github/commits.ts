import { COMMIT_TITLE_CHARACTERS_MAX, type ListedCommit } from '@testwarden/core/model/github-observation'
import type { CommitQuery, Listing } from '@testwarden/core/ports/github'
import { clip } from '@testwarden/core/render/clip'
import type { GitHubClient } from './connection.js'
import type { WantedPermission } from './errors.js'
import { PER_PAGE } from './pages.js'

const permission: WantedPermission = { name: 'contents', level: 'read' }
/** GitHub compares no more at once, and nobody looks through more for who broke something. */
const COMMITS_MAX = 250

/** What the head has and the base has not, or the head alone. @throws PlatformError */
export async function listCommits(client: GitHubClient, { base, head }: CommitQuery): Promise<Listing<ListedCommit>> {
  if (base === null) return { items: [await readCommit(client, head)], isWhole: true }
  const basehead = `${base}...${head}`
  const first = await readPage(client, { basehead, page: 1 })
  const last = Math.max(1, Math.ceil(first.total / PER_PAGE))
  const from = Math.max(1, last - Math.ceil(COMMITS_MAX / PER_PAGE) + 1)
  const commits = from === 1 ? [...first.commits] : []
  for (let page = Math.max(2, from); page <= last; page++)
    commits.push(...(await readPage(client, { basehead, page })).commits)
  return { items: commits.slice(-COMMITS_MAX), isWhole: first.total <= COMMITS_MAX }
}

/** @see https://docs.github.com/rest/commits/commits#compare-two-commits */
async function readPage(
  { octokit, owner, repo, requestOptions, ask }: GitHubClient,
  { basehead, page }: { readonly basehead: string; readonly page: number },
): Promise<{ readonly commits: readonly ListedCommit[]; readonly total: number }> {
  const { data } = await ask({ kind: 'read', what: `list the commits of ${basehead}`, permission }, () =>
    octokit.rest.repos.compareCommitsWithBasehead({
      owner,
      repo,
      basehead,
      per_page: PER_PAGE,
      page,
      request: requestOptions(),
    }),
  )
  return { commits: data.commits.map(toCommit), total: data.total_commits }
}

/** @see https://docs.github.com/rest/commits/commits#get-a-commit */
async function readCommit(
  { octokit, owner, repo, requestOptions, ask }: GitHubClient,
  ref: string,
): Promise<ListedCommit> {
  const { data } = await ask({ kind: 'read', what: `read the commit ${ref}`, permission }, () =>
    octokit.rest.repos.getCommit({ owner, repo, ref, request: requestOptions() }),
  )
  return toCommit(data)
}

interface GitHubCommit {
  readonly sha: string
  /** null, or an object without anything in it, for an address that belongs to no account. */
  readonly author: { readonly login?: string } | null
  readonly commit: { readonly message: string }
}

function toCommit({ sha, author, commit }: GitHubCommit): ListedCommit {
  const [title = ''] = commit.message.split('\n')
  return { sha, author: author?.login ?? null, title: clip(title.trim(), COMMIT_TITLE_CHARACTERS_MAX) }
}
