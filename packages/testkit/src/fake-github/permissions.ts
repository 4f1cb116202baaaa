import type { Repository } from './repository.js'

export type Permission = 'actions' | 'checks' | 'contents' | 'issues' | 'metadata' | 'pull_requests' | 'statuses'
export type Access = 'read' | 'write'

/** What a token may do, as a job's `permissions:` grants it. */
export interface TokenGrant {
  /** Author of what it writes: `github-actions[bot]`. */
  readonly login: string
  readonly permissions: Readonly<Partial<Record<Permission, Access>>>
  /** `owner/name` of those it can see; all when absent. */
  readonly repositories?: readonly string[]
}

/** A request without a token: reads public repositories, writes nothing. */
export const ANONYMOUS: TokenGrant = { login: '', permissions: {}, repositories: [] }

type Need = readonly [Permission, Access]

/** Any one of them is enough. `pull_requests` only counts where the issue is a pull request. */
const ISSUE_WRITE: readonly Need[] = [
  ['issues', 'write'],
  ['pull_requests', 'write'],
]
const ISSUE_READ: readonly Need[] = [
  ['issues', 'read'],
  ['pull_requests', 'read'],
]

const NEEDS: Readonly<Record<string, readonly Need[]>> = {
  'actions/re-run-job-for-workflow-run': [['actions', 'write']],
  'checks/create': [['checks', 'write']],
  'checks/update': [['checks', 'write']],
  'git/create-blob': [['contents', 'write']],
  'git/create-commit': [['contents', 'write']],
  'git/create-ref': [['contents', 'write']],
  'git/create-tree': [['contents', 'write']],
  'git/update-ref': [['contents', 'write']],
  'issues/add-assignees': ISSUE_WRITE,
  'issues/add-labels': ISSUE_WRITE,
  'issues/check-user-can-be-assigned': ISSUE_READ,
  'issues/create': [['issues', 'write']],
  'issues/create-comment': ISSUE_WRITE,
  'issues/create-label': ISSUE_WRITE,
  'issues/delete-comment': ISSUE_WRITE,
  'issues/get': ISSUE_READ,
  'issues/get-comment': ISSUE_READ,
  'issues/get-label': ISSUE_READ,
  'issues/list-comments': ISSUE_READ,
  'issues/list-events-for-timeline': ISSUE_READ,
  'issues/list-for-repo': [['issues', 'read']],
  'issues/list-labels-on-issue': ISSUE_READ,
  'issues/remove-label': ISSUE_WRITE,
  'issues/set-labels': ISSUE_WRITE,
  'issues/update': ISSUE_WRITE,
  'issues/update-comment': ISSUE_WRITE,
  'rate-limit/get': [],
  'repos/get': [['metadata', 'read']],
  'repos/get-collaborator-permission-level': [['metadata', 'read']],
}

const READS: Readonly<Record<string, Permission>> = {
  actions: 'actions',
  checks: 'checks',
  git: 'contents',
  pulls: 'pull_requests',
  repos: 'contents',
}

export interface AccessQuestion {
  readonly operationId: string
  readonly repository: Repository
  readonly grant: TokenGrant
  readonly isPullRequest: boolean
}

/**
 * - `hidden`: the caller must not learn that the repository exists.
 * - `anonymous`: a write without any token.
 */
export type AccessAnswer =
  | { readonly kind: 'granted' }
  | { readonly kind: 'hidden' }
  | { readonly kind: 'anonymous' }
  | { readonly kind: 'refused'; readonly accepted: string }

export function askAccess({ operationId, repository, grant, isPullRequest }: AccessQuestion): AccessAnswer {
  const needs = needsOf(operationId)
  const isRead = needs.every(([, access]) => access === 'read')
  if (!isRead && grant === ANONYMOUS) return repository.isPrivate ? { kind: 'hidden' } : { kind: 'anonymous' }
  if (isRead && !repository.isPrivate) return { kind: 'granted' }
  if (!canSee(grant, repository)) return repository.isPrivate ? { kind: 'hidden' } : refused(needs)
  const counted = needs.filter(([permission], index) => index === 0 || permission !== 'pull_requests' || isPullRequest)
  return counted.some((need) => satisfies(grant, need)) ? { kind: 'granted' } : refused(needs)
}

/** @throws Error for an operation that nobody thought about, because granting it silently would prove nothing */
export function needsOf(operationId: string): readonly Need[] {
  const read = READS[operationId.split('/')[0] ?? '']
  const needs = NEEDS[operationId] ?? (read === undefined ? undefined : [[read, 'read'] as const])
  if (needs === undefined) throw new Error(`The fake GitHub does not know which permission ${operationId} needs`)
  return needs
}

/** GitHub separates alternatives by `;`. */
function refused(needs: readonly Need[]): AccessAnswer {
  return { kind: 'refused', accepted: needs.map(([permission, access]) => `${permission}=${access}`).join('; ') }
}

function canSee(grant: TokenGrant, { owner, name }: Repository): boolean {
  return grant.repositories?.includes(`${owner}/${name}`) ?? true
}

/** Every token reads metadata of the repositories it can see. */
function satisfies(grant: TokenGrant, [permission, access]: Need): boolean {
  const granted = grant.permissions[permission] ?? (permission === 'metadata' ? 'read' : undefined)
  return granted === 'write' || granted === access
}
