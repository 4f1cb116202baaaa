import { describe, expect, test } from '@jest/globals'
import { toJsonSchema } from '@testwarden/core/config/config-json-schema'
import type { Settings } from '@testwarden/core/config/field'
import { fileLayer } from '@testwarden/core/config/layer'
import { resolveSettings, settingText } from '@testwarden/core/config/resolve-settings'
import { fieldsOf } from '@testwarden/core/config/walk-section'
import { parseConfigFile } from '@testwarden/platform/read-config-file'
import { Ajv2020 } from 'ajv/dist/2020.js'
import fc from 'fast-check'
import { escalationConfig } from '../../src/config/escalation-config.js'
import type { incidentsConfig } from '../../src/config.js'
import { readPolicy } from '../../src/policy/read-policy.js'

const targets: Settings<typeof incidentsConfig>['targets'] = {
  value: [
    { name: 'pager', kind: 'pagerduty', secret: 'PAGER', url: null },
    { name: 'chat', kind: 'slack', secret: 'CHAT' },
  ],
  origin: { kind: 'assumed' },
}

async function resolved(source: string) {
  const file = await parseConfigFile('.github/testwarden.yml', `incidents:\n${source}`)
  return resolveSettings(escalationConfig, [fileLayer(file, ['incidents'])])
}

/** `line: message | remedy` of all that is wrong. */
async function faultsOf(source: string): Promise<readonly string[]> {
  const resolution = await resolved(source)
  const errors = resolution.ok ? readPolicy({ ...resolution.settings, targets }).errors : resolution.errors
  return errors.map(({ line, message, remedy }) => `${line}: ${message} | ${remedy}`)
}

const WHOLE = `
  time-zone: Europe/Berlin
  business-hours:
    monday-thursday: 08:00-12:00, 13:00-17:00
    friday: 08:00-24:00
  holidays:
    2026-12-25: Christmas Day
    01-01: New Year
  rotations:
    on-call:
      members: ['@ada', grace]
      since: 2026-01-05
      handover: daily
      at: 09:30
      time-zone: Asia/Kathmandu
      unavailable:
        - {who: Ada, from: 2026-07-01, to: 2026-07-14}
    leads: {members: linus, since: 2026-01-05}
  escalation:
    hand-over: pager
    repeat: 0
    ack-timeout: 90m
    timers: {critical: 5m, high: 4 business hours, low: never}
    levels:
      - {name: developer, involved: author, rotation: on-call, fallback: [ada, acme/core]}
      - {name: lead, severities: [critical, high], rotation: leads, targets: [pager, chat]}
      - {name: security, severities: critical, teams: '@acme/security', people: margaret}
`

test('a whole policy is read', async () => {
  const resolution = await resolved(WHOLE)
  expect(resolution).toMatchObject({ ok: true })
  if (!resolution.ok) return
  const { policy, errors } = readPolicy({ ...resolution.settings, targets })
  expect(errors).toEqual([])
  expect(policy).toMatchObject({
    repeat: 0,
    ackTimeoutMs: 90 * 60_000,
    handOver: ['pager'],
    timers: {
      critical: { kind: 'time', durationMs: 300_000 },
      high: { kind: 'business-time', durationMs: 14_400_000 },
      medium: { kind: 'time', durationMs: 14_400_000 },
      low: { kind: 'never' },
    },
    rotations: [
      {
        name: 'on-call',
        members: ['ada', 'grace'],
        handover: 'daily',
        handoverMs: 34_200_000,
        timeZone: 'Asia/Kathmandu',
        absences: [{ who: 'Ada', from: '2026-07-01', to: '2026-07-14' }],
      },
      { name: 'leads', members: ['linus'], handover: 'weekly', handoverMs: 32_400_000, timeZone: 'Europe/Berlin' },
    ],
    levels: [
      { name: 'developer', severities: ['critical', 'high', 'medium', 'low'], fallback: ['ada', 'acme/core'] },
      { name: 'lead', severities: ['critical', 'high'], targets: ['pager', 'chat'], rotation: 'leads' },
      { name: 'security', severities: ['critical'], teams: ['acme/security'], people: ['margaret'] },
    ],
    calendar: {
      timeZone: 'Europe/Berlin',
      holidays: [
        { day: '2026-12-25', name: 'Christmas Day' },
        { day: '01-01', name: 'New Year' },
      ],
    },
  })
  expect(policy.calendar.hours.thursday).toEqual([
    { fromMs: 28_800_000, toMs: 43_200_000 },
    { fromMs: 46_800_000, toMs: 61_200_000 },
  ])
  expect(policy.calendar.hours.saturday).toEqual([])
})

