import { type Answer, type Call, NOT_FOUND, ok, refuse } from '../call.js'
import { ancestors, mergeBase, resolveRevision } from '../history.js'
import type { Commit, Repository } from '../repository.js'
import { pageUrl, repositoryUrl } from './repositories.js'
import { presentUser } from './users.js'

/** Commits that one comparison lists when it is not paged. */
const MAX_COMPARED_COMMITS = 250

const EMPTY_TREE = '4b825dc642cb6eb9a060e54bf8d69288fbee4904'

/** `repos/get-commit` */
export function getCommit(call: Call): Answer {
  const commit = resolveRevision(call.repository, String(call.path.ref))
  if (commit === null) return refuse(422, `No commit found for SHA: ${call.path.ref}`)
  return ok(presentCommit(call, commit))
}

/** `repos/compare-commits-with-basehead` */
export function compareCommits(call: Call): Answer {
  const { repository } = call
  const [baseName, headName] = String(call.path.basehead).split('...')
  const base = resolveRevision(repository, baseName ?? '')
  const head = resolveRevision(repository, headName ?? '')
  if (base === null || head === null) return NOT_FOUND
  const common = mergeBase(repository, base.sha, head.sha)
  if (common === null) return refuse(404, `No common ancestor between ${baseName} and ${headName}.`)
  const ahead = onlyIn(repository, head.sha, base.sha)
  const behind = onlyIn(repository, base.sha, head.sha)
  const url = `${repositoryUrl(call.baseUrl, repository)}/compare/${call.path.basehead}`
  const page = `${pageUrl(repository)}/compare/${call.path.basehead}`
  return ok({
    url,
    html_url: page,
    permalink_url: page,
    diff_url: `${page}.diff`,
    patch_url: `${page}.patch`,
    base_commit: presentCommit(call, base),
    merge_base_commit: presentCommit(call, common),
    status: statusOf(ahead.length, behind.length),
    ahead_by: ahead.length,
    behind_by: behind.length,
    total_commits: ahead.length,
    commits: shownOf(call, ahead).map((commit) => presentCommit(call, commit)),
    files: [],
  })
}

/** Oldest first. */
function onlyIn(repository: Repository, tip: string, other: string): readonly Commit[] {
  const known = ancestors(repository, other)
  const only = [...ancestors(repository, tip).values()].filter(({ sha }) => !known.has(sha))
  return only.reverse()
}

function shownOf(call: Call, commits: readonly Commit[]): readonly Commit[] {
  const { page, per_page } = call.query
  if (typeof page !== 'number' && typeof per_page !== 'number') return commits.slice(0, MAX_COMPARED_COMMITS)
  const size = typeof per_page === 'number' ? per_page : 30
  const start = ((typeof page === 'number' ? page : 1) - 1) * size
  return commits.slice(start, start + size)
}

function statusOf(ahead: number, behind: number): string {
  if (ahead > 0) return behind > 0 ? 'diverged' : 'ahead'
  return behind > 0 ? 'behind' : 'identical'
}

function presentCommit(call: Call, commit: Commit): Readonly<Record<string, unknown>> {
  const url = repositoryUrl(call.baseUrl, call.repository)
  const page = pageUrl(call.repository)
  const person = { name: 'Octo Cat', email: 'octocat@example.com', date: '2026-01-01T00:00:00Z' }
  return {
    sha: commit.sha,
    node_id: `C_${commit.sha}`,
    url: `${url}/commits/${commit.sha}`,
    html_url: `${page}/commit/${commit.sha}`,
    comments_url: `${url}/commits/${commit.sha}/comments`,
    commit: {
      url: `${url}/git/commits/${commit.sha}`,
      author: person,
      committer: person,
      message: commit.message,
      comment_count: 0,
      tree: { sha: EMPTY_TREE, url: `${url}/git/trees/${EMPTY_TREE}` },
    },
    author: commit.author === null ? null : presentUser(call.baseUrl, commit.author),
    committer: null,
    parents: commit.parents.map((sha) => ({
      sha,
      url: `${url}/commits/${sha}`,
      html_url: `${page}/commit/${sha}`,
    })),
  }
}
