import type { RunContext } from '@testwarden/core/model/evidence'
import type { CommentEvent, EndedRun } from '@testwarden/core/model/github-event'
import { COMMENT_CHARACTERS_MAX } from '@testwarden/core/model/github-observation'
import { clip } from '@testwarden/core/render/clip'
import { at, readChangeFacts, shaAt, textAt } from './event-facts.js'

type EventParts = Pick<RunContext, 'baseBranch' | 'ended' | 'comment'>

/**
 * What a run keeps of its event, each part only where the payload is whole: a part of it would be a guess.
 * @param event GITHUB_EVENT_NAME
 * @param payload the parsed file of GITHUB_EVENT_PATH
 */
export function readEventParts(event: string, payload: unknown): EventParts {
  const { branch } = readChangeFacts(payload)
  const ended = event === 'workflow_run' ? readEndedRun(payload) : null
  const comment = event === 'issue_comment' ? readComment(payload) : null
  return {
    ...(branch === null ? {} : { baseBranch: branch }),
    ...(ended === null ? {} : { ended }),
    ...(comment === null ? {} : { comment }),
  }
}

/** @see https://docs.github.com/webhooks/webhook-events-and-payloads#workflow_run */
function readEndedRun(payload: unknown): EndedRun | null {
  const run = at(payload, 'workflow_run')
  const conclusion = textAt(run, 'conclusion')
  const headSha = shaAt(run, 'head_sha')
  const path = textAt(run, 'path')?.replace(/@.*$/, '') ?? textAt(payload, 'workflow', 'path')
  const id = countAt(run, 'id')
  if (textAt(payload, 'action') !== 'completed' || conclusion === null || headSha === null) return null
  if (path === null || id === null) return null
  const own = textAt(payload, 'repository', 'full_name')
  return {
    workflow: textAt(payload, 'workflow', 'name') ?? textAt(run, 'name') ?? path,
    path,
    event: textAt(run, 'event') ?? '',
    conclusion,
    branch: textAt(run, 'head_branch'),
    headSha,
    run: String(id),
    attempt: countAt(run, 'run_attempt') ?? 1,
    // A repository that is gone was a fork.
    isFork: own === null || textAt(run, 'head_repository', 'full_name') !== own,
  }
}

/**
 * Only what was just written: who changes or deletes a comment may be somebody else than its author.
 * @see https://docs.github.com/webhooks/webhook-events-and-payloads#issue_comment
 */
function readComment(payload: unknown): CommentEvent | null {
  const issue = countAt(payload, 'issue', 'number')
  const id = countAt(payload, 'comment', 'id')
  const login = textAt(payload, 'comment', 'user', 'login')
  if (textAt(payload, 'action') !== 'created' || issue === null || id === null || login === null) return null
  return {
    issue,
    isPullRequest: at(payload, 'issue', 'pull_request') !== undefined,
    id,
    login,
    body: clip(textAt(payload, 'comment', 'body') ?? '', COMMENT_CHARACTERS_MAX),
  }
}

function countAt(value: unknown, ...path: readonly string[]): number | null {
  const found = at(value, ...path)
  return typeof found === 'number' && Number.isSafeInteger(found) && found > 0 ? found : null
}
