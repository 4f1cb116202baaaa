import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { FaultAnswer } from '../../../packages/testkit/src/fake-github/faults.js'
import type { PagerDutyAlert } from '../../../packages/testkit/src/fake-services/pagerduty.js'
import type { SlackPost } from '../../../packages/testkit/src/fake-services/slack.js'
import { checkout } from '../../../packages/testkit/src/git-remote/checkout.js'
import { createIncidentScenario, type IncidentScenario, markerOf, PERMISSIONS } from './incident-scenario.js'
import { type HereRun, runHere } from './run-here.js'
import { pushEvent } from './scenario.js'
import { junitReport, type Outcomes } from './test-report.js'

const TOKEN = 'ghs_tokentokentokentoken'

/** What GitHub or the way to it does to a request now and then. */
export const INCIDENT_FAULTS: Readonly<Record<string, FaultAnswer>> = {
  ...Object.fromEntries(
    [403, 404, 409, 422, 500].map((status) => [String(status), { kind: 'status', status } satisfies FaultAnswer]),
  ),
  'a secondary limit': {
    kind: 'status',
    status: 403,
    message: 'You have exceeded a secondary rate limit.',
    retryAfterSeconds: 0,
  },
  'dropped before its effect': { kind: 'drop', moment: 'before-effect' },
  'dropped after its effect': { kind: 'drop', moment: 'after-effect' },
}

/** The history's requests have a test of their own: here it matters only that incidents do not suffer where it is not written. */
const HISTORY = /\/git\/|\/repos\/octo-org\/example$/
const FAULTS_OF_HISTORY: readonly string[] = ['403', 'dropped after its effect']

function isTried(request: string, fault: string): boolean {
  return !HISTORY.test(request) || (!request.startsWith('GET ') && FAULTS_OF_HISTORY.includes(fault))
}

export interface IncidentStage {
  readonly name: string
  /** What is there before the run that is disturbed; it begins with an empty repository. */
  prepare(lane: Lane): Promise<void>
  readonly outcomes: Outcomes
  /** null when all is as the run should leave it. */
  whatIsWrong(lane: Lane): string | null
}

/** A repository of its own, in which a job runs without a process of its own. */
export interface Lane {
  readonly scenario: IncidentScenario
  run(outcomes: Outcomes): Promise<HereRun>
}

export async function openLane(): Promise<Lane> {
  const scenario = await createIncidentScenario()
  const sha = scenario.commit()
  const workspace = join(scenario.folder('job'), 'workspace')
  checkout(scenario.remote, { folder: workspace, ref: sha, depth: 1 })
  const path = scenario.folder('no-programs')
  scenario.github.tokens.set(TOKEN, { login: 'github-actions[bot]', permissions: PERMISSIONS })
  let runs = 0
  return {
    scenario,
    run(outcomes) {
      mkdirSync(workspace, { recursive: true })
      writeFileSync(join(workspace, 'report.xml'), junitReport(outcomes))
      const place = { workspace, temporary: scenario.folder('temp'), apiUrl: scenario.github.url, path }
      const run = { event: pushEvent(sha), sha, ref: 'refs/heads/main', token: TOKEN, env: scenario.env }
      const inputs = { 'check-run': 'never', comment: 'never' }
      return runHere({ action: 'gates', ...place, ...run, inputs, run: ++runs, attempt: 1 })
    },
  }
}

export interface Trial {
  readonly request: string
  readonly fault: string
  /** After the next run; `none`: all is right. */
  readonly left: string
  readonly exitCodes: readonly number[]
  /** Whether log or page say something, where the disturbed run left something undone. */
  readonly isSaid: boolean
}

/** Each request meets some of the faults and each fault some of the requests; TESTWARDEN_FAULTS=all tries every pair. */
const SHARE = 3

function isAllTried(): boolean {
  return process.env.TESTWARDEN_FAULTS === 'all'
}

/** Requests of a stage, each answered once by a fault, and then the next run. */
export async function tryFaults(stage: IncidentStage, lanes: readonly Lane[]): Promise<readonly Trial[]> {
  const [first] = lanes
  if (first === undefined) return []
  const before = await Promise.all(
    lanes.map(async (lane) => {
      await stage.prepare(lane)
      return { lane, restore: snapshot(lane.scenario) }
    }),
  )
  const sent = await requestsOf(stage, first)
  before[0]?.restore()
  const waiting = sent.flatMap((request, index) =>
    Object.keys(INCIDENT_FAULTS)
      .filter((fault) => isTried(request, fault))
      .filter((_, turn) => isAllTried() || (turn + index) % SHARE === 0)
      .map((fault) => ({ request, fault, nth: sent.slice(0, index + 1).filter((each) => each === request).length })),
  )
  const trials: Trial[] = []
  await Promise.all(
    before.map(async ({ lane, restore }) => {
      for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
        restore()
        trials.push(await disturb(stage, lane, next))
      }
    }),
  )
  return trials
}

