import { ConfigurationError } from '../model/errors.js'

/** What GitHub and git say of a run, before anything is judged. */
export interface ComparisonFacts {
  /** GITHUB_EVENT_NAME */
  readonly event: string
  /** GITHUB_REF, such as `refs/heads/main` */
  readonly ref: string
  /** GITHUB_SHA */
  readonly sha: string
  readonly defaultBranch: string | null
  readonly pullRequest: PullRequestFacts | null
  readonly mergeGroup: { readonly headSha: string; readonly baseSha: string } | null
  /** The commit that the workspace is at; null without a checkout. */
  readonly workspace: { readonly sha: string; readonly parents: readonly string[] } | null
}

export interface PullRequestFacts {
  readonly number: number
  readonly headSha: string
  /** Frozen when the event was made: it can be hours behind the branch. */
  readonly baseSha: string
  /** Name of the branch to merge into. */
  readonly baseBranch: string
}

/** What was tested and what it is to be compared with, before git and GitHub have been asked where that is. */
export interface ComparisonPlan {
  /** null: no commit could be named. */
  readonly testedSha: string | null
  /** Where findings are shown. */
  readonly headSha: string | null
  readonly base: PlannedBase
  readonly isBaseline: boolean
  readonly pullRequest: number | null
}

export type PlannedBase =
  | { readonly kind: 'first-parent'; readonly sha: string }
  /** The best common ancestor of base and head; the tip of `branch` is a fresher base where it is known. */
  | { readonly kind: 'merge-base'; readonly of: readonly [base: string, head: string]; readonly branch: string }
  | { readonly kind: 'commit'; readonly sha: string }
  /** The nearest first-parent ancestor that has a record. */
  | { readonly kind: 'history' }
  | { readonly kind: 'unknown'; readonly reason: string; readonly remedy: string }

/**
 * The table of events of docs/architecture.md, "What is compared with what".
 * @throws ConfigurationError for `pull_request_target`, where a stranger's tests would run beside a token that writes
 */
export function planComparison(facts: ComparisonFacts): ComparisonPlan {
  if (facts.event === 'pull_request_target') throw refusedTarget()
  if (PULL_REQUEST_EVENTS.has(facts.event)) return planPullRequest(facts)
  if (facts.event === 'merge_group') return planMergeGroup(facts)
  if (HISTORY_EVENTS.has(facts.event)) return planBranch(facts)
  return tested(facts.sha, { base: unknownEvent(facts.event) })
}

const PULL_REQUEST_EVENTS: ReadonlySet<string> = new Set([
  'pull_request',
  'pull_request_review',
  'pull_request_review_comment',
])

/** Events that judge a change: their limits come from the branch that it is to be merged into. */
export function isChangeEvent(event: string): boolean {
  return PULL_REQUEST_EVENTS.has(event) || event === 'merge_group'
}

const HISTORY_EVENTS: ReadonlySet<string> = new Set(['push', 'schedule', 'workflow_dispatch', 'repository_dispatch'])

function planPullRequest({ sha, pullRequest, workspace }: ComparisonFacts): ComparisonPlan {
  if (pullRequest === null) return tested(sha, { base: incompletePayload('pull_request') })
  const { number, headSha, baseSha, baseBranch } = pullRequest
  const shown = { headSha, pullRequest: number }
  if (workspace === null) return tested(sha, { ...shown, base: NO_CHECKOUT })
  if (workspace.sha === headSha)
    return tested(headSha, { ...shown, base: { kind: 'merge-base', of: [baseSha, headSha], branch: baseBranch } })
  if (workspace.sha === sha) return tested(sha, { ...shown, base: firstParentOf(workspace.parents) })
  return tested(workspace.sha, { ...shown, base: otherCommit(workspace.sha) })
}

function planMergeGroup({ sha, mergeGroup, workspace }: ComparisonFacts): ComparisonPlan {
  if (mergeGroup === null) return tested(sha, { base: incompletePayload('merge_group') })
  const { headSha, baseSha } = mergeGroup
  if (workspace !== null && workspace.sha !== headSha)
    return tested(workspace.sha, { headSha, base: otherCommit(workspace.sha) })
  return tested(headSha, { base: { kind: 'commit', sha: baseSha } })
}

function planBranch(facts: ComparisonFacts): ComparisonPlan {
  const { ref, sha, workspace } = facts
  if (ref.startsWith('refs/heads/gh-readonly-queue/')) return tested(sha, { base: MERGE_QUEUE_PUSH })
  if (workspace !== null && workspace.sha !== sha) return tested(workspace.sha, { base: otherCommit(workspace.sha) })
  return tested(sha, { base: { kind: 'history' }, isBaseline: mayBeBaseline(facts) })
}

/** A dispatched run may be of any state of the world; only pushes and schedules stand for the branch. */
function mayBeBaseline({ event, ref, defaultBranch }: ComparisonFacts): boolean {
  if (event !== 'push' && event !== 'schedule') return false
  return defaultBranch !== null && ref === `refs/heads/${defaultBranch}`
}

type PlanDetails = Pick<ComparisonPlan, 'base'> & Partial<ComparisonPlan>

function tested(testedSha: string, details: PlanDetails): ComparisonPlan {
  return { testedSha, headSha: testedSha, isBaseline: false, pullRequest: null, ...details }
}

function firstParentOf(parents: readonly string[]): PlannedBase {
  const [sha] = parents
  if (sha !== undefined) return { kind: 'first-parent', sha }
  return unknownBase('the tested commit has no parent', 'run on a pull request that has a base')
}

function otherCommit(sha: string): PlannedBase {
  return unknownBase(
    `the workspace is at ${sha.slice(0, 7)}, which is not the commit that this event is about`,
    'let actions/checkout take its default ref, or the head of the pull request',
  )
}

function unknownEvent(event: string): PlannedBase {
  return unknownBase(
    `there is no rule for what a run of the event ${JSON.stringify(event)} is compared with`,
    'run the gate on pull_request, merge_group, push, schedule or workflow_dispatch',
  )
}

function incompletePayload(part: string): PlannedBase {
  return unknownBase(`the event has no usable ${part}`, 'check that GITHUB_EVENT_PATH names the file that GitHub wrote')
}

function unknownBase(reason: string, remedy: string): PlannedBase {
  return { kind: 'unknown', reason, remedy }
}

const NO_CHECKOUT: PlannedBase = unknownBase(
  'the job has no git checkout, so the changed lines are not known',
  'run actions/checkout before this step',
)

const MERGE_QUEUE_PUSH: PlannedBase = unknownBase(
  'a push to a temporary branch of the merge queue is never recorded',
  'run the gate on merge_group, and keep `gh-readonly-queue/**` out of `on: push`',
)

function refusedTarget(): ConfigurationError {
  return new ConfigurationError('pull_request_target would run the tests of a stranger beside a token that can write', {
    remedy: 'use `on: pull_request`, and let a `workflow_run` job with the publish action write the results',
  })
}
