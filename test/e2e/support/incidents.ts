import type { Comment, Issue } from '../../../packages/testkit/src/fake-github/repository.js'
import { type FakePagerDuty, startFakePagerDuty } from '../../../packages/testkit/src/fake-services/pagerduty.js'
import { type DefaultBranch, openDefaultBranch } from './default-branch.js'
import { addComment, type Deed, doDeed } from './issue-deeds.js'
import { commentsOn, issuesOf } from './issues-of.js'
import { passTime } from './pass-time.js'
import { createScenario, type Job, type JobResult, pushEvent, type Scenario } from './scenario.js'
import { junitReport, type Outcomes } from './test-report.js'

export const PAGER_KEY = 'a'.repeat(32)
/** As docs/permissions.md gives them, with a history of our own. */
export const PERMISSIONS = { contents: 'write', issues: 'write', actions: 'read' } as const

export const ALL_PASS: Outcomes = { adds: 'P', rounds: 'P', refunds: 'P', webhook: 'P' }
/** Low: three tests are too few for their share to say anything. */
export const FAILS: Outcomes = { ...ALL_PASS, webhook: 'F' }
/** Its name says that it is of the kind `security`, so it is critical. */
export const SECURITY_FAILS: Outcomes = { ...ALL_PASS, authentication_of_admins: 'F' }
export const SECURITY_PASSES: Outcomes = { ...ALL_PASS, authentication_of_admins: 'P' }
/** Of the kind `integration`, so it is high. */
export const INTEGRATION_FAILS: Outcomes = { ...ALL_PASS, api_of_refunds: 'F' }

/** The names of tests and how they went, a report as it is written, or none. */
export type Reported = Outcomes | string | null

export const INCIDENTS = `history: git:testwarden-history
incidents:
  issues: on
  targets:
    pager: { kind: pagerduty, secret: PAGER_KEY, url: PAGER_URL }
  escalation:
    hand-over: pager
    levels:
      - { name: on call, people: [ada], targets: [pager] }
      - { name: lead, people: [grace] }
`

/** A repository that keeps incidents, its people and its pager. */
export interface IncidentStage {
  readonly scenario: Scenario
  readonly pager: FakePagerDuty
  readonly main: DefaultBranch
  runs: number
}

/** @param config `PAGER_URL` in it is where the pager listens */
export async function createIncidentStage(config = INCIDENTS): Promise<IncidentStage> {
  const pager = await startFakePagerDuty(PAGER_KEY)
  const text = config.replaceAll('PAGER_URL', `${pager.url}/v2/enqueue`)
  const scenario = await createScenario({ baseFiles: { '.github/testwarden.yml': text } })
  for (const login of ['ada', 'grace']) scenario.repository.collaborators.set(login, 'write')
  return { scenario, pager, main: openDefaultBranch(scenario, 'ada'), runs: 100 }
}

export async function closeStage({ scenario, pager }: IncidentStage): Promise<void> {
  await scenario.close()
  await pager.close()
}

/** A further run of the newest commit. */
export function runTip(stage: IncidentStage, reported: Reported, job: Partial<Job> = {}): Promise<JobResult> {
  const { scenario, main } = stage
  const report = typeof reported === 'string' || reported === null ? reported : junitReport(reported)
  return scenario.run({
    action: 'incident-escalator',
    event: pushEvent(main.tip),
    checkout: { ref: 'refs/heads/main', depth: 1 },
    ...(report === null ? {} : { written: { 'report.xml': report } }),
    permissions: PERMISSIONS,
    env: { PAGER_KEY },
    ...job,
    github: { sha: main.tip, run_id: String(++stage.runs), ...job.github },
  })
}

/** A commit of the default branch, and the run of it. */
export function push(stage: IncidentStage, reported: Reported, job: Partial<Job> = {}): Promise<JobResult> {
  stage.main.commit()
  return runTip(stage, reported, job)
}

/** The run of an event that GitHub runs on the default branch, which has no report. */
function runEvent(
  stage: IncidentStage,
  name: string,
  payload: Readonly<Record<string, unknown>>,
  job: Partial<Job> = {},
): Promise<JobResult> {
  const repository = { full_name: 'octo-org/example', default_branch: 'main' }
  return runTip(stage, null, {
    event: { name, payload: { ...payload, repository } },
    ...job,
    github: { ref: 'refs/heads/main', ref_name: 'main', ...job.github },
  })
}

export function sweep(stage: IncidentStage, job: Partial<Job> = {}): Promise<JobResult> {
  return runEvent(stage, 'schedule', { schedule: '17 * * * *' }, job)
}

/** Somebody writes a comment on the newest issue, and the run that this starts. */
export function says(stage: IncidentStage, login: string, body: string): Promise<JobResult> {
  const { id, issue } = addComment(stage.scenario, newestIssue(stage).number, login, body)
  const payload = { action: 'created', issue: { number: issue }, comment: { id, body, user: { login } } }
  return runEvent(stage, 'issue_comment', payload)
}

/** Somebody does something to the newest issue by a button, and the run that this starts. */
export function does(stage: IncidentStage, login: string, deed: Deed): Promise<JobResult> {
  const issue = newestIssue(stage)
  doDeed(stage.scenario, issue, login, deed)
  return runEvent(stage, 'issues', { action: deed.kind, issue: { number: issue.number } })
}

/** Everything that was is so many hours longer ago. */
export function pass(stage: IncidentStage, hours: number): void {
  passTime(stage.scenario.repository, hours)
}

export function newestIssue(stage: IncidentStage): Issue {
  const issue = issuesOf(stage.scenario.repository).at(-1)
  if (issue === undefined) throw new Error('no issue')
  return issue
}

export function onlyIssue(stage: IncidentStage): Issue {
  const [issue, ...others] = issuesOf(stage.scenario.repository)
  if (issue === undefined || others.length > 0) throw new Error(`${issuesOf(stage.scenario.repository).length} issues`)
  return issue
}

/** What we wrote below the newest issue, oldest first. */
export function ownComments(stage: IncidentStage): readonly Comment[] {
  const { number } = newestIssue(stage)
  return commentsOn(stage.scenario.repository, number).filter(({ author }) => author === 'github-actions[bot]')
}

/** Requests so far that change an issue. */
export function writesOf({ scenario: { github } }: IncidentStage): number {
  return github.requests.filter(({ method, path }) => method !== 'GET' && /\/(?:issues|labels)\b/.test(path)).length
}

/** What the pager was told, in its order. */
export function pagedOf({ pager }: IncidentStage): readonly string[] {
  return pager.requests.map(({ body }) => (body as { readonly event_action: string }).event_action)
}

/** How the pager's alerts stand. */
export function alertsOf({ pager }: IncidentStage): readonly string[] {
  return [...pager.alerts.values()].map(({ status }) => status)
}
