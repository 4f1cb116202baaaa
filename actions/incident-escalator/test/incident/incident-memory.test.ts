import { describe, expect, test } from '@jest/globals'
import { SEVERITIES } from '@testwarden/core/model/severity'
import { markedBody, readMarkedBody } from '@testwarden/core/render/issue-marker'
import fc from 'fast-check'
import type { Incident } from '../../src/incident/incident.js'
import { incidentOf, memoryOf } from '../../src/incident/incident-memory.js'

const KEY = 'inc-0123456789abcdef0123456789abcdef'
const moment = fc
  .date({ min: new Date('2020-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString())
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null })
const name = fc.stringMatching(/^[a-z][a-z0-9-]{0,15}$/).filter((text) => !text.includes('--') && !text.endsWith('-'))

const anyIncident: fc.Arbitrary<Incident> = fc.record({
  dedupKey: fc.constant(KEY),
  place: maybe(fc.stringMatching(/^[0-9a-f]{16}$/)),
  where: maybe(
    fc.record({
      workflow: fc.string({ minLength: 1, maxLength: 20 }),
      branch: fc.string({ minLength: 1, maxLength: 20 }),
    }),
  ),
  teller: maybe(fc.stringMatching(/^[0-9a-f]{16}$/)),
  severity: fc.constantFrom(...SEVERITIES),
  state: fc.constantFrom('open' as const, 'acknowledged' as const, 'resolved' as const),
  openedAt: moment,
  acknowledgement: maybe(fc.record({ at: moment, by: fc.constantFrom('ada', 'grace-h', 'x1') })),
  firstAcknowledgedAt: maybe(moment),
  told: maybe(fc.record({ level: fc.nat(9), loops: fc.nat(9), at: moment })),
  silencedUntil: maybe(moment),
  badRuns: fc.nat(1_000_000),
  greenRuns: fc.nat(1_000_000),
  resolvedAt: maybe(moment),
  threads: fc.uniqueArray(
    fc.record({
      target: name,
      phase: fc.constantFrom('planned' as const, 'told' as const, 'ended' as const),
      id: maybe(fc.stringMatching(/^[a-z0-9]{1,11}:\d{1,10}\.\d{1,6}$/)),
    }),
    {
      maxLength: 5,
      selector: ({ target }) => target,
    },
  ),
  seen: maybe(fc.record({ until: moment, count: fc.integer({ min: 1, max: 1_000 }) })),
})

describe('what the marker of an issue remembers', () => {
  test('is the incident, to the last thread', () => {
    fc.assert(
      fc.property(anyIncident, (incident) => {
        const { state, about } = memoryOf(incident)
        const body = markedBody({ action: 'incident-escalator', keys: [KEY], state, about, run: '7' }, 'Text.')
        const read = readMarkedBody(body)?.marker
        expect(incidentOf(KEY, { state: read?.state ?? '', about: read?.about ?? [] })).toEqual(incident)
      }),
    )
  })

  test('is nothing at all where a word of it was changed or is missing', () => {
    const whole = memoryOf({
      dedupKey: KEY,
      place: null,
      where: null,
      teller: null,
      severity: 'high',
      state: 'acknowledged',
      openedAt: '2026-03-02T10:00:00.000Z',
      acknowledgement: { at: '2026-03-02T10:05:00.000Z', by: 'ada' },
      firstAcknowledgedAt: '2026-03-02T10:05:00.000Z',
      told: { level: 1, loops: 0, at: '2026-03-02T10:01:00.000Z' },
      silencedUntil: null,
      badRuns: 3,
      greenRuns: 0,
      resolvedAt: null,
      threads: [],
      seen: null,
    })
    expect(incidentOf(KEY, whole)).not.toBeNull()
    const damaged = [
      { ...whole, state: 'closed' },
      { ...whole, about: whole.about.filter((word) => !word.startsWith('severity')) },
      { ...whole, about: whole.about.map((word) => word.replace('severity:high', 'severity:hi')) },
      { ...whole, about: whole.about.map((word) => word.replace(/^opened:.*/, 'opened:yesterday')) },
      { ...whole, about: whole.about.map((word) => word.replace(/^told:1/, 'told:x')) },
      { ...whole, about: whole.about.map((word) => word.replace(/^bad:.*/, 'bad:-1')) },
    ]
    for (const memory of damaged) expect(incidentOf(KEY, memory)).toBeNull()
  })
})
