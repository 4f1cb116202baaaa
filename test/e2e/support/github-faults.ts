import type { FaultAnswer } from '../../../packages/testkit/src/fake-github/faults.js'

export interface NamedFault {
  readonly name: string
  readonly answer: FaultAnswer
}

/** Everything that GitHub or the way to it does to a request now and then. */
export const FAULTS: readonly NamedFault[] = [
  ...[403, 404, 409, 422, 500, 502].map(
    (status): NamedFault => ({ name: String(status), answer: { kind: 'status', status } }),
  ),
  { name: '429, retry after 1 s', answer: { kind: 'status', status: 429, retryAfterSeconds: 1 } },
  { name: 'dropped before its effect', answer: { kind: 'drop', moment: 'before-effect' } },
  { name: 'dropped after its effect', answer: { kind: 'drop', moment: 'after-effect' } },
  { name: '1 s late', answer: { kind: 'slow', delayMs: 1000 } },
]

/** One request of a run. */
export interface NamedCall {
  readonly name: string
  readonly method: string
  readonly path: RegExp
  /** What a run loses without it; null: nothing. */
  readonly loses: 'comment' | 'check run' | 'changed lines' | null
}

const LIST_CHECKS: NamedCall = { name: 'list check runs', method: 'GET', path: /\/check-runs$/, loses: 'check run' }
const LIST_COMMENTS: NamedCall = { name: 'list comments', method: 'GET', path: /\/7\/comments$/, loses: 'comment' }
const COMPARE: NamedCall = { name: 'compare', method: 'GET', path: /\/compare\//, loses: 'changed lines' }

/** In the order in which the run that makes everything sends them. */
export const FIRST_CALLS: readonly NamedCall[] = [
  COMPARE,
  LIST_CHECKS,
  { name: 'create check run', method: 'POST', path: /\/check-runs$/, loses: 'check run' },
  LIST_COMMENTS,
  { name: 'get pull request', method: 'GET', path: /\/pulls\/7$/, loses: null },
  { name: 'create comment', method: 'POST', path: /\/7\/comments$/, loses: 'comment' },
]

/** What a later attempt sends beside: there is a comment, two doubles of it, and a check run with a batch missing. */
export const LATER_CALLS: readonly NamedCall[] = [
  { name: 'who am I', method: 'POST', path: /\/graphql$/, loses: 'comment' },
  { name: 'update comment', method: 'PATCH', path: /\/comments\/\d+$/, loses: 'comment' },
  { name: 'delete double', method: 'DELETE', path: /\/comments\/\d+$/, loses: 'comment' },
  { name: 'update check run', method: 'PATCH', path: /\/check-runs\/\d+$/, loses: 'check run' },
]
