import { describe, expect, test } from '@jest/globals'
import { Ajv } from 'ajv'
import { targets } from '../../../src/config/fields/targets.js'

const field = targets({ description: 'Whom incidents are told to.' })
const matchesSchema = new Ajv({ strict: false }).compile(field.jsonSchema)
const webhook = { kind: 'webhook', secret: 'HOOK', map: 'discord' }

test('targets of every kind', () => {
  const written = {
    pager: { kind: 'pagerduty', secret: 'PD_KEY' },
    chat: { kind: 'slack', secret: 'SLACK_URL' },
    bot: { kind: 'slack-bot', secret: 'SLACK_TOKEN', channel: 'C0123456' },
    'ms-teams': { kind: 'teams', secret: 'TEAMS_URL' },
    own: {
      kind: 'webhook',
      url: 'https://alerts.acme.test/in',
      method: 'PUT',
      headers: { 'X-Key': 'ACME_KEY' },
      map: { summary: '[{{severity}}] {{title}}', links: '{{links}}' },
      words: { event: { trigger: 'firing' }, severity: { critical: 'P1' } },
    },
    events: { kind: 'webhook', secret: 'EVENTS_URL', map: 'cloudevents-binary' },
  }
  expect(matchesSchema(written)).toBe(true)
  expect(field.parse(written)).toEqual({
    ok: true,
    value: [
      { name: 'pager', kind: 'pagerduty', secret: 'PD_KEY', url: null },
      { name: 'chat', kind: 'slack', secret: 'SLACK_URL' },
      { name: 'bot', kind: 'slack-bot', secret: 'SLACK_TOKEN', channel: 'C0123456', url: null },
      { name: 'ms-teams', kind: 'teams', secret: 'TEAMS_URL' },
      {
        name: 'own',
        kind: 'webhook',
        secret: null,
        url: 'https://alerts.acme.test/in',
        method: 'PUT',
        headers: { 'X-Key': 'ACME_KEY' },
        map: {
          kind: 'fields',
          fields: { summary: '[{{severity}}] {{title}}', links: '{{links}}' },
          words: { event: { trigger: 'firing' }, severity: { critical: 'P1' } },
        },
      },
      {
        name: 'events',
        kind: 'webhook',
        secret: 'EVENTS_URL',
        url: null,
        method: 'POST',
        headers: {},
        map: { kind: 'cloudevents', mode: 'binary' },
      },
    ],
  })
})

describe('what is refused, at its target', () => {
  test.each([
    ['Pager', { kind: 'pagerduty', secret: 'A' }, 'no name of a target'],
    ['a--b', { kind: 'pagerduty', secret: 'A' }, 'no name of a target'],
    ['a', { kind: 'email', secret: 'A' }, 'no kind that is known'],
    ['a', { kind: 'pagerduty' }, 'needs a `secret`'],
    ['a', { kind: 'pagerduty', secret: 'r0uting key' }, 'needs a `secret`'],
    ['a', { kind: 'pagerduty', secret: 'A', chanel: 'C1' }, 'no key chanel'],
    ['a', { kind: 'slack-bot', secret: 'A' }, 'needs a `channel`'],
    ['a', { ...webhook, url: 'http://alerts.acme.test' }, 'no address'],
    ['a', { kind: 'webhook', map: 'discord' }, 'needs an address'],
    ['a', { ...webhook, map: 'discrod' }, 'did you mean discord'],
    ['a', { ...webhook, map: { a: '{{titel}}' } }, 'no placeholder {{titel}}: did you mean title'],
    ['a', { ...webhook, map: { a: 'see {{links}}' } }, 'only alone'],
    ['a', { ...webhook, words: { event: { trigger: 'x' } } }, 'belongs to a map of fields'],
    ['a', { ...webhook, map: { a: 1 }, words: { event: { opened: 'x' } } }, 'texts in `words`'],
    ['a', { ...webhook, headers: { 'X Key': 'A' } }, '`headers` that are none'],
  ])('%s: %j', (name, entry, message) => {
    const parsed = field.parse({ [name]: entry })
    expect(parsed).toMatchObject({ ok: false, fault: { path: [name], message: expect.stringContaining(message) } })
  })

  test.each(['GITHUB_TOKEN', 'ACTIONS_RUNTIME_TOKEN', 'INPUT_TOKEN', 'RUNNER_TEMP'])('the variable %s', (secret) => {
    expect(field.parse({ a: { kind: 'slack', secret } }).ok).toBe(false)
    expect(field.parse({ a: { ...webhook, headers: { 'X-Key': secret } } }).ok).toBe(false)
    expect(matchesSchema({ a: { kind: 'slack', secret } })).toBe(false)
  })
})

test('a change cannot name a target: its base alone says where secrets go', () => {
  expect(field).toMatchObject({ role: 'policy', input: null })
  expect(field.tighten).toBeUndefined()
})
