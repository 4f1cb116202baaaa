import { type Answer, type Call, NOT_FOUND, ok } from '../call.js'
import { ancestors } from '../history.js'
import { pageOf } from '../paging.js'
import type { Issue, Pull, Repository } from '../repository.js'
import { addRepository, createState } from '../state.js'
import { presentLabel } from './labels.js'
import { pageUrl, presentRepository, repositoryUrl } from './repositories.js'
import { presentUser } from './users.js'

/** `pulls/get` */
export function getPull(call: Call): Answer {
  const number = Number(call.path.pull_number)
  const pull = call.repository.pulls.get(number)
  const issue = call.repository.issues.get(number)
  if (pull === undefined || issue === undefined) return NOT_FOUND
  const known = ancestors(call.repository, pull.base.sha)
  const commits = [...ancestors(call.repository, pull.head.sha).keys()].filter((sha) => !known.has(sha))
  return ok({
    ...presentPull(call, pull, issue),
    merged: false,
    merged_by: null,
    mergeable: pull.mergeCommitSha !== null,
    mergeable_state: pull.mergeCommitSha === null ? 'dirty' : 'clean',
    rebaseable: null,
    maintainer_can_modify: false,
    comments: [...call.repository.comments.values()].filter((comment) => comment.issue === number).length,
    review_comments: 0,
    commits: commits.length,
    additions: 0,
    deletions: 0,
    changed_files: 0,
  })
}

/** `pulls/list`: newest first. */
export function listPulls(call: Call): Answer {
  const { state = 'open', base, head, direction = 'desc' } = call.query
  const pulls = [...call.repository.pulls.values()]
    .flatMap((pull) => {
      const issue = call.repository.issues.get(pull.number)
      return issue === undefined ? [] : [{ pull, issue }]
    })
    .filter(({ issue }) => state === 'all' || issue.state === state)
    .filter(({ pull }) => base === undefined || pull.base.ref === base)
    .filter(({ pull }) => head === undefined || label(pull.head.repository, pull.head.ref) === head)
    .sort((left, right) => left.pull.number - right.pull.number)
  if (direction === 'desc') pulls.reverse()
  return pageOf(call, pulls, (shown) => shown.map(({ pull, issue }) => presentPull(call, pull, issue)))
}

function label(repository: string, ref: string): string {
  return `${repository.split('/')[0]}:${ref}`
}

function presentPull(call: Call, pull: Pull, issue: Issue): Readonly<Record<string, unknown>> {
  const { repository, baseUrl } = call
  const own = `${repository.owner}/${repository.name}`
  return {
    ...links(call, pull),
    id: issue.id,
    node_id: `PR_${issue.id}`,
    number: pull.number,
    state: issue.state,
    locked: false,
    title: issue.title,
    body: issue.body,
    user: presentUser(baseUrl, issue.author),
    // Here, and only here, the description knows no label without one.
    labels: issue.labels.map((name) => ({ ...presentLabel(call, name), description: '' })),
    milestone: null,
    assignee: null,
    author_association: 'CONTRIBUTOR',
    auto_merge: null,
    draft: false,
    created_at: issue.createdAt,
    updated_at: issue.updatedAt,
    closed_at: issue.state === 'closed' ? issue.updatedAt : null,
    merged_at: null,
    merge_commit_sha: pull.mergeCommitSha,
    base: presentSide(call, { ...pull.base, repository: own }),
    head: presentSide(call, pull.head),
  }
}

function presentSide(call: Call, side: Pull['head']): Readonly<Record<string, unknown>> {
  const [owner = '', name = ''] = side.repository.split('/')
  const repository = call.state.repositories.get(side.repository.toLowerCase()) ?? unknownFork(owner, name)
  return {
    label: label(side.repository, side.ref),
    ref: side.ref,
    sha: side.sha,
    user: presentUser(call.baseUrl, owner),
    repo: presentRepository(call.baseUrl, repository),
  }
}

/** A fork that the test did not add: only its name is known. */
function unknownFork(owner: string, name: string): Repository {
  const nowhere = createState(() => new Date(0))
  return addRepository(nowhere, { owner, name })
}

function links({ repository, baseUrl }: Call, pull: Pull): Readonly<Record<string, unknown>> {
  const root = repositoryUrl(baseUrl, repository)
  const url = `${root}/pulls/${pull.number}`
  const issueUrl = `${root}/issues/${pull.number}`
  const page = `${pageUrl(repository)}/pull/${pull.number}`
  const statuses = `${root}/statuses/${pull.head.sha}`
  return {
    url,
    html_url: page,
    diff_url: `${page}.diff`,
    patch_url: `${page}.patch`,
    issue_url: issueUrl,
    commits_url: `${url}/commits`,
    review_comments_url: `${url}/comments`,
    review_comment_url: `${root}/pulls/comments{/number}`,
    comments_url: `${issueUrl}/comments`,
    statuses_url: statuses,
    _links: {
      self: { href: url },
      html: { href: page },
      issue: { href: issueUrl },
      comments: { href: `${issueUrl}/comments` },
      review_comments: { href: `${url}/comments` },
      review_comment: { href: `${root}/pulls/comments{/number}` },
      commits: { href: `${url}/commits` },
      statuses: { href: statuses },
    },
  }
}