test('nothing written is the escalation matrix', async () => {
  const resolution = await resolved('  {}')
  if (!resolution.ok) throw new Error('refused')
  const { policy, errors } = readPolicy({ ...resolution.settings, targets: { ...targets, value: [] } })
  expect(errors).toEqual([])
  expect(policy.levels.map(({ name }) => name)).toEqual(['developer', 'QA team', 'team lead', 'security team'])
  expect(policy.timers.low).toEqual({ kind: 'next-business-day' })
})

const accepts = new Ajv2020({ strict: false }).compile(toJsonSchema(escalationConfig))

test('the schema for editors accepts a whole policy, and nothing misspelt', async () => {
  const { root } = await parseConfigFile('.github/testwarden.yml', WHOLE)
  expect([accepts(root), accepts.errors]).toEqual([true, null])
  for (const source of [
    'business-hours: {mondy: 09:00-17:00}',
    'business-hours: {monday: 9-5}',
    'escalation: {timers: {critical: soon}}',
    'escalation: {repeat: 10}',
    'escalation: {levels: [{name: lead, person: ada}]}',
    'rotations: {on-call: {members: ada}}',
    'holidays: {christmas: 2026-12-25}',
    'time-zone: +02:00',
  ])
    expect([source, accepts((await parseConfigFile('c.yml', source)).root)]).toEqual([source, false])
})

/** Values that somebody means, those next to them, and those that nobody does. */
const odd = fc.constantFrom<unknown>(null, undefined, '', ' ', 0, 2, '2', ' 9 ', true, [], [null], {}, '@ada', ' ada\n')
const mixed = (...meant: readonly unknown[]): fc.Arbitrary<unknown> =>
  fc.oneof({ weight: 5, arbitrary: fc.constantFrom(...meant) }, { weight: 1, arbitrary: odd })
const names = mixed('ada', ['ada', 'grace'], 'ada\ngrace', '@ada', 'acme/core', ['acme/core', ' @acme/qa '])
const absence = { who: ' Ada ', from: '2026-01-05', to: '2026-01-05' }
const rotation = fc.record(
  {
    members: names,
    since: mixed('2026-01-05', '2026-01-05', ' 2026-01-05', '2026-02-30', ['2026-01-05']),
    handover: mixed('daily', 'monthly', 'hourly'),
    at: mixed('09:00', '9:00', '24:00', ' 09:00'),
    'time-zone': mixed('UTC', ' UTC'),
    unavailable: mixed([], [absence], [{ ...absence, who: '' }], [{ who: 'ada' }], [{ ...absence, why: 'x' }]),
  },
  { requiredKeys: ['members', 'since'] },
)
const level = fc.record(
  {
    name: mixed('lead', ' dev '),
    severities: mixed('high', ['high', 'low'], [], ' high', ['High']),
    involved: mixed('author', ['owners'], '@author'),
    people: names,
    teams: mixed('acme/core', ['acme/core', ' @acme/qa '], 'core'),
    targets: names,
    rotation: mixed('on-call', ' on-call '),
    fallback: names,
  },
  { requiredKeys: ['name'] },
)
const hours = mixed('09:00-17:00', ' 9:00 - 24:00 ', '09:00-12:00,13:00-17:00', '9-5', '17:00-09:00', '00:00-00:60')
const days = fc.constantFrom('monday', 'monday-friday', 'Monday', 'saturday-monday', 'friday-')
const dates = fc.constantFrom('2026-12-25', '12-25', '02-29', '2026-02-29', '1-1')
/** One key each: of a whole file hardly one in a thousand would be right. */
const roots = fc.oneof(
  fc.record({ 'time-zone': mixed('UTC', 'europe/berlin', ' UTC') }),
  fc.record({ 'business-hours': fc.dictionary(days, hours, { maxKeys: 2 }) }),
  fc.record({ holidays: fc.dictionary(dates, mixed('Day', ' x '), { maxKeys: 2 }) }),
  fc.record({ rotations: fc.dictionary(fc.constantFrom('on-call', 'a b', '-'), rotation, { maxKeys: 1 }) }),
  ...[
    fc.record({ levels: fc.array(level, { maxLength: 1 }) }),
    fc.record({
      timers: fc.record({ low: mixed('15m', ' 1.5 h ', '4 business hours', '1 business minute', 'never', '15') }),
    }),
    fc.record({ repeat: mixed(0, 9, 10, '9', ' 09 ', -1, 1.5) }),
    fc.record({ 'ack-timeout': mixed('8h', '0m', '8') }),
    fc.record({ 'hand-over': names }),
  ].map((keys) => fc.record({ escalation: keys })),
)

