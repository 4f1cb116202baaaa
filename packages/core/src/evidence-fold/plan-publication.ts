import { ConfigurationError } from '../model/errors.js'

/** What the event says of the run whose evidence is to be published. */
export interface PublishingEvent {
  /** GITHUB_EVENT_NAME */
  readonly name: string
  /** null: the event has no usable one. */
  readonly workflowRun: ReportedRun | null
  /** The commit that the workspace is at; null without a checkout. */
  readonly workspaceSha: string | null
  /** The head of the pull request that the event is about, whoever wrote it; null when it is about none. */
  readonly headSha: string | null
}

/** A run of another workflow, as GitHub describes it in the event. */
export interface ReportedRun {
  readonly run: string
  readonly attempt: number
  readonly workflow: string
  /** `pull_request`, `push`, …: what had started it. */
  readonly event: string
  readonly conclusion: string | null
  readonly headSha: string
  readonly headBranch: string
  /** `owner/name`; null: it is gone. */
  readonly headRepository: string | null
}

export type PublicationPlan =
  /** Evidence of other jobs of this very run. */
  | { readonly kind: 'own-run' }
  /** Evidence of a run that a stranger may have had in hand: a claim, all of it. */
  | { readonly kind: 'reported-run'; readonly reported: ReportedRun }
  | { readonly kind: 'nothing'; readonly why: string }

const OWN_RUN_EVENTS: ReadonlySet<string> = new Set([
  'pull_request',
  'pull_request_review',
  'pull_request_review_comment',
  'merge_group',
  'push',
  'schedule',
  'workflow_dispatch',
  'repository_dispatch',
])

/** @throws ConfigurationError for an event that nobody thought about, and where a stranger's code lies beside a token */
export function planPublication(event: PublishingEvent): PublicationPlan {
  if (event.name === 'pull_request_target') throw refusedTarget(event)
  if (OWN_RUN_EVENTS.has(event.name)) return { kind: 'own-run' }
  if (event.name === 'workflow_run') return planReported(event)
  throw new ConfigurationError(`publish has no rule for the event ${JSON.stringify(event.name)}`, {
    remedy: 'run it on pull_request, merge_group, push, schedule, workflow_dispatch or workflow_run',
  })
}

function planReported({ workflowRun, workspaceSha }: PublishingEvent): PublicationPlan {
  if (workflowRun === null)
    throw new ConfigurationError('the event has no usable workflow_run', {
      remedy: 'check that GITHUB_EVENT_PATH names the file that GitHub wrote',
    })
  if (workspaceSha === workflowRun.headSha && workflowRun.event === 'pull_request')
    throw checkedOutHead('workflow_run', workspaceSha)
  if (workflowRun.event !== 'pull_request')
    return { kind: 'nothing', why: `The run was started by ${workflowRun.event}, which publishes its own results.` }
  if (workflowRun.headRepository === null)
    return { kind: 'nothing', why: 'The repository that the pull request came from is gone.' }
  return { kind: 'reported-run', reported: workflowRun }
}

function refusedTarget({ name, workspaceSha, headSha }: PublishingEvent): ConfigurationError {
  if (workspaceSha !== null && workspaceSha === headSha) return checkedOutHead(name, workspaceSha)
  return new ConfigurationError('pull_request_target would run the tests of a stranger beside a token that can write', {
    remedy: TARGET_REMEDY,
  })
}

function checkedOutHead(event: string, sha: string): ConfigurationError {
  return new ConfigurationError(
    `${event} has checked out ${sha.slice(0, 10)}, the head of a pull request, beside a token that can write`,
    { remedy: event === 'workflow_run' ? 'remove actions/checkout from this job: publish needs none' : TARGET_REMEDY },
  )
}

const TARGET_REMEDY =
  'use `on: pull_request` for the tests, and `on: workflow_run` without a checkout for the publish action'
