import type { ComparisonFacts, PullRequestFacts } from '@testwarden/core/baseline/comparison'

/** What an event's payload says, each part null when it is missing or ill-formed. */
export type EventFacts = Pick<ComparisonFacts, 'pullRequest' | 'mergeGroup' | 'defaultBranch'> & {
  /** The branch that a pull request comes from. */
  readonly headBranch: string | null
}

/** @param payload the parsed file of GITHUB_EVENT_PATH */
export function readEventFacts(payload: unknown): EventFacts {
  const pullRequest = at(payload, 'pull_request')
  return {
    pullRequest: readPullRequest(pullRequest),
    mergeGroup: readMergeGroup(at(payload, 'merge_group')),
    defaultBranch: textAt(payload, 'repository', 'default_branch'),
    headBranch: textAt(pullRequest, 'head', 'ref'),
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

function shaAt(value: unknown, ...path: readonly string[]): string | null {
  const text = textAt(value, ...path)
  return text !== null && /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(text) ? text : null
}

function textAt(value: unknown, ...path: readonly string[]): string | null {
  const found = at(value, ...path)
  return typeof found === 'string' && found !== '' ? found : null
}

function at(value: unknown, ...path: readonly string[]): unknown {
  let found = value
  for (const name of path) {
    if (typeof found !== 'object' || found === null || !Object.hasOwn(found, name)) return undefined
    found = (found as Readonly<Record<string, unknown>>)[name]
  }
  return found
}
