import type { FinishedRun } from '../../../../packages/testkit/src/runner/workflow/results.js'
import type { WorkflowEvent } from '../../../../packages/testkit/src/runner/workflow/workflow-event.js'
import type { World } from './world.js'

const REPOSITORY = { full_name: 'octo-org/example', default_branch: 'main' }

type Commits = Pick<World, 'base' | 'head' | 'merge'>

/** The pull request of the change; a fork's when its head lies in another repository. */
export function pullRequest({ base, head, merge }: Commits, headRepository = REPOSITORY.full_name): WorkflowEvent {
  return {
    name: 'pull_request',
    ref: 'refs/pull/7/merge',
    sha: merge,
    isRestricted: headRepository !== REPOSITORY.full_name,
    payload: {
      action: 'synchronize',
      number: 7,
      pull_request: {
        number: 7,
        head: { sha: head, ref: 'change', repo: { full_name: headRepository } },
        base: { sha: base, ref: 'main', repo: REPOSITORY },
        labels: [],
      },
      repository: REPOSITORY,
    },
  }
}

/** A push of a commit. */
export function push(sha: string, ref = 'refs/heads/main'): WorkflowEvent {
  return { name: 'push', ref, sha, isRestricted: false, payload: { ref, after: sha, repository: REPOSITORY } }
}

/** The branch of the change's group in the merge queue. */
export function groupRef(base: string): string {
  return `refs/heads/gh-readonly-queue/main/pr-7-${base}`
}

/** The change in the merge queue: the head of its group is what would become `main`. */
export function mergeGroup({ base, group }: Pick<World, 'base' | 'group'>): WorkflowEvent {
  const ref = groupRef(base)
  const merge_group = { head_sha: group, head_ref: ref, base_sha: base, base_ref: 'refs/heads/main' }
  const payload = { action: 'checks_requested', merge_group, repository: REPOSITORY }
  return { name: 'merge_group', ref, sha: group, isRestricted: false, payload }
}

/** What GitHub tells when a run has ended: workflows that wait for it run on the default branch, with its token. */
export function workflowRunEvent(ended: {
  readonly run: FinishedRun
  readonly event: WorkflowEvent
  readonly base: string
  /** Of the workflow, such as `ci.yml`. */
  readonly file: string
}): WorkflowEvent {
  const { run, event, base, file } = ended
  const head = headOf(event)
  const workflow_run = {
    id: run.id,
    path: `.github/workflows/${file}`,
    run_attempt: run.attempt,
    name: run.workflow,
    event: event.name,
    conclusion: run.conclusion,
    head_sha: head.sha,
    head_branch: head.ref,
    head_repository: head.repo,
    pull_requests: [],
  }
  const payload = { action: 'completed', workflow_run, repository: REPOSITORY }
  return { name: 'workflow_run', ref: 'refs/heads/main', sha: base, isRestricted: false, payload }
}

/** The clock strikes, on the tip of the default branch. */
export function schedule({ remote }: Pick<World, 'remote'>): WorkflowEvent {
  const ref = 'refs/heads/main'
  const payload = { schedule: '7,37 * * * *', repository: REPOSITORY }
  return { name: 'schedule', ref, sha: remote.refSha(ref) ?? '', isRestricted: false, payload }
}

/** What a run is listed under: the head of the change, or the commit of the default branch. */
export function headOf({ payload, sha }: Pick<WorkflowEvent, 'payload' | 'sha'>): {
  readonly sha: string
  readonly ref: string
  readonly repo: object
} {
  return Object(payload.pull_request).head ?? { sha, ref: 'main', repo: REPOSITORY }
}

/** Somebody writes below an issue: the comment is there, and GitHub tells the workflows of it. */
export function addComment(
  { github: { state }, repository, remote }: Pick<World, 'github' | 'repository' | 'remote'>,
  { issue, login, body }: { readonly issue: number; readonly login: string; readonly body: string },
): WorkflowEvent {
  const [id, at] = [state.nextId(), state.now().toISOString()]
  repository.comments.set(id, { id, issue, body, author: login, createdAt: at, updatedAt: at })
  const ref = 'refs/heads/main'
  const comment = { id, user: { login }, body }
  const payload = { action: 'created', issue: { number: issue }, comment, repository: REPOSITORY }
  return { name: 'issue_comment', ref, sha: remote.refSha(ref) ?? '', isRestricted: false, payload }
}
