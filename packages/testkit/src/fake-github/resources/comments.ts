import { type Answer, type Call, NOT_FOUND, ok, refuse } from '../call.js'
import { pageOf } from '../paging.js'
import type { Comment } from '../repository.js'
import { timestamp } from '../state.js'
import { pageUrl, repositoryUrl } from './repositories.js'
import { presentUser } from './users.js'

/** `issues/list-comments`: oldest first. */
export function listComments(call: Call): Answer {
  const issue = Number(call.path.issue_number)
  if (!call.repository.issues.has(issue)) return NOT_FOUND
  const { since } = call.query
  const comments = [...call.repository.comments.values()]
    .filter((comment) => comment.issue === issue)
    .filter((comment) => typeof since !== 'string' || comment.updatedAt >= since)
  return pageOf(call, comments, (shown) => shown.map((comment) => presentComment(call, comment)))
}

/** `issues/create-comment` */
export function createComment(call: Call): Answer {
  const issue = Number(call.path.issue_number)
  const about = call.repository.issues.get(issue)
  if (about === undefined) return NOT_FOUND
  if (about.isLocked) return refuse(403, 'Unable to create comment because issue is locked.')
  const createdAt = timestamp(call.state)
  const comment: Comment = {
    id: call.state.nextId(),
    issue,
    body: String(call.body.body),
    author: call.caller.login,
    createdAt,
    updatedAt: createdAt,
  }
  call.repository.comments.set(comment.id, comment)
  return { status: 201, body: presentComment(call, comment) }
}

/** `issues/get-comment` */
export function getComment(call: Call): Answer {
  const comment = findComment(call)
  return comment === null ? NOT_FOUND : ok(presentComment(call, comment))
}

/** `issues/update-comment` */
export function updateComment(call: Call): Answer {
  const comment = findComment(call)
  if (comment === null) return NOT_FOUND
  comment.body = String(call.body.body)
  comment.updatedAt = timestamp(call.state)
  return ok(presentComment(call, comment))
}

/** `issues/delete-comment` */
export function deleteComment(call: Call): Answer {
  const comment = findComment(call)
  if (comment === null) return NOT_FOUND
  call.repository.comments.delete(comment.id)
  return { status: 204 }
}

function findComment(call: Call): Comment | null {
  return call.repository.comments.get(Number(call.path.comment_id)) ?? null
}

export function presentComment(call: Call, comment: Comment): Readonly<Record<string, unknown>> {
  const { repository, baseUrl } = call
  const url = repositoryUrl(baseUrl, repository)
  const kind = repository.pulls.has(comment.issue) ? 'pull' : 'issues'
  return {
    id: comment.id,
    node_id: `IC_${comment.id}`,
    url: `${url}/issues/comments/${comment.id}`,
    html_url: `${pageUrl(repository)}/${kind}/${comment.issue}#issuecomment-${comment.id}`,
    issue_url: `${url}/issues/${comment.issue}`,
    body: comment.body,
    user: presentUser(baseUrl, comment.author),
    author_association: 'MEMBER',
    created_at: comment.createdAt,
    updated_at: comment.updatedAt,
  }
}
