import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { TargetSettings } from '@testwarden/core/model/target'
import { type FakeCloudEvents, startFakeCloudEvents } from '@testwarden/testkit/fake-services/cloud-events'
import { type FakePagerDuty, startFakePagerDuty } from '@testwarden/testkit/fake-services/pagerduty'
import { type FakeSlack, startFakeSlack } from '@testwarden/testkit/fake-services/slack'
import { type FakeTeams, startFakeTeams } from '@testwarden/testkit/fake-services/teams'
import fc from 'fast-check'
import { createNotifier } from '../../src/notify/notifier.js'
import { anyNotice, fakeTiming, fullNotices } from '../support/notices.js'

const KEY = 'k'.repeat(32)
const TOKEN = 'xoxb-1234567890-abcdef'
const RUNS = { numRuns: 60 }
let pagerDuty: FakePagerDuty
let slack: FakeSlack
let teams: FakeTeams
let receiver: FakeCloudEvents

beforeAll(async () => {
  pagerDuty = await startFakePagerDuty(KEY)
  slack = await startFakeSlack({ token: TOKEN, channel: 'C0123456' })
  teams = await startFakeTeams()
  receiver = await startFakeCloudEvents()
})

afterAll(() => Promise.all([pagerDuty, slack, teams, receiver].map((service) => service.close())))

function notifier() {
  const env = { KEY, TOKEN, SLACK: slack.webhookUrl, TEAMS: teams.webhookUrl }
  return createNotifier({ env, timing: fakeTiming() })
}

/** Each run may refuse nothing: the notifier throws what a service refused. */
async function tellAll(target: TargetSettings, look: () => void = () => undefined): Promise<void> {
  const property = fc.asyncProperty(anyNotice, async (notice) => {
    await notifier().send(target, notice)
    look()
  })
  await fc.assert(property, { ...RUNS, examples: fullNotices.map((notice) => [notice]) })
}

describe('whatever a notice holds', () => {
  test('PagerDuty takes it', async () => {
    await tellAll({ name: 'pd', kind: 'pagerduty', secret: 'KEY', url: `${pagerDuty.url}/v2/enqueue` })
    expect(pagerDuty.alerts.size).toBeGreaterThan(0)
  })

  test('a webhook of Slack takes it, and it calls nobody', async () => {
    await tellAll({ name: 's', kind: 'slack', secret: 'SLACK' }, () => {
      expect(slack.messages.at(-1)).toMatchObject({ mentions: [], blocks: { length: expect.any(Number) } })
    })
  })

  test('a bot of Slack posts, rewrites and answers with it, and it calls nobody', async () => {
    const target = { name: 'b', kind: 'slack-bot', secret: 'TOKEN', channel: 'C0123456', url: slack.apiUrl } as const
    const property = fc.asyncProperty(anyNotice, anyNotice, async (first, second) => {
      const { thread } = await notifier().send(target, first)
      expect(thread).toMatch(/^[a-z0-9_.:-]{1,60}$/)
      await notifier().send(target, { ...second, thread })
      const [root, reply] = slack.messages.slice(-2)
      expect(root).toMatchObject({ edits: 1, mentions: [] })
      expect(reply).toMatchObject({ threadTs: root?.ts, mentions: [] })
    })
    await fc.assert(property, { ...RUNS, examples: fullNotices.map((notice) => [notice, notice]) })
  })

  test('Teams shows it: after its own writing it is not too large', async () => {
    await tellAll({ name: 't', kind: 'teams', secret: 'TEAMS' }, () => expect(teams.lost).toEqual([]))
    expect(teams.cards.length).toBeGreaterThanOrEqual(RUNS.numRuns)
  })

  test.each(['structured', 'binary'] as const)('it is a CloudEvent in %s mode', async (mode) => {
    const rest = { secret: null, method: 'POST', headers: {}, url: receiver.url } as const
    await tellAll({ name: 'c', kind: 'webhook', ...rest, map: { kind: 'cloudevents', mode } })
    expect(receiver.events.at(-1)).toMatchObject({ specversion: '1.0', datacontenttype: 'application/json' })
  })
})
