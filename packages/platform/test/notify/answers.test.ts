import { afterEach, describe, expect, test } from '@jest/globals'
import { PlatformError } from '@testwarden/core/model/errors'
import type { Notice } from '@testwarden/core/model/notice'
import type { TargetSettings } from '@testwarden/core/model/target'
import { type FakePagerDuty, startFakePagerDuty } from '@testwarden/testkit/fake-services/pagerduty'
import { type Fault, json } from '@testwarden/testkit/fake-services/service'
import { type FakeSlack, startFakeSlack } from '@testwarden/testkit/fake-services/slack'
import { type FakeTeams, startFakeTeams } from '@testwarden/testkit/fake-services/teams'
import { createNotifier } from '../../src/notify/notifier.js'
import type { Timing } from '../../src/notify/timing.js'
import { fakeTiming, NOTICE } from '../support/notices.js'

const KEY = 'k'.repeat(32)
const TOKEN = 'xoxb-1234567890-abcdef'
const open: { close(): Promise<void> }[] = []
afterEach(() => Promise.all(open.splice(0).map((service) => service.close())))

async function pagerDuty(): Promise<[FakePagerDuty, TargetSettings]> {
  const service = await startFakePagerDuty(KEY)
  open.push(service)
  return [service, { name: 'pd', kind: 'pagerduty', secret: 'KEY', url: `${service.url}/v2/enqueue` }]
}

async function slack(kind: 'slack' | 'slack-bot'): Promise<[FakeSlack, TargetSettings]> {
  const service = await startFakeSlack({ token: TOKEN, channel: 'C0123456' })
  open.push(service)
  if (kind === 'slack') return [service, { name: 's', kind, secret: 'ADDRESS' }]
  return [service, { name: 's', kind, secret: 'TOKEN', channel: 'C0123456', url: service.apiUrl }]
}

async function teams(): Promise<[FakeTeams, TargetSettings]> {
  const service = await startFakeTeams()
  open.push(service)
  return [service, { name: 't', kind: 'teams', secret: 'ADDRESS' }]
}

interface Outcome {
  readonly error: PlatformError | null
  readonly waitsMs: readonly number[]
}

interface Sending {
  readonly env?: NodeJS.ProcessEnv
  readonly notice?: Notice
  readonly timing?: Partial<Timing>
}

async function send(
  target: TargetSettings,
  { env = {}, notice = NOTICE, timing: part = {} }: Sending = {},
): Promise<Outcome> {
  const timing = fakeTiming(part)
  const notifier = createNotifier({ env: { KEY, TOKEN, ...env }, timing })
  try {
    await notifier.send(target, notice)
    return { error: null, waitsMs: timing.waitsMs }
  } catch (error) {
    if (!(error instanceof PlatformError)) throw error
    return { error, waitsMs: timing.waitsMs }
  }
}

const text = (status: number, said: string, headers = {}): Fault => ({ status, text: said, headers })

describe('trouble that may pass is tried again', () => {
  test.each([
    ['429', text(429, 'slow down')],
    ['408', text(408, '')],
    ['500', text(500, 'oops')],
    ['503', text(503, '')],
    ['a dropped connection', { kind: 'drop' }],
    ['a lost answer', { kind: 'lose-answer' }],
  ] satisfies [string, Fault][])('after %s', async (_, fault) => {
    const [service, target] = await pagerDuty()
    service.faults.push(fault)
    expect(await send(target)).toMatchObject({ error: null, waitsMs: [500] })
    expect(service.alerts.get(NOTICE.dedupKey)).toMatchObject({ status: 'triggered' })
  })

  test('after a time that the service asks for', async () => {
    const [service, target] = await pagerDuty()
    service.faults.push(text(429, '', { 'retry-after': '7' }), text(429, '', { 'retry-after': '0.25' }))
    expect((await send(target)).waitsMs).toEqual([7000, 1500])
  })

  test('after a date that it asks for', async () => {
    const [service, target] = await pagerDuty()
    service.faults.push(text(503, '', { 'retry-after': 'Thu, 01 Oct 2026 12:00:20 GMT' }))
    expect((await send(target)).waitsMs).toEqual([20_000])
  })

  test('after no answer in time', async () => {
    const [service, target] = await pagerDuty()
    service.faults.push({ kind: 'hang' })
    expect((await send(target, { timing: { timeoutMs: 200 } })).error).toBeNull()
    expect(service.requests).toHaveLength(2)
  })

  test('five times at most', async () => {
    const [service, target] = await pagerDuty()
    service.faults.push(...Array.from({ length: 9 }, () => text(502, 'bad gateway')))
    const { error, waitsMs } = await send(target)
    expect(error).toMatchObject({ retryable: true, message: 'cannot tell pd: it answered 502 (bad gateway)' })
    expect(waitsMs).toEqual([500, 1500, 4500, 13_500])
  })

  test('not at all where the service wants to be left alone for longer than there is time', async () => {
    const [service, target] = await pagerDuty()
    service.faults.push(text(429, '', { 'retry-after': '600' }))
    expect(await send(target)).toMatchObject({ error: { retryable: true }, waitsMs: [] })
    expect(service.requests).toHaveLength(1)
  })

  test('for a minute in all, however much a target is told', async () => {
    const [service, target] = await pagerDuty()
    service.faults.push(...Array.from({ length: 50 }, () => text(503, '', { 'retry-after': '20' })))
    const timing = fakeTiming()
    const notifier = createNotifier({ env: { KEY }, timing })
    for (let notices = 0; notices < 5; notices++)
      await expect(notifier.send(target, NOTICE)).rejects.toThrow(PlatformError)
    expect(timing.waitsMs.reduce((sum, waitMs) => sum + waitMs, 0)).toBeLessThanOrEqual(60_000)
    expect(service.requests.length).toBeLessThan(10)
  })
})

