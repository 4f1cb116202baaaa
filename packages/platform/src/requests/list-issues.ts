import type { ObservedIssues } from '@testwarden/core/model/evidence'
import type { ListIssues } from '@testwarden/core/model/request'
import type { GitHub } from '@testwarden/core/ports/github'
import { listOwnIssues } from '../own-issues.js'
import { connectedGitHub } from './ask-github.js'

/**
 * All open issues of an action, and the closed ones that changed last: an older one is only linked or reopened.
 * @throws PlatformError
 */
export async function listIssues(
  { kind: _kind, id: _id, ...wanted }: ListIssues,
  github: GitHub | null,
): Promise<ObservedIssues> {
  const connected = connectedGitHub(github, 'read issues')
  const open = await listOwnIssues(connected, { ...wanted, creator: null, state: 'open' })
  const closed = await listOwnIssues(connected, { ...wanted, creator: null, state: 'closed' })
  // One that somebody closes in between is in both lists.
  const byNumber = new Map([...open.issues, ...closed.issues].map((issue) => [issue.number, issue]))
  const issues = [...byNumber.values()].sort((left, right) => left.number - right.number)
  return { kind: 'issues', issues, isWhole: open.isWhole }
}
