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
  // That a time is waited for is the matter of rates.test.ts.
  { name: '429, retry at once', answer: { kind: 'status', status: 429, retryAfterSeconds: 0 } },
  { name: 'dropped before its effect', answer: { kind: 'drop', moment: 'before-effect' } },
  { name: 'dropped after its effect', answer: { kind: 'drop', moment: 'after-effect' } },
  { name: 'late', answer: { kind: 'slow', delayMs: 200 } },
]

/** What a run can lose, as its page calls it. */
export type Loss = 'comment' | 'check run' | 'changed lines' | 'history' | 'evidence' | 'jobs' | 'policy'

/** One request of a run. */
export interface NamedCall {
  readonly name: string
  readonly method: string
  readonly path: RegExp
  /** Of several requests like it the one that fails; the first when absent. */
  readonly nth?: number
  /** What a run loses without it; null: nothing. */
  readonly loses: Loss | null
}

const LIST_CHECKS: NamedCall = { name: 'list check runs', method: 'GET', path: /\/check-runs$/, loses: 'check run' }
const CREATE_CHECK: NamedCall = { name: 'create check run', method: 'POST', path: /\/check-runs$/, loses: 'check run' }
const ADD_ANNOTATIONS: NamedCall = {
  name: 'add annotations',
  method: 'PATCH',
  path: /\/check-runs\/\d+$/,
  loses: 'check run',
}
const NEW_COMMENT: readonly NamedCall[] = [
  { name: 'list comments', method: 'GET', path: /\/7\/comments$/, loses: 'comment' },
  { name: 'get pull request', method: 'GET', path: /\/pulls\/7$/, loses: null },
  { name: 'create comment', method: 'POST', path: /\/7\/comments$/, loses: 'comment' },
]
const COLLECTING: readonly NamedCall[] = [
  { name: 'read the policy', method: 'POST', path: /\/graphql$/, loses: 'policy' },
  { name: 'list artifacts', method: 'GET', path: /\/runs\/1\/artifacts$/, loses: 'evidence' },
  { name: 'where an artifact lies', method: 'GET', path: /\/artifacts\/\d+\/zip$/, loses: 'evidence' },
  { name: 'download an artifact', method: 'GET', path: /^\/artifacts\/\d+\.zip$/, loses: 'evidence' },
  { name: 'list jobs', method: 'GET', path: /\/runs\/1\/jobs$/, loses: 'jobs' },
]

/** Of a pull request's own job that makes comment and check run. */
export const GATES_CALLS: readonly NamedCall[] = [
  { name: 'compare', method: 'GET', path: /\/compare\//, loses: 'changed lines' },
  LIST_CHECKS,
  CREATE_CHECK,
  ADD_ANNOTATIONS,
  ...NEW_COMMENT,
]

/** What a later attempt sends beside: there is a comment, two doubles of it, and a check run with a batch missing. */
export const LATER_CALLS: readonly NamedCall[] = [
  { name: 'who am I', method: 'POST', path: /\/graphql$/, loses: 'comment' },
  { name: 'update comment', method: 'PATCH', path: /\/comments\/\d+$/, loses: 'comment' },
  { name: 'delete double', method: 'DELETE', path: /\/comments\/\d+$/, loses: 'comment' },
  { ...ADD_ANNOTATIONS, name: 'complete the check run' },
]

/** Of the job that publishes the evidence of a pull request's legs. */
export const PUBLISH_CALLS: readonly NamedCall[] = [
  ...COLLECTING,
  LIST_CHECKS,
  CREATE_CHECK,
  ADD_ANNOTATIONS,
  ...NEW_COMMENT,
]

/** Of the same job on the default branch, on a machine without git, where there is no history yet. */
export const FIRST_HISTORY_CALLS: readonly NamedCall[] = [
  {
    name: 'read the history ref',
    method: 'GET',
    path: /\/git\/ref\/heads%2Ftestwarden-history$/,
    loses: 'history',
  },
  { name: 'read the repository', method: 'GET', path: /\/repos\/octo-org\/example$/, loses: 'history' },
  { name: 'read the default branch', method: 'GET', path: /\/git\/ref\/heads%2Fmain$/, loses: 'history' },
  { name: 'write a tree', method: 'POST', path: /\/git\/trees$/, loses: 'history' },
  { name: 'write a commit', method: 'POST', path: /\/git\/commits$/, loses: 'history' },
  { name: 'make the history ref', method: 'POST', path: /\/git\/refs$/, loses: 'history' },
  LIST_CHECKS,
  CREATE_CHECK,
]

/** What a later run sends beside: there are records. */
export const LATER_HISTORY_CALLS: readonly NamedCall[] = [
  { name: 'read the history commit', method: 'GET', path: /\/git\/commits\/[0-9a-f]+$/, loses: 'history' },
  { name: 'list the history', method: 'GET', path: /\/git\/trees\/[0-9a-f]+$/, loses: 'history' },
  { name: 'list the records', method: 'GET', path: /\/git\/trees\/[0-9a-f]+$/, nth: 2, loses: 'history' },
  { name: 'read a record', method: 'GET', path: /\/git\/blobs\/[0-9a-f]+$/, loses: 'history' },
  { name: 'move the history ref', method: 'PATCH', path: /\/git\/refs\//, loses: 'history' },
]