test('the schema for editors accepts whatever the code does', () => {
  fc.assert(
    fc.property(roots, (root) => {
      const file = { path: 'testwarden.yml', root, lineOf: () => null }
      if (resolveSettings(escalationConfig, [fileLayer(file, [])]).ok)
        expect([accepts(root), accepts.errors]).toEqual([true, null])
    }),
    { numRuns: 1000 },
  )
})

test('all of it is policy, no input can set it, and each difference can be told', async () => {
  const [before, after] = [await resolved('  {}'), await resolved(WHOLE)]
  for (const { field } of fieldsOf(escalationConfig)) expect(field).toMatchObject({ role: 'policy', input: null })
  if (!before.ok || !after.ok) throw new Error('refused')
  const { levels } = escalationConfig.escalation
  expect(settingText(levels, after.settings.escalation.levels.value)).toBe(
    'developer (author, rotation on-call, else @ada, else @acme/core); lead for critical, high (pager, chat, rotation leads); security for critical (@margaret, @acme/security)',
  )
  expect(settingText(escalationConfig.rotations, after.settings.rotations.value)).toBe(
    'on-call: ada, grace, daily at 09:30 Asia/Kathmandu since 2026-01-05, without Ada 2026-07-01 to 2026-07-14; leads: linus, weekly at 09:00 since 2026-01-05',
  )
  expect(settingText(escalationConfig['business-hours'], after.settings['business-hours'].value)).toBe(
    'monday-thursday: 08:00-12:00, 13:00-17:00; friday: 08:00-24:00',
  )
  expect(settingText(escalationConfig['business-hours'], before.settings['business-hours'].value)).toBe(
    'monday-friday: 09:00-17:00',
  )
})

