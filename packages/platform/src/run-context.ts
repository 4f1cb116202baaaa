import { type ComparisonFacts, type ComparisonPlan, planComparison } from '@testwarden/core/baseline/comparison'
import type { Base, RunContext } from '@testwarden/core/model/evidence'
import { asSentence } from '@testwarden/core/model/sentence'
import type { Clock } from '@testwarden/core/ports/clock'
import type { Git } from '@testwarden/core/ports/git'
import type { GitHub } from '@testwarden/core/ports/github'
import { attempt } from './attempt.js'
import { describeMachine } from './machine.js'
import { type EventFacts, readEventFacts, shaOrNull } from './run-context/event-facts.js'
import { readEventParts } from './run-context/event-parts.js'
import { resolveMergeBase } from './run-context/merge-base.js'
import { describeKey } from './run-context/run-key.js'

export interface RunFacts {
  readonly env: NodeJS.ProcessEnv
  /** The parsed file of GITHUB_EVENT_PATH. */
  readonly eventPayload: unknown
  readonly git: Git
  readonly github: GitHub | null
  readonly clock: Clock
  /** Id of the action: `coverage-gate`. */
  readonly action: string
  /** The input of that name: what `${{ toJSON(matrix) }}` gave. */
  readonly matrix: string
}

/**
 * Where and on what a job runs, and what its tree is compared with. A base that cannot be had is part of the answer,
 * with its reason: the gates that need none still judge.
 * @throws ConfigurationError for `pull_request_target` and an ill-formed matrix
 * @throws PlatformError when the checkout cannot be read
 */
export async function describeRun(facts: RunFacts): Promise<RunContext> {
  const { env, git, clock } = facts
  const event = readEventFacts(facts.eventPayload)
  const plan = planComparison(await comparisonFacts(facts, event))
  return {
    key: describeKey(env, facts),
    event: env.GITHUB_EVENT_NAME ?? '',
    repository: env.GITHUB_REPOSITORY || null,
    serverUrl: env.GITHUB_SERVER_URL || null,
    branch: event.headBranch ?? branchOf(env.GITHUB_REF ?? ''),
    pullRequest: plan.pullRequest,
    ...readEventParts(env.GITHUB_EVENT_NAME ?? '', facts.eventPayload),
    testedSha: shaOrNull(plan.testedSha),
    ...(await testedCommit(git, shaOrNull(plan.testedSha))),
    headSha: shaOrNull(plan.headSha),
    base: asTold(git.absence === 'no-git' ? NO_GIT : await resolveBase(plan, { git, github: facts.github })),
    isBaseline: plan.isBaseline && shaOrNull(plan.testedSha) !== null,
    now: clock.now().toISOString(),
    machine: describeMachine(env),
  }
}

async function comparisonFacts({ env, git }: RunFacts, event: EventFacts): Promise<ComparisonFacts> {
  return {
    event: env.GITHUB_EVENT_NAME ?? '',
    ref: env.GITHUB_REF ?? '',
    sha: env.GITHUB_SHA ?? '',
    defaultBranch: event.defaultBranch,
    pullRequest: event.pullRequest,
    mergeGroup: event.mergeGroup,
    workspace: await workspaceCommit(git, event),
  }
}

async function workspaceCommit(git: Git, { pullRequest }: EventFacts): Promise<ComparisonFacts['workspace']> {
  if (git.absence !== null) return null
  const sha = await git.headSha()
  // Only a pull request's merge commit is asked for its parents, and each question is a process.
  return { sha, parents: pullRequest === null ? [] : await git.parents(sha) }
}

/** Nothing is known where the commit is not here: no run fails for what only a later one would look at. */
async function testedCommit(git: Git, sha: string | null): Promise<Pick<RunContext, 'testedTree' | 'testedParent'>> {
  if (git.absence !== null || sha === null) return {}
  const tried = await attempt(async () => ({
    testedTree: await git.treeOf(sha),
    testedParent: (await git.parents(sha))[0] ?? null,
  }))
  return tried.ok ? tried.value : {}
}

type Sources = Pick<RunFacts, 'git' | 'github'>

async function resolveBase({ base }: ComparisonPlan, sources: Sources): Promise<Base> {
  switch (base.kind) {
    case 'history':
    case 'unknown':
      return base
    case 'merge-base':
      return resolveMergeBase(base, sources)
    case 'first-parent':
      return { kind: 'commit', sha: base.sha, origin: 'first-parent' }
    case 'commit':
      return { kind: 'commit', sha: base.sha, origin: 'merge-group' }
  }
}

/** Where git is missing altogether, that is the one thing to mend. */
const NO_GIT: Base = {
  kind: 'unknown',
  reason: 'git is not installed on this machine, so the changed lines are not known',
  remedy: 'install git in an earlier step, or use a runner image that has it',
}

function asTold(base: Base): Base {
  if (base.kind !== 'unknown') return base
  return { ...base, reason: asSentence(base.reason), remedy: asSentence(base.remedy) }
}

function branchOf(ref: string): string | null {
  return ref.startsWith('refs/heads/') ? ref.slice('refs/heads/'.length) : null
}
