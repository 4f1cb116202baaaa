import { PlatformError } from '@testwarden/core/model/errors'
import type { ObservedIssues } from '@testwarden/core/model/evidence'
import type { ListIssues } from '@testwarden/core/model/request'
import type { GitHub } from '@testwarden/core/ports/github'
import { listOwnIssues } from '../own-issues.js'

/**
 * All open issues of an action, and the closed ones that changed last: an older one is only linked or reopened.
 * @throws PlatformError
 */
export async function listIssues({ action, label }: ListIssues, github: GitHub | null): Promise<ObservedIssues> {
  if (github === null)
    throw new PlatformError('there is no token to read issues with', { remedy: 'pass `github-token`' })
  const open = await listOwnIssues(github, { action, label, state: 'open' })
  const closed = await listOwnIssues(github, { action, label, state: 'closed' })
  // One that somebody closes in between is in both lists.
  const byNumber = new Map([...open.issues, ...closed.issues].map((issue) => [issue.number, issue]))
  const issues = [...byNumber.values()].sort((left, right) => left.number - right.number)
  return { kind: 'issues', issues, isWhole: open.isWhole }
}