describe('what is refused is not tried again', () => {
  test.each([400, 401, 403, 404, 410, 413, 415])('%i', async (status) => {
    const [service, target] = await pagerDuty()
    service.faults.push(text(status, 'no'))
    expect(await send(target)).toMatchObject({ error: { retryable: false }, waitsMs: [] })
  })

  test('a redirect is not followed: another address would get the secret', async () => {
    const [service, target] = await pagerDuty()
    const [other] = await pagerDuty()
    service.faults.push(text(307, '', { location: `${other.url}/v2/enqueue` }))
    expect((await send(target)).error).toMatchObject({ retryable: false, remedy: expect.stringContaining('moved') })
    expect(other.requests).toEqual([])
  })

  test('a wrong key of PagerDuty is named as that, without the key', async () => {
    const [, target] = await pagerDuty()
    const { error } = await send(target, { env: { KEY: 'x'.repeat(32) } })
    expect(error?.message).toContain("'routing_key' is invalid")
    expect(error?.remedy).toContain('integration key')
  })

  test('a missing secret is named with its remedy, and nothing is sent', async () => {
    const [service, target] = await pagerDuty()
    const { error } = await send(target, { env: { KEY: ' ' } })
    expect(error).toMatchObject({ message: 'the environment has no KEY', retryable: false })
    expect(error?.remedy).toContain('{{ secrets.KEY }}')
    expect(service.requests).toEqual([])
  })

  test.each([
    ['ftp://hooks.test/x', 'is no https address'],
    ['http://hooks.test/x', 'is no https address'],
    ['https://me:secret@hooks.test/x', 'has a name or a password'],
    ['hooks.test/x', 'is no address'],
  ])('the address %s', async (ADDRESS, problem) => {
    const { error } = await send({ name: 't', kind: 'teams', secret: 'ADDRESS' }, { env: { ADDRESS } })
    expect(error?.message).toBe(`ADDRESS ${problem}${problem.includes('password') ? ' in its address' : ''}`)
    expect(error?.message).not.toContain('hooks.test')
  })
})

describe('answers that say success and mean failure', () => {
  test.each([
    [text(200, 'no_service'), false],
    [text(200, ''), false],
    [text(404, 'no_active_hooks'), false],
    [text(400, 'invalid_token'), false],
    [text(410, 'channel_is_archived'), false],
    [text(403, 'action_prohibited'), false],
    [text(200, 'rollup_error'), true],
  ])('a webhook of Slack: %j', async (fault, isRetryable) => {
    const [service, target] = await slack('slack')
    service.faults.push(...Array.from({ length: 5 }, () => fault))
    const { error } = await send(target, { env: { ADDRESS: service.webhookUrl } })
    expect(error).toMatchObject({ retryable: isRetryable })
  })

  test.each([
    ['not_in_channel', 'invite the bot'],
    ['missing_scope', 'chat:write'],
    ['token_revoked', 'revoked or expired'],
    ['invalid_blocks', 'what Slack says'],
  ])('a bot of Slack: %s', async (said, remedy) => {
    const [service, target] = await slack('slack-bot')
    service.faults.push(json(200, { ok: false, error: said }))
    expect((await send(target)).error).toMatchObject({ retryable: false, remedy: expect.stringContaining(remedy) })
  })

  test('a bot of Slack that is too fast waits as it is told', async () => {
    const [service, target] = await slack('slack-bot')
    service.faults.push(json(429, { ok: false, error: 'ratelimited' }, { 'retry-after': '3' }))
    expect(await send(target)).toMatchObject({ error: null, waitsMs: [3000] })
  })

  test('what is no Web API of Slack', async () => {
    const [service, target] = await slack('slack-bot')
    service.faults.push(text(200, '<html>Sign in</html>'))
    expect((await send(target)).error?.message).toContain('not Slack’s Web API')
  })

  test.each([
    ['413', false],
    ['429', true],
    ['500', true],
  ])('an old connector of Teams: HTTP error %s', async (status, isRetryable) => {
    const [service, target] = await teams()
    const said = `Webhook message delivery failed with error: Microsoft Teams endpoint returned HTTP error ${status} with ContextId x`
    service.faults.push(...Array.from({ length: 5 }, () => text(200, said)))
    expect((await send(target, { env: { ADDRESS: service.webhookUrl } })).error).toMatchObject({
      retryable: isRetryable,
    })
  })

  test.each([
    { ok: false },
    { success: false },
    { status: 'error' },
    { error: 'no such alert' },
    { errors: ['x'] },
  ])('a webhook of anybody: %j', async (said) => {
    const [service] = await teams()
    const map = { kind: 'fields', fields: { t: '{{title}}' }, words: { event: {}, severity: {} } } as const
    const target = {
      name: 'w',
      kind: 'webhook',
      secret: null,
      url: service.url,
      method: 'POST',
      headers: {},
      map,
    } as const
    service.faults.push(json(200, said))
    expect((await send(target)).error).toMatchObject({ retryable: false })
  })
})

