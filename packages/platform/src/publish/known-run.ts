import { isChangeEvent, planComparison } from '@testwarden/core/baseline/comparison'
import type { KnownRun } from '@testwarden/core/evidence-fold/check-origin'
import { isSameRepository, type ListedPull } from '@testwarden/core/evidence-fold/find-pull'
import type { ReportedRun } from '@testwarden/core/evidence-fold/plan-publication'
import type { RunContext } from '@testwarden/core/model/evidence'
import type { Trust } from '@testwarden/core/model/history-record'
import type { ActionHost } from '../action-host.js'
import { systemClock } from '../clock.js'
import { describeMachine } from '../machine.js'
import { type EventFacts, readEventFacts } from '../run-context/event-facts.js'
import { readEventParts } from '../run-context/event-parts.js'
import { describeKey } from '../run-context/run-key.js'

/** The run that is published, as GitHub alone describes it; and what evidence must agree with. */
export interface PublishedRun {
  readonly known: RunContext
  /** What its legs have in common. Other than {@link known} where another run publishes. */
  readonly tested: RunContext
  /** Whose word its records are; null: this job keeps none of it. */
  readonly trust: Trust | null
  readonly origin: KnownRun
}

const ACTION = 'publish'

/** This very run. @throws ConfigurationError for an ill-formed matrix */
export function describeOwnRun(host: ActionHost, payload: unknown): PublishedRun {
  const { env } = host
  const event = readEventFacts(payload)
  const { GITHUB_REF: ref = '', GITHUB_SHA: sha = '', GITHUB_EVENT_NAME: name = '' } = env
  const plan = planComparison({ ...event, event: name, ref, sha, workspace: null })
  const known: RunContext = {
    ...commonRun(host),
    branch: event.headBranch ?? (ref.startsWith('refs/heads/') ? ref.slice('refs/heads/'.length) : null),
    pullRequest: plan.pullRequest,
    ...readEventParts(name, payload),
    testedSha: plan.testedSha,
    headSha: plan.headSha,
    isBaseline: plan.isBaseline,
  }
  const testedShas = new Set([plan.testedSha, plan.headSha].filter((tested) => tested !== null))
  const { workflow, run, attempt } = known.key
  return {
    known,
    tested: known,
    trust: trustOfOwnRun(known, event),
    origin: { repository: known.repository ?? '', workflow, run, attempt, headSha: plan.headSha, testedShas },
  }
}

/** The token of a fork's run may only read, so the job that reports it is the one that keeps something. */
function trustOfOwnRun({ isBaseline, event: name }: RunContext, { isFork }: EventFacts): Trust | null {
  if (isBaseline) return 'default-branch'
  return isChangeEvent(name) && !isFork ? 'pull-request' : null
}

/** A run of somebody else's pull request. Nobody but that run knows which merge of it was tested. */
export function describeReportedRun(
  host: ActionHost,
  { reported, pull }: { readonly reported: ReportedRun; readonly pull: ListedPull },
): PublishedRun {
  const known: RunContext = {
    ...commonRun(host),
    branch: reported.headBranch,
    pullRequest: pull.number,
    testedSha: reported.headSha,
    headSha: reported.headSha,
    isBaseline: false,
  }
  const { workflow, run, attempt, headSha, event } = reported
  const repository = known.repository ?? ''
  return {
    known,
    tested: { ...known, event, key: { ...known.key, workflow, run } },
    trust: isSameRepository(reported.headRepository, repository) ? 'pull-request' : 'fork',
    origin: { repository, workflow, run, attempt, headSha, testedShas: null },
  }
}

type CommonRun = Omit<RunContext, 'branch' | 'pullRequest' | 'testedSha' | 'headSha' | 'isBaseline'>

function commonRun(host: ActionHost): CommonRun {
  const { env } = host
  return {
    key: describeKey(env, { action: ACTION, matrix: host.input('matrix') }),
    event: env.GITHUB_EVENT_NAME ?? '',
    repository: env.GITHUB_REPOSITORY || null,
    serverUrl: env.GITHUB_SERVER_URL || null,
    base: { kind: 'unknown', reason: 'No leg says what it was compared with.', remedy: 'See what could not be used.' },
    now: systemClock.now().toISOString(),
    machine: describeMachine(env),
  }
}
