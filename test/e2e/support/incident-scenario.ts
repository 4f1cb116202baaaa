import { fileURLToPath } from 'node:url'
import type { TokenGrant } from '../../../packages/testkit/src/fake-github/permissions.js'
import type { Comment, Issue } from '../../../packages/testkit/src/fake-github/repository.js'
import { type FakePagerDuty, startFakePagerDuty } from '../../../packages/testkit/src/fake-services/pagerduty.js'
import type { FakeService, Fault, ServiceRequest } from '../../../packages/testkit/src/fake-services/service.js'
import { type FakeSlack, startFakeSlack } from '../../../packages/testkit/src/fake-services/slack.js'
import { openDefaultBranch } from './default-branch.js'
import { commentsOn, issuesOf } from './issues-of.js'
import { createScenario, type Job, type JobResult, pushEvent, type Scenario } from './scenario.js'
import { junitReport, type Outcomes } from './test-report.js'

const CLOCK = fileURLToPath(new URL('shifted-clock.mjs', import.meta.url))
const MINUTE_MS = 60_000

export const PAGER_KEY = 'a1b2c3d4'.repeat(4)
export const BOT_TOKEN = 'xoxb-1234567890-abcdefghijkl'
export const CHANNEL = 'C0123456789'
export const ALL_PASS: Outcomes = { adds: 'P', rounds: 'P', refunds: 'P', webhook: 'P' }
export const FAILS: Outcomes = { ...ALL_PASS, webhook: 'F' }
export const PERMISSIONS: TokenGrant['permissions'] = { contents: 'write', issues: 'write', actions: 'read' }

/** A repository that keeps incidents, with a paging service and both kinds of Slack. */
export interface IncidentScenario extends Scenario {
  readonly pager: FakePagerDuty
  readonly slack: FakeSlack
  /** What the step's environment holds beside the runner's. */
  readonly env: Record<string, string>
  /** One push, and one job of its run. */
  push(outcomes: Outcomes, job?: IncidentJob): Promise<JobResult>
  /** A new commit on the default branch. */
  commit(): string
  /** A job of a run of that commit. */
  job(sha: string, outcomes: Outcomes | null, job?: IncidentJob): Promise<JobResult>
  /** A run that only looks after incidents. */
  sweep(job?: IncidentJob): Promise<JobResult>
  /** All that stand for an incident: twins that were closed have no marker. */
  incidents(): readonly Issue[]
  commentsOn(issue: number): readonly Comment[]
  /** Texts of our comments that mention somebody. */
  mentions(): readonly string[]
  /** What was sent to the paging service: `trigger`, `resolve`. */
  paged(): readonly string[]
}

export interface IncidentJob extends Partial<Job> {
  /** How far the job's clock is ahead. */
  readonly minutes?: number
}

export interface IncidentSettings {
  readonly targets?: string
  readonly levels?: string
  readonly handOver?: string
  /** More lines of the section `incidents`. */
  readonly more?: string
}

export async function createIncidentScenario(settings: IncidentSettings = {}): Promise<IncidentScenario> {
  const pager = await startFakePagerDuty(PAGER_KEY)
  const slack = await startFakeSlack({ token: BOT_TOKEN, channel: CHANNEL })
  const config = configOf(settings, { pager, slack })
  const scenario = await createScenario({ baseFiles: { '.github/testwarden.yml': config } })
  for (const login of ['ada', 'grace']) scenario.repository.collaborators.set(login, 'write')
  const main = openDefaultBranch(scenario, 'ada')
  let runs = 100
  const env = { PAGER_KEY, SLACK_URL: slack.webhookUrl, SLACK_TOKEN: BOT_TOKEN }
  const start = (sha: string, { minutes = 0, ...job }: IncidentJob): Promise<JobResult> =>
    scenario.run({
      action: 'incident-escalator',
      event: pushEvent(sha),
      checkout: { ref: sha, depth: 1 },
      permissions: PERMISSIONS,
      ...job,
      env: { ...env, NODE_OPTIONS: `--import=${CLOCK}`, CLOCK_SHIFT_MS: String(minutes * MINUTE_MS), ...job.env },
      github: { sha, run_id: String(++runs), ...job.github },
    })
  const { repository } = scenario
  const work: IncidentScenario['job'] = (sha, outcomes, job = {}) =>
    start(sha, { ...(outcomes === null ? {} : { written: { 'report.xml': junitReport(outcomes) } }), ...job })
  return {
    ...scenario,
    pager,
    slack,
    env,
    commit: () => main.commit(),
    job: work,
    push: (outcomes, job = {}) => work(main.commit(), outcomes, job),
    sweep: (job = {}) =>
      start(main.tip, {
        event: { name: 'schedule', payload: { schedule: '*/30 * * * *', repository: REPOSITORY } },
        ...job,
        github: { workflow: 'Sweep', job: 'sweep', ...job.github },
      }),
    incidents: () => issuesOf(repository).filter(({ body }) => (body ?? '').startsWith('<!-- testwarden-issue:')),
    commentsOn: (issue) => commentsOn(repository, issue),
    mentions: () => [...repository.comments.values()].map(({ body }) => body).filter((body) => /@[a-z]/.test(body)),
    paged: () => pager.requests.map(eventOf),
    async close() {
      await scenario.close()
      await pager.close()
      await slack.close()
    },
  }
}

const REPOSITORY = { full_name: 'octo-org/example', default_branch: 'main' }

function configOf(
  { targets, levels, handOver = '[pager]', more = '' }: IncidentSettings,
  { pager, slack }: Pick<IncidentScenario, 'pager' | 'slack'>,
): string {
  return `
history: git:testwarden-history
incidents:
  issues: on
  open-after: 1
  close-after: 1
  targets:
    pager: { kind: pagerduty, secret: PAGER_KEY, url: ${pager.url}/v2/enqueue }
    chat: { kind: slack, secret: SLACK_URL }
    bot: { kind: slack-bot, secret: SLACK_TOKEN, channel: ${CHANNEL}, url: ${slack.apiUrl} }
${targets ?? ''}
  escalation:
    hand-over: ${handOver}
    timers: { critical: 15m, high: 15m, medium: 15m, low: 15m }
    levels:
${levels ?? LEVELS}
${more}
`
}

const LEVELS = `      - { name: on call, people: [ada], targets: [pager, chat, bot] }
      - { name: lead, people: [grace], targets: [chat, bot] }`

function eventOf({ body }: ServiceRequest): string {
  const event = (body as { readonly event_action?: unknown } | undefined)?.event_action
  return typeof event === 'string' ? event : ''
}

/** The same answer as often as anybody asks in a run. */
export function failAlways(service: FakeService, fault: Fault): void {
  service.faults.push(...Array.from({ length: 50 }, () => fault))
}

/** Texts of all that a step leaves where people or other jobs read it. */
export function textsOf(result: JobResult): string {
  return [...result.log.map(String), result.summary, ...result.annotations.map((each) => JSON.stringify(each))].join(
    '\n',
  )
}

/** The hidden line of an issue. */
export function markerOf(issue: Issue | undefined): string {
  return issue?.body?.split('\n')[0] ?? ''
}