async function requestsOf(stage: IncidentStage, lane: Lane): Promise<readonly string[]> {
  const { requests } = lane.scenario.github
  const before = requests.length
  await lane.run(stage.outcomes)
  const wrong = stage.whatIsWrong(lane)
  if (wrong !== null) throw new Error(`${stage.name}, undisturbed: ${wrong}`)
  return requests.slice(before).map(({ method, path }) => `${method} ${path.replace(/\?.*/, '')}`)
}

async function disturb(
  stage: IncidentStage,
  lane: Lane,
  { request, fault, nth }: { readonly request: string; readonly fault: string; readonly nth: number },
): Promise<Trial> {
  const { faults, state } = lane.scenario.github
  const [method = '', path = ''] = request.split(' ')
  const answer = INCIDENT_FAULTS[fault]
  if (answer === undefined) throw new Error(fault)
  state.rateLimit.remaining = 1000
  faults.add({ method, path: pathOf(path), nth, answer })
  const disturbed = await lane.run(stage.outcomes)
  faults.clear()
  const isWhole = stage.whatIsWrong(lane) === null
  const isSaid =
    isWhole || /cannot|not told|not known|could not|left out|not assigned/i.test(disturbed.log + disturbed.summary)
  const next = await lane.run(stage.outcomes)
  const left = stage.whatIsWrong(lane) ?? 'none'
  return { request: `${request} (${nth})`, fault, left, isSaid, exitCodes: [disturbed.exitCode, next.exitCode] }
}

/** Ids of this very lane's objects mean nothing to another one. */
function pathOf(path: string): RegExp {
  const escaped = path.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll(/[0-9a-f]{40}/g, '[0-9a-f]{40}')
  return new RegExp(`^${escaped}$`)
}

/** @returns what puts everything back */
function snapshot({ repository, pager, slack }: IncidentScenario): () => void {
  const alerts = pager.alerts as Map<string, PagerDutyAlert>
  const messages = slack.messages as SlackPost[]
  const kept = structuredClone({
    issues: [...repository.issues],
    comments: [...repository.comments],
    events: [...repository.events],
    refs: [...repository.refs],
    numbers: repository.numbers,
    alerts: [...alerts],
    messages,
  })
  return () => {
    const now = structuredClone(kept)
    refill(repository.issues, now.issues)
    refill(repository.comments, now.comments)
    refill(repository.refs, now.refs)
    refill(alerts, now.alerts)
    repository.events.splice(0, repository.events.length, ...now.events)
    repository.numbers = now.numbers
    messages.splice(0, messages.length, ...now.messages)
    const sent = pager.requests as unknown[]
    sent.length = 0
  }
}

function refill<Key, Value>(map: Map<Key, Value>, entries: readonly (readonly [Key, Value])[]): void {
  map.clear()
  for (const [key, value] of entries) map.set(key, value)
}

export interface Expected {
  readonly state: 'open' | 'closed'
  readonly phase: 'told' | 'ended'
  /** Who is mentioned, once each. */
  readonly mentions: readonly string[]
  /** Messages in Slack that began there. */
  readonly messages: number
  readonly alert: PagerDutyAlert['status']
}

export function wrongWith({ scenario }: Lane, expected: Expected): string | null {
  const incidents = scenario.incidents()
  const [issue] = incidents
  const marker = markerOf(issue)
  if (incidents.length !== 1) return `${incidents.length} issues`
  if (issue?.state !== expected.state) return `the issue is ${issue?.state}`
  for (const label of ['testwarden', 'low']) if (!issue.labels.includes(label)) return `no label ${label}`
  for (const name of expected.mentions) {
    const count = scenario.mentions().filter((body) => body.includes(`@${name}`)).length
    if (count !== 1) return `${name} is mentioned ${count} times`
  }
  const bodies = scenario.commentsOn(issue.number).map(({ body }) => body)
  if (new Set(bodies).size !== bodies.length) return 'the same comment twice'
  const statuses = [...scenario.pager.alerts.values()].map(({ status }) => status)
  if (statuses.join() !== expected.alert) return `alerts: ${statuses.join()}`
  const count = scenario.slack.messages.length
  if (count !== expected.messages) return `${count} messages`
  if (/[=,](by|telling):/.test(marker)) return `a turn that is not over: ${marker}`
  for (const target of ['pager', 'chat', 'bot'])
    if (!marker.includes(`thread:${target}:${expected.phase}`)) return `${target} is not ${expected.phase}: ${marker}`
  return null
}