describe('what is wrong is said at its line', () => {
  const rotation = (rest: string): string => `  rotations:\n    on-call:\n      members: [ada, grace]\n${rest}`
  const levels = (...entries: readonly string[]): string =>
    `  escalation:\n    levels:\n${entries.map((entry) => `      - ${entry}\n`).join('')}`
  test.each([
    ['  time-zone: Berlin', '2: "Berlin" is no time zone. | Did you mean Europe/Berlin?'],
    ['  time-zone: America/NewYork', '2: "America/NewYork" is no time zone. | Did you mean America/New_York?'],
    ['  time-zone: "+02:00"', '2: "+02:00" is no time zone. | Write a name such as Europe/Berlin or UTC'],
    ['  business-hours:\n    monday: 09:00-17:00\n    mondy: 9-5', '4: "mondy" is no weekday. |'],
    ['  business-hours:\n    monday: 9-5', '3: The business hours of monday are none. |'],
    ['  business-hours:\n    monday: 22:00-06:00', '3: The business hours of monday are none. |'],
    ['  business-hours:\n    monday: 09:00-12:00, 11:00-13:00', '3: The business hours of monday are none. |'],
    ['  business-hours:\n    monday: 09:00-17:00\n    friday-tuesday: 09:00-12:00', '4: Two lines are for monday. |'],
    ['  business-hours: {}', '2: The setting business-hours is a mapping, which is not valid. |'],
    ['  holidays:\n    2026-02-29: Leap', '3: "2026-02-29" is no day. |'],
    ['  holidays:\n    12-25:', '3: The holiday 12-25 has no name. |'],
    [rotation('      since: yesterday'), '4: The rotation on-call does not say since when. |'],
    [rotation('      since: 2026-01-05\n      at: 24:00'), '6: The hour of on-call is none. |'],
    [rotation('      since: 2026-01-05\n      handover: hourly'), '6: The handover of on-call is none. |'],
    [
      rotation('      since: 2026-01-05\n      time-zone: Europe/Berln'),
      '6: "Europe/Berln" is no time zone. | Did you mean Europe/Berlin?',
    ],
    ['  rotations:\n    on-call: {members: [], since: 2026-01-05}', '3: The rotation on-call has no members. |'],
    ['  rotations:\n    on-call: {since: 2026-01-05}', '3: The rotation on-call has no members. |'],
    ['  rotations:\n    on-call: {members: [ada, Ada], since: 2026-01-05}', '3: The rotation on-call has Ada twice. |'],
    ['  rotations:\n    on-call: {members: [acme/core], since: 2026-01-05}', '3: "acme/core" is no login. |'],
    [
      '  rotations:\n    a: {members: [ada], since: 2026-01-05}\n    A: {members: [ada], since: 2026-01-05}',
      '4: Two rotations are called A. |',
    ],
    [
      rotation('      since: 2026-01-05\n      unavailable:\n        - {who: ada, from: 2026-07-14, to: 2026-07-01}'),
      '7: The absence of ada ends on 2026-07-01, before it begins on 2026-07-14. |',
    ],
    [
      rotation('      since: 2026-01-05\n      unavailable:\n        - {who: linus, from: 2026-07-01, to: 2026-07-14}'),
      '7: linus is absent from a rotation that does not have linus. | Write one of ada, grace.',
    ],
    [
      rotation('      since: 2026-01-05\n      unavailable:\n        - {who: ada, from: 2026-07-01}'),
      '7: An absence lacks something. |',
    ],
    [levels('{name: a, people: ada}', '{name: A, people: ada}'), '4: Two levels are called A. |'],
    [levels('{name: a, people: ada}', '{name: lead}'), '5: The level lead can be told to nobody. |'],
    [levels('{name: lead, people: ada, severities: []}'), '4: The level lead is for no severity. |'],
    [levels('{name: lead, people: ada, severities: [urgent]}'), '4: Of the level lead, "urgent" is no severity. |'],
    [levels('{name: lead, people: [acme/core]}'), '4: Of the level lead, "acme/core" is no login. |'],
    [levels('{name: lead, teams: [core]}'), '4: Of the level lead, "core" is no team. |'],
    [levels('{name: lead, person: ada}'), '4: A level has no key person. |'],
    [
      levels('{name: lead, rotation: on-call}'),
      '4: The level lead names the rotation on-call, which there is not. | Write `rotations` first.',
    ],
    [
      levels('{name: lead, targets: pagr}'),
      '4: The level lead names the target pagr, which there is not. | Did you mean pager?',
    ],
    [
      '  escalation: {hand-over: [phone]}',
      '2: `hand-over` names the target phone, which there is not. | Write one of pager, chat.',
    ],
    [
      `${levels('{name: dev, people: ada}', '{name: lead, people: grace, severities: low}')}    timers: {low: never}`,
      '4: No incident ever reaches the level lead: for low it comes behind a timer that never ends. |',
    ],
    [
      '  escalation:\n    timers: {critical: 0m}',
      '3: The setting escalation.timers.critical is "0m", which is not valid. |',
    ],
    ['  escalation:\n    timers: {critical: 99999h}', '3: The setting escalation.timers.critical is "99999h"'],
    [
      '  escalation: {repeat: 10}',
      '2: The setting escalation.repeat is 10, which is not valid. | Write a whole number from 0 to 9.',
    ],
    ['  escalation: {ack-timeout: 0m}', '2: The setting escalation.ack-timeout is "0m", which is not valid. |'],
  ])('%j', async (source, expected) => {
    const faults = await faultsOf(source)
    expect(faults).toHaveLength(1)
    expect(faults[0]).toContain(expected)
  })
})
