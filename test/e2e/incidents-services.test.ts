import { readFileSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import type { FakeService, Fault } from '../../packages/testkit/src/fake-services/service.js'
import { json, startService } from '../../packages/testkit/src/fake-services/service.js'
import { type FakeTeams, startFakeTeams } from '../../packages/testkit/src/fake-services/teams.js'
import {
  ALL_PASS,
  BOT_TOKEN,
  createIncidentScenario,
  FAILS,
  failAlways,
  type IncidentScenario,
  markerOf,
  PAGER_KEY,
  PERMISSIONS,
} from './support/incident-scenario.js'
import { type JobResult, pullRequestEvent } from './support/scenario.js'

const HOOK_TOKEN = 'whk-9f8e7d6c5b4a39281706'

let scenario: IncidentScenario
let teams: FakeTeams
let hook: FakeService

beforeEach(async () => {
  teams = await startFakeTeams()
  hook = await startService(() => json(202, { ok: true }))
})

afterEach(async () => {
  expect(scenario.github.violations).toEqual([])
  await scenario.close()
  await teams.close()
  await hook.close()
})

async function open(more = ''): Promise<void> {
  const targets = `    room: { kind: teams, secret: TEAMS_URL }
    hook: { kind: webhook, secret: HOOK_TOKEN, url: ${hook.url}/incidents, map: opsgenie }`
  const levels = '      - { name: on call, people: [ada], targets: [pager, chat, bot, room, hook] }'
  scenario = await createIncidentScenario({ targets, levels, more })
  Object.assign(scenario.env, { TEAMS_URL: teams.webhookUrl, HOOK_TOKEN })
}

/** None of what lets us in stands anywhere. */
function expectNoSecrets(result: JobResult): void {
  const verdict = result.outputs.get('verdict-path')
  const texts = [
    ...result.log,
    result.summary ?? '',
    JSON.stringify(result.annotations),
    verdict === undefined ? '' : readFileSync(verdict, 'utf8'),
    ...[...scenario.repository.issues.values()].map(({ title, body }) => `${title} ${body}`),
    ...[...scenario.repository.comments.values()].map(({ body }) => body),
  ].join('\n')
  const hooks = [scenario.slack.webhookUrl, teams.webhookUrl].map((url) => new URL(url).pathname)
  for (const secret of [PAGER_KEY, BOT_TOKEN, HOOK_TOKEN, ...hooks]) expect(texts).not.toContain(secret)
}

const ROWS: readonly (readonly [string, string, Fault, RegExp])[] = [
  [
    'PagerDuty refuses the event',
    'pager',
    json(400, { status: 'invalid event', errors: ['bad'] }),
    /cannot tell pager/i,
  ],
  [
    'PagerDuty has retired the key',
    'pager',
    json(400, { status: 'invalid event', message: 'Event object is invalid', errors: ["'routing_key' is invalid"] }),
    /integration key/,
  ],
  ['Slack answers 200 with an error', 'chat', { status: 200, text: 'channel_is_archived' }, /channel_is_archived/],
  ['Slack knows no such service', 'chat', { status: 404, text: 'no_service' }, /no_service/],
  ['Slack has revoked the token', 'chat', { status: 403, text: 'invalid_token' }, /invalid_token/],
  ['Slack has revoked the bot', 'bot', json(200, { ok: false, error: 'invalid_auth' }), /invalid_auth/],
  [
    'Teams answers 200 with an error',
    'room',
    {
      status: 200,
      text: 'Webhook message delivery failed with error: Microsoft Teams endpoint returned HTTP error 413',
    },
    /cannot tell room/i,
  ],
  ['the webhook is gone', 'hook', { status: 410, text: 'gone' }, /cannot tell hook/i],
]

function serviceOf(target: string): FakeService {
  return { pager: scenario.pager, chat: scenario.slack, bot: scenario.slack, room: teams }[target] ?? hook
}

/** Faults of a service are used up one by one; two targets share Slack, in the order of the level. */
function failOnce(target: string, fault: Fault): void {
  const { faults } = serviceOf(target)
  // The bot comes second.
  if (target === 'bot') faults.push({ status: 200, text: 'ok' })
  faults.push(fault)
}

describe('what a service answers', () => {
  test.each(ROWS)('%s: the verdict stays, and the next run tells it', async (_name, target, fault, said) => {
    await open()
    failOnce(target, fault)
    const first = await scenario.push(FAILS)
    expect(first.exitCode).toBe(0)
    expect(first.log.join('\n')).toMatch(said)
    expectNoSecrets(first)
    expect(markerOf(scenario.incidents()[0])).toContain(`thread:${target}:planned:`)
    const paged = scenario.paged().length
    const next = await scenario.push(FAILS)
    expect(next.exitCode).toBe(0)
    const marker = markerOf(scenario.incidents()[0])
    for (const name of ['pager', 'chat', 'bot', 'room', 'hook']) expect(marker).toContain(`thread:${name}:told:`)
    expect(scenario.paged().length - paged).toBe(target === 'pager' ? 1 : 0)
    expect(scenario.mentions()).toHaveLength(1)
  })

  test('PagerDuty is asked again when it says so, and in the same run', async () => {
    await open()
    scenario.pager.faults.push({ status: 429, text: 'slow down', headers: { 'retry-after': '1' } })
    const { exitCode } = await scenario.push(FAILS)
    expect(exitCode).toBe(0)
    expect([...scenario.pager.alerts.values()]).toMatchObject([{ status: 'triggered', triggers: 1 }])
  })

  test('a lost connection and one that hangs cost no verdict', async () => {
    await open()
    failAlways(teams, { kind: 'drop' })
    scenario.slack.faults.push({ kind: 'hang' })
    const { exitCode, log } = await scenario.push(FAILS)
    expect(exitCode).toBe(0)
    expect(log.join('\n')).toMatch(/cannot tell room: no answer/i)
    expect([...scenario.pager.alerts.values()]).toMatchObject([{ status: 'triggered' }])
    teams.faults.length = 0
    await scenario.push(FAILS)
    expect(teams.cards).toHaveLength(1)
  })

  test('strict ends with exit code 1 and says who was not told', async () => {
    await open('  strict: on')
    failAlways(scenario.pager, json(400, { status: 'invalid event', errors: ['bad'] }))
    const first = await scenario.push(FAILS)
    expect(first.exitCode).toBe(1)
    expect(first.log.join('\n')).toMatch(/pager was not told, see above/)
    expectNoSecrets(first)
    scenario.pager.faults.length = 0
    expect((await scenario.push(FAILS)).exitCode).toBe(0)
  })
})

describe('a trigger that was sent gets its end', () => {
  const status = () => [...scenario.pager.alerts.values()].map((alert) => alert.status)
  const comment = (body: string) => {
    const [issue] = scenario.incidents()
    const at = new Date(Date.now() + 1000).toISOString().replace(/\.\d+/, '')
    const id = scenario.github.state.nextId()
    const place = { id, issue: issue?.number ?? 0, author: 'ada', createdAt: at, updatedAt: at }
    scenario.repository.comments.set(id, { ...place, body })
  }

  test('also where the first try failed', async () => {
    await open()
    await scenario.push(FAILS)
    failAlways(scenario.pager, json(400, { status: 'invalid event', errors: ['bad'] }))
    const failed = await scenario.push(ALL_PASS)
    expect(failed.exitCode).toBe(0)
    expect([status(), scenario.incidents()[0]?.state]).toEqual([['triggered'], 'closed'])
    scenario.pager.faults.length = 0
    await scenario.sweep({ minutes: 5 })
    expect(status()).toEqual(['resolved'])
    const told = scenario.slack.messages.length
    await scenario.sweep({ minutes: 10 })
    expect(scenario.slack.messages).toHaveLength(told)
  })

  test.each([
    ['silenced', '/silence 2h lunch'],
    ['acknowledged', '/ack'],
  ])('also where it was %s', async (_name, command) => {
    await open()
    await scenario.push(FAILS)
    comment(command)
    await scenario.push(FAILS, { minutes: 1 })
    await scenario.push(ALL_PASS, { minutes: 2 })
    expect(status()).toEqual(['resolved'])
    expect(scenario.incidents()).toMatchObject([{ state: 'closed' }])
  })

  test('also where somebody closed the issue by hand', async () => {
    await open()
    await scenario.push(FAILS)
    const [issue] = scenario.incidents()
    if (issue === undefined) throw new Error('no issue')
    const at = new Date().toISOString().replace(/\.\d+/, '')
    Object.assign(issue, { state: 'closed', stateReason: 'completed', closedAt: at, updatedAt: at })
    const event = {
      event: 'closed',
      issue: issue.number,
      actor: 'ada',
      at,
      id: scenario.github.state.nextId(),
    } as const
    scenario.repository.events.push(event)
    await scenario.sweep({ minutes: 1 })
    expect(status()).toEqual(['resolved'])
  })
})

describe('tokens', () => {
  test('without issues: write it is said, and nobody is told what nobody would remember', async () => {
    await open()
    const { exitCode, log, summary } = await scenario.push(FAILS, {
      permissions: { contents: 'write', issues: 'read' },
    })
    expect(exitCode).toBe(0)
    expect(log.filter((line) => line.startsWith('Warning: '))).toEqual([
      expect.stringMatching(/^Warning: Cannot open an issue: .* Add `permissions: issues: write` to the job\./),
      'Warning: Nor was done what needs it: 7 changes. The next run does all of it.',
    ])
    expect(summary).toContain('Cannot open an issue: ')
    expect(scenario.incidents()).toEqual([])
    expect(scenario.paged()).toEqual([])
  })

  test('without any token the verdict is the same, and it is said', async () => {
    await open()
    const { exitCode, log } = await scenario.push(FAILS, { with: { 'github-token': '' } })
    expect(exitCode).toBe(0)
    expect(log.join('\n')).toContain('No incident was opened or changed: There is no token to read issues with.')
    expect(scenario.paged()).toEqual([])
  })

  test('a fork’s pull request keeps no incident and tells nobody', async () => {
    await open()
    const event = pullRequestEvent(scenario)
    const { exitCode, log } = await scenario.job(scenario.merge, FAILS, {
      event,
      permissions: { contents: 'read' },
      env: { PAGER_KEY: '', SLACK_URL: '', SLACK_TOKEN: '', TEAMS_URL: '', HOOK_TOKEN: '' },
      checkout: { ref: 'refs/pull/7/merge', depth: 2 },
    })
    expect(exitCode).toBe(0)
    expect(scenario.incidents()).toEqual([])
    expect(log.join('\n')).not.toMatch(/cannot tell|PAGER_KEY/)
    expect(PERMISSIONS.issues).toBe('write')
  })
})
