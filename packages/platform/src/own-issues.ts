import type { KnownIssue } from '@testwarden/core/model/issue'
import type { GitHub, IssueQuery, ListedIssue } from '@testwarden/core/ports/github'
import { readDamagedBody, readMarkedBody, textOfBody } from '@testwarden/core/render/issue-marker'

export interface OwnIssueQuery extends IssueQuery {
  /** Whose marker they bear. */
  readonly action: string
  /** See `ListIssues`. */
  readonly keyPrefix?: string
  readonly withText?: true
}

export interface OwnIssues {
  /** Ascending by number. */
  readonly issues: readonly KnownIssue[]
  /** false: there are more than anybody reads. */
  readonly isWhole: boolean
}

/**
 * Issues with a sound marker of an action, or with a damaged one where the query says how its keys begin, written by whom
 * our token writes as: anybody can write a marker. Who that is is asked only where there is one.
 * @throws PlatformError
 */
export async function listOwnIssues(
  github: GitHub,
  { action, keyPrefix, withText, ...query }: OwnIssueQuery,
): Promise<OwnIssues> {
  const { issues, isWhole } = await github.listIssues(query)
  const marked = issues.flatMap((issue) => {
    const read = readOwn(issue, { action, keyPrefix, label: query.label })
    return read === null ? [] : [{ issue, read }]
  })
  if (marked.length === 0) return { issues: [], isWhole }
  const login = await github.login()
  const own = marked.filter(({ issue }) => issue.author === login)
  const textOf = ({ body }: ListedIssue) => (withText === true ? { text: textOfBody(body) } : {})
  return { issues: own.map(({ issue, read }) => ({ ...read, ...textOf(issue), ...factsOf(issue) })), isWhole }
}

interface Wanted {
  readonly action: string
  readonly keyPrefix: string | undefined
  readonly label: string | null
}

/** null: not an issue of that action. */
function readOwn(
  { body, labels }: ListedIssue,
  { action, keyPrefix, label }: Wanted,
): Pick<KnownIssue, 'marker' | 'digest' | 'isDamaged'> | null {
  const read = readMarkedBody(body)
  if (read !== null) return read.marker.action === action ? read : null
  // Without the label any issue of ours that quotes a key, such as another tool's, would be taken for one.
  if (keyPrefix === undefined || label === null || !bears(labels, label)) return null
  const damaged = readDamagedBody(body, { action, keyPrefix })
  return damaged === null ? null : { ...damaged, isDamaged: true }
}

/** GitHub does not tell large letters from small ones. */
function bears(labels: readonly string[], wanted: string): boolean {
  return labels.some((label) => label.toLowerCase() === wanted.toLowerCase())
}

function factsOf({
  body: _body,
  author: _author,
  stateReason,
  ...facts
}: ListedIssue): Omit<KnownIssue, 'marker' | 'digest' | 'text' | 'isDamaged'> {
  const isUnwanted = stateReason === 'not_planned' || stateReason === 'duplicate'
  const closedAs = facts.state === 'open' ? null : isUnwanted ? 'unwanted' : 'done'
  return { ...facts, closedAs }
}
