import type { ComparisonFacts, PullRequestFacts } from '@testwarden/core/baseline/comparison'

/** What an event's payload says, each part null when it is missing or ill-formed. */
export type EventFacts = Pick<ComparisonFacts, 'pullRequest' | 'mergeGroup' | 'defaultBranch'> & {
  /** The branch that a pull request comes from. */
  readonly headBranch: string | null
  /** Whether it comes from another repository, which may be gone by now. Its token may only read. */
  readonly isFork: boolean
}

/** @param payload the parsed file of GITHUB_EVENT_PATH */
export function readEventFacts(payload: unknown): EventFacts {
  const pullRequest = at(payload, 'pull_request')
  return {
    pullRequest: readPullRequest(pullRequest),
    mergeGroup: readMergeGroup(at(payload, 'merge_group')),
    defaultBranch: textAt(payload, 'repository', 'default_branch'),
    headBranch: textAt(pullRequest, 'head', 'ref'),
    isFork: comesFromFork(pullRequest),
  }
}

function comesFromFork(pullRequest: unknown): boolean {
  const head = at(pullRequest, 'head', 'repo')
  const base = textAt(pullRequest, 'base', 'repo', 'full_name')
  return head === null || (base !== null && textAt(head, 'full_name') !== base)
}

/** What an event says of the branch that a change is to be merged into. */
export interface ChangeFacts {
  /** Its tip when the event was made; null when it is missing or ill-formed. */
  readonly baseSha: string | null
  readonly branch: string | null
  /** Names of the pull request's labels when the event was made. */
  readonly labels: readonly string[]
}

export function readChangeFacts(payload: unknown): ChangeFacts {
  const pull = at(payload, 'pull_request')
  const group = at(payload, 'merge_group')
  const labels = at(pull, 'labels')
  return {
    baseSha: shaAt(pull, 'base', 'sha') ?? shaAt(group, 'base_sha'),
    branch: textAt(pull, 'base', 'ref') ?? textAt(group, 'base_ref')?.replace(/^refs\/heads\//, '') ?? null,
    labels: Array.isArray(labels) ? labels.map((label) => textAt(label, 'name')).filter((name) => name !== null) : [],
  }
}

function readPullRequest(value: unknown): PullRequestFacts | null {
  const number = at(value, 'number')
  const headSha = shaAt(value, 'head', 'sha')
  const baseSha = shaAt(value, 'base', 'sha')
  const baseBranch = textAt(value, 'base', 'ref')
  if (!Number.isSafeInteger(number) || headSha === null || baseSha === null || baseBranch === null) return null
  return { number: Number(number), headSha, baseSha, baseBranch }
}

function readMergeGroup(value: unknown): ComparisonFacts['mergeGroup'] {
  const headSha = shaAt(value, 'head_sha')
  const baseSha = shaAt(value, 'base_sha')
  return headSha === null || baseSha === null ? null : { headSha, baseSha }
}

export function shaAt(value: unknown, ...path: readonly string[]): string | null {
  return shaOrNull(textAt(value, ...path))
}

/** Files and records hold a whole commit id or none: GITHUB_SHA may be missing, or be somebody's own. */
export function shaOrNull(text: string | null | undefined): string | null {
  return text && /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(text) ? text : null
}

export function textAt(value: unknown, ...path: readonly string[]): string | null {
  const found = at(value, ...path)
  return typeof found === 'string' && found !== '' ? found : null
}

export function at(value: unknown, ...path: readonly string[]): unknown {
  let found = value
  for (const name of path) {
    if (typeof found !== 'object' || found === null || !Object.hasOwn(found, name)) return undefined
    found = (found as Readonly<Record<string, unknown>>)[name]
  }
  return found
}
