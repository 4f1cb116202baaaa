import { afterEach, describe, expect, test } from '@jest/globals'
import { presetNames, type WebhookTarget } from '@testwarden/core/model/target'
import { type FakeWebhook, startFakeWebhook } from '@testwarden/testkit/fake-services/webhook'
import { webhookServices } from '@testwarden/testkit/fake-services/webhook-services'
import fc from 'fast-check'
import { createNotifier } from '../../src/notify/notifier.js'
import { presets } from '../../src/notify/presets/registry.js'
import { anyNotice, fakeTiming, fullNotices, NOTICE } from '../support/notices.js'

const TOKEN = 't0ken-abcdef12'
/** Behind the address of the service: what people copy from it. */
const PATHS: Readonly<Record<string, string>> = {
  'incident-io': '/v2/alert_events/http/01ABC',
  discord: `/api/webhooks/123/${TOKEN}`,
  opsgenie: '',
  goalert: `/api/v2/generic/incoming?token=${TOKEN}`,
  rootly: '/webhooks/incoming/generic_webhooks',
  firehydrant: `/v1/process/${TOKEN}`,
}
const SECRET_IS_ADDRESS = ['discord', 'goalert', 'firehydrant']

let service: FakeWebhook | null = null
afterEach(() => service?.close())

/** The service and a target for it as people would write it. */
async function open(preset: (typeof presetNames)[number]) {
  const description = webhookServices[preset]
  if (description === undefined) throw new Error(`no fake of ${preset}`)
  service = await startFakeWebhook(description)
  const address = `${service.url}${PATHS[preset] ?? ''}`
  const isAddress = SECRET_IS_ADDRESS.includes(preset)
  const target: WebhookTarget = {
    name: preset,
    kind: 'webhook',
    secret: 'SECRET',
    url: isAddress ? null : address,
    method: 'POST',
    headers: {},
    map: { kind: 'preset', preset },
  }
  const notifier = createNotifier({ env: { SECRET: isAddress ? address : TOKEN }, timing: fakeTiming() })
  return { service, target, notifier }
}

describe.each(presetNames)('%s', (name) => {
  test('takes whatever a notice holds', async () => {
    const { target, notifier } = await open(name)
    const property = fc.asyncProperty(anyNotice, async (notice) => {
      expect(await notifier.send(target, notice)).toEqual({ thread: null })
    })
    await fc.assert(property, { numRuns: 30, examples: fullNotices.map((notice) => [notice]) })
  })

  test('is told of the trigger and of the resolve by the same key', async () => {
    const { service, target, notifier } = await open(name)
    await notifier.send(target, NOTICE)
    await notifier.send(target, { ...NOTICE, event: 'resolve' })
    expect(service.taken).toHaveLength(2)
    const byKey = service.requests.filter(({ path, text }) => `${path}${text}`.includes(NOTICE.dedupKey))
    expect(byKey).toHaveLength(presets[name].twice === 'shown-twice' ? 0 : 2)
  })

  test('has no page of another service', () => {
    expect(presets[name]).toMatchObject({ name, documentation: webhookServices[name]?.documentation })
  })
})

describe('what they are told', () => {
  test.each([
    [
      'incident-io',
      { title: NOTICE.title, status: 'firing', deduplication_key: NOTICE.dedupKey, source_url: NOTICE.links[0]?.href },
    ],
    ['opsgenie', { message: NOTICE.title, priority: 'P1', alias: NOTICE.dedupKey, details: { Workflow: 'ci.yml' } }],
    [
      'goalert',
      { summary: NOTICE.title, dedup: NOTICE.dedupKey, details: `${NOTICE.text}\n\n${NOTICE.links[0]?.href}` },
    ],
    ['rootly', { title: NOTICE.title, unique_id: NOTICE.dedupKey, state: 'open', external_url: NOTICE.links[0]?.href }],
    ['firehydrant', { summary: NOTICE.title, idempotency_key: NOTICE.dedupKey, level: 'FATAL', status: 'OPEN' }],
  ] as const)('%s gets its own words', async (name, expected) => {
    const { service, target, notifier } = await open(name)
    await notifier.send(target, NOTICE)
    expect(service.taken).toEqual([expect.objectContaining(expected)])
  })

  test('Discord shows the text as it is and pings nobody', async () => {
    const { service, target, notifier } = await open('discord')
    await notifier.send(target, { ...NOTICE, text: '@everyone **look** [here](https://evil.test)' })
    expect(service.taken[0]).toMatchObject({
      allowed_mentions: { parse: [] },
      embeds: [{ description: '@\u200beveryone \\*\\*look\\*\\* \\[here\\]\\(https:\u200b//evil.test\\)' }],
    })
  })

  test('Opsgenie closes by alias, and says when it ends', async () => {
    const { service, target, notifier } = await open('opsgenie')
    await notifier.send(target, { ...NOTICE, event: 'resolve' })
    expect(service.requests[0]?.path).toBe(`/v2/alerts/${NOTICE.dedupKey}/close?identifierType=alias`)
    expect(presets.opsgenie.endsOn).toBe('2027-04-05')
  })

  test('a service without a word for an event is left alone', async () => {
    const { service, target, notifier } = await open('goalert')
    await notifier.send(target, { ...NOTICE, event: 'acknowledge' })
    expect(service.requests).toEqual([])
  })
})
