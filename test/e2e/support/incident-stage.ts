import type { Comment, Issue } from '../../../packages/testkit/src/fake-github/repository.js'
import { timestamp } from '../../../packages/testkit/src/fake-github/state.js'
import type { WorkflowRun } from '../../../packages/testkit/src/fake-github/workflow-run.js'
import { openDefaultBranch } from './default-branch.js'
import { commentsOn, issuesOf } from './issues-of.js'
import { createScenario, type Job, type JobResult, pullRequestEvent, pushEvent, type Scenario } from './scenario.js'
import { junitReport, type Outcomes } from './test-report.js'

/** What docs/permissions.md has a job ask for that keeps incidents and runs others again. */
export const KEEPING = { contents: 'write', issues: 'write', actions: 'write', pull_requests: 'read' } as const
/** What a pull request's own job needs to see whether the line is stopped. */
export const LOOKING = { contents: 'read', issues: 'read', pull_requests: 'read' } as const

const NAMES = Array.from({ length: 12 }, (_, at) => `case_${at}`)
export const ALL_PASS: Outcomes = Object.fromEntries(NAMES.map((name) => [name, 'P']))
/** A twelfth of all tests. */
export const ONE_FAILS: Outcomes = { ...ALL_PASS, case_3: 'F' }
/** More than half of them. */
export const MOST_FAIL: Outcomes = Object.fromEntries(NAMES.map((name, at) => [name, at < 8 ? 'F' : 'P']))

/** A repository whose default branch keeps incidents, and runs of the action on it. */
export interface IncidentStage {
  readonly scenario: Scenario
  /** Of the default branch. */
  readonly tip: string
  /** Of the newest run. */
  readonly runId: number
  /** A commit on the default branch that nothing has run on yet. */
  commit(): string
  push(outcomes: Outcomes, job?: Partial<Job>): Promise<JobResult>
  /** A run on the tip that has no tests of its own. */
  sweep(event: Job['event'], job?: Partial<Job>): Promise<JobResult>
  /** A pull request's job that only asks whether the line is stopped. */
  ask(job?: Partial<Job> & { readonly labels?: readonly string[] }): Promise<JobResult>
  issues(): readonly Issue[]
  comments(issue: number): readonly Comment[]
  close(): Promise<void>
}

export async function stageIncidents(
  config: string,
  more: Omit<Parameters<typeof createScenario>[0] & object, 'baseFiles'> = {},
): Promise<IncidentStage> {
  const scenario = await createScenario({ ...more, baseFiles: { '.github/testwarden.yml': config } })
  const { repository } = scenario
  const main = openDefaultBranch(scenario, 'ada')
  let runId = 100
  const onTip = (job: Partial<Job> & Pick<Job, 'event'>): Promise<JobResult> =>
    scenario.run({
      action: 'incident-escalator',
      checkout: { ref: 'refs/heads/main', depth: 1 },
      permissions: KEEPING,
      ...job,
      github: { sha: main.tip, run_id: String(++runId), ...job.github },
    })
  return {
    scenario,
    get tip() {
      return main.tip
    },
    get runId() {
      return runId
    },
    commit: () => main.commit(),
    push(outcomes, job = {}) {
      const event = pushEvent(main.commit())
      return onTip({ event, written: { 'report.xml': junitReport(outcomes) }, ...job })
    },
    sweep: (event, job = {}) => onTip({ ...job, event }),
    ask: ({ labels, ...job } = {}) =>
      scenario.run({
        action: 'incident-escalator',
        event: pullRequestEvent(scenario, labels),
        checkout: { ref: 'refs/pull/7/merge', depth: 2 },
        permissions: LOOKING,
        ...job,
        github: { sha: scenario.merge, run_id: String(++runId), ...job.github },
      }),
    issues: () => issuesOf(repository),
    comments: (issue) => commentsOn(repository, issue),
    close: () => scenario.close(),
  }
}

/** As somebody closes or opens an issue by hand. */
export function setState(
  { scenario }: IncidentStage,
  { issue, state, by }: { readonly issue: Issue; readonly state: 'open' | 'closed'; readonly by: string },
): void {
  const at = timestamp(scenario.github.state)
  issue.state = state
  issue.stateReason = state === 'closed' ? 'completed' : 'reopened'
  issue.closedAt = state === 'closed' ? at : null
  issue.updatedAt = at
  const event = state === 'closed' ? ('closed' as const) : ('reopened' as const)
  scenario.repository.events.push({ id: scenario.github.state.nextId(), issue: issue.number, actor: by, at, event })
}

/** A comment of somebody, and the event by which GitHub tells of it. */
export function comment(
  { scenario }: IncidentStage,
  { issue, by, body }: { readonly issue: number; readonly by: string; readonly body: string },
): Job['event'] {
  const { github, repository } = scenario
  const [id, at] = [github.state.nextId(), timestamp(github.state)]
  repository.comments.set(id, { id, issue, body, author: by, createdAt: at, updatedAt: at })
  return {
    name: 'issue_comment',
    payload: {
      action: 'created',
      issue: { number: issue },
      comment: { id, body, user: { login: by } },
      repository: { full_name: 'octo-org/example', default_branch: 'main' },
    },
  }
}

/** What GitHub tells once a run has ended. */
export function endedRun(run: WorkflowRun): Job['event'] {
  const path = `.github/workflows/${run.file}`
  return {
    name: 'workflow_run',
    payload: {
      action: 'completed',
      workflow: { name: run.name, path },
      workflow_run: {
        id: run.id,
        run_attempt: run.attempt,
        name: run.name,
        path,
        event: run.event,
        status: 'completed',
        conclusion: run.conclusion,
        head_sha: run.headSha,
        head_branch: run.branch,
        head_repository: { full_name: run.headRepository },
        pull_requests: [],
      },
      repository: { full_name: 'octo-org/example', default_branch: 'main' },
    },
  }
}

/** Of the summary, without what keeps numbers and addresses in it from becoming links of GitHub's own. */
export function pageOf({ summary }: Pick<JobResult, 'summary'>): string {
  return (summary ?? '').replaceAll('&#8203;', '')
}
