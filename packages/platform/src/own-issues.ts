import type { KnownIssue } from '@testwarden/core/model/issue'
import type { GitHub, IssueQuery, ListedIssue } from '@testwarden/core/ports/github'
import { readMarkedBody } from '@testwarden/core/render/issue-marker'

export interface OwnIssueQuery extends IssueQuery {
  /** Whose marker they bear. */
  readonly action: string
}

export interface OwnIssues {
  /** Ascending by number. */
  readonly issues: readonly KnownIssue[]
  /** false: there are more than anybody reads. */
  readonly isWhole: boolean
}

/**
 * Issues with a sound marker of an action, written by whom our token writes as: anybody can write a marker. Who that is
 * is asked only where there is one.
 * @throws PlatformError
 */
export async function listOwnIssues(github: GitHub, { action, state, label }: OwnIssueQuery): Promise<OwnIssues> {
  const { issues, isWhole } = await github.listIssues({ state, label })
  const marked = issues.flatMap((issue) => {
    const read = readMarkedBody(issue.body)
    return read === null || read.marker.action !== action ? [] : [{ issue, read }]
  })
  if (marked.length === 0) return { issues: [], isWhole }
  const login = await github.login()
  const own = marked.filter(({ issue }) => issue.author === login)
  return { issues: own.map(({ issue, read }) => ({ ...read, ...factsOf(issue) })), isWhole }
}

function factsOf({
  number,
  state,
  stateReason,
  isLocked,
  createdAt,
  closedAt,
}: ListedIssue): Omit<KnownIssue, 'marker' | 'digest'> {
  const isUnwanted = stateReason === 'not_planned' || stateReason === 'duplicate'
  const closedAs = state === 'open' ? null : isUnwanted ? 'unwanted' : 'done'
  return { number, state, closedAs, isLocked, createdAt, closedAt }
}