describe('the message of a bot of Slack', () => {
  test('is one per incident, and its thread tells the story', async () => {
    const [service, target] = await slack('slack-bot')
    const notifier = createNotifier({ env: { TOKEN }, timing: fakeTiming() })
    const { thread } = await notifier.send(target, NOTICE)
    expect(thread).toBe('c0123456:1700000000.000001')
    for (const event of ['acknowledge', 'resolve'] as const) await notifier.send(target, { ...NOTICE, event, thread })
    expect(service.messages.map(({ text, threadTs, edits }) => [text.split('\n', 1)[0], threadTs, edits])).toEqual([
      ['[resolved] Login fails on main', null, 2],
      ['[acknowledged] Login fails on main', '1700000000.000001', 0],
      ['[resolved] Login fails on main', '1700000000.000001', 0],
    ])
  })

  test('is posted anew where somebody deleted it, or the thread is none', async () => {
    const [service, target] = await slack('slack-bot')
    for (const thread of ['c0123456:1600000000.000009', 'nonsense'])
      expect((await send(target, { notice: { ...NOTICE, event: 'resolve', thread } })).error).toBeNull()
    expect(service.messages.map(({ threadTs }) => threadTs)).toEqual([null, null])
  })
})

describe('a secret', () => {
  test('is in no message, also where the service repeats it', async () => {
    const [service, target] = await teams()
    const { pathname, search } = new URL(service.webhookUrl)
    for (const said of [
      service.webhookUrl,
      `${pathname}${search}`,
      'sig abc123def456 is wrong',
      '0a1b2c3d4e5f is gone',
    ]) {
      service.faults.push(text(400, said))
      const { error } = await send(target, { env: { ADDRESS: service.webhookUrl } })
      expect(error?.message).toContain('[redacted]')
      expect(`${error?.message} ${error?.remedy}`).not.toMatch(/0a1b2c3d4e5f|abc123def456/)
    }
  })
})

test('where a lost notice would be shown twice, the message says so', async () => {
  const [chat, target] = await slack('slack')
  chat.faults.push(...Array.from({ length: 5 }, () => ({ kind: 'drop' }) as const))
  expect((await send(target, { env: { ADDRESS: chat.webhookUrl } })).error?.remedy).toContain('may have arrived')
  const [pager, pagerTarget] = await pagerDuty()
  pager.faults.push(...Array.from({ length: 5 }, () => ({ kind: 'drop' }) as const))
  expect((await send(pagerTarget)).error?.remedy).toBe('the next run tells it again')
})

test('a resolve ends the alert that the trigger opened', async () => {
  const [service, target] = await pagerDuty()
  for (const event of ['trigger', 'trigger', 'acknowledge', 'resolve'] as const)
    await send(target, { notice: { ...NOTICE, event } })
  expect([...service.alerts]).toEqual([[NOTICE.dedupKey, { status: 'resolved', triggers: 2, summary: NOTICE.title }]])
})

test('details that PagerDuty would refuse for their size are replaced, and the page goes out', async () => {
  const [service, target] = await pagerDuty()
  const { error } = await send(target, { notice: { ...NOTICE, text: '漢'.repeat(200_000) } })
  expect(error).toBeNull()
  expect(service.requests[0]?.body).toMatchObject({
    links: [{ href: NOTICE.links[0]?.href }],
    payload: { custom_details: { error: expect.stringContaining('too large') } },
  })
})
