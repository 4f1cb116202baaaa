import { describe, expect, test } from '@jest/globals'
import { SEVERITIES } from '@testwarden/core/model/severity'
import fc from 'fast-check'
import type { Incident } from '../../src/incident/incident.js'
import { advance, openIncident, type Signs } from '../../src/life/advance.js'
import type { Deed } from '../../src/life/deed.js'
import { incidentOf, minute, RULES, START, signsOf } from './kit.js'

const ORIGIN = { dedupKey: 'inc-1', place: null, where: null, teller: null }

const kindsOf = (incident: Incident, signs: Partial<Signs>) =>
  advance(incident, signsOf(signs), RULES).transitions.map(({ kind }) => kind)

describe('an incident', () => {
  test('opens at once where it is critical, and with the second bad run otherwise', () => {
    const open = (severity: 'critical' | 'high', badRuns: number) =>
      openIncident(ORIGIN, signsOf({ severity, badRuns, badSince: minute(-30) }), RULES)
    expect(open('critical', 1)?.incident).toMatchObject({ state: 'open', severity: 'critical', openedAt: minute(-30) })
    expect(open('high', 1)).toBeNull()
    expect(open('high', 2)?.transitions).toEqual([{ kind: 'opened', at: START, severity: 'high' }])
  })

  test('does not open by a green run, nor by one that tells nothing', () => {
    expect(openIncident(ORIGIN, signsOf({ greenRuns: 1 }), RULES)).toBeNull()
    expect(openIncident(ORIGIN, signsOf(), RULES)).toBeNull()
  })

  test('ends with the second green run in a row, and tells since when', () => {
    expect(kindsOf(incidentOf(), { greenRuns: 1 })).toEqual([])
    const { incident, transitions } = advance(incidentOf(), signsOf({ greenRuns: 2, now: minute(90) }), RULES)
    expect(transitions).toEqual([{ kind: 'resolved', at: minute(90), by: null }])
    expect(incident).toMatchObject({ state: 'resolved', resolvedAt: minute(90), greenRuns: 2, badRuns: 0 })
  })

  test('that flaps is one incident: one green run between bad ones changes nothing', () => {
    expect(kindsOf(incidentOf({ greenRuns: 1, badRuns: 0 }), { badRuns: 1, severity: 'high' })).toEqual([])
  })

  test('reopens with as many bad runs as it opens with, and tells everybody anew', () => {
    const ended = incidentOf({ state: 'resolved', resolvedAt: minute(1), told: { level: 1, loops: 0, at: START } })
    expect(kindsOf(ended, { badRuns: 1, severity: 'high' })).toEqual([])
    const { incident, transitions } = advance(ended, signsOf({ badRuns: 2, severity: 'high' }), RULES)
    expect(transitions).toEqual([{ kind: 'reopened', at: START, by: null }])
    expect(incident).toMatchObject({ state: 'open', openedAt: START, told: null, resolvedAt: null })
  })

  test('that becomes worse goes on behind whom it told last; one that becomes better stays what it was', () => {
    const told = incidentOf({ told: { level: 1, loops: 0, at: START } })
    const worse = advance(told, signsOf({ badRuns: 3, severity: 'critical' }), RULES)
    expect(worse.transitions).toEqual([{ kind: 'worsened', at: START, from: 'high', to: 'critical' }])
    expect(worse.incident).toMatchObject({ severity: 'critical', told: { level: 1 } })
    expect(kindsOf(told, { badRuns: 3, severity: 'low' })).toEqual([])
  })

  test('whose acknowledgement expires is open again, and goes on where it stood', () => {
    const seen = incidentOf({
      state: 'acknowledged',
      acknowledgement: { at: START, by: 'ada' },
      told: { level: 0, loops: 0, at: START },
    })
    expect(kindsOf(seen, { now: minute(8 * 60 - 1) })).toEqual([])
    const { incident, transitions } = advance(seen, signsOf({ now: minute(8 * 60) }), RULES)
    expect(transitions).toEqual([{ kind: 'acknowledgement-expired', at: minute(8 * 60), by: 'ada' }])
    expect(incident).toMatchObject({ state: 'open', acknowledgement: null, told: { level: 0 } })
  })
})

describe('a person', () => {
  const by = { at: minute(5), by: 'ada' }

  test('acknowledges once, whoever else does so after', () => {
    const deeds: readonly Deed[] = [
      { kind: 'acknowledge', ...by },
      { kind: 'acknowledge', at: minute(6), by: 'grace' },
    ]
    const seen = { until: minute(6), count: 1 }
    const { incident, transitions } = advance(incidentOf(), signsOf({ deeds, seen, now: minute(7) }), RULES)
    expect(transitions).toEqual([{ kind: 'acknowledged', ...by }])
    expect(incident).toMatchObject({ state: 'acknowledged', acknowledgement: by, seen })
  })

  test('resolves what goes on failing: it reopens by bad runs, as any other', () => {
    const { incident } = advance(incidentOf(), signsOf({ deeds: [{ kind: 'resolve', ...by }], now: minute(7) }), RULES)
    expect(incident).toMatchObject({ state: 'resolved', resolvedAt: by.at })
    expect(kindsOf(incident, { badRuns: 3, severity: 'high', now: minute(60) })).toEqual(['reopened'])
  })

  test('silences for a while', () => {
    const silence: Deed = { kind: 'silence', ...by, until: minute(60), reason: 'deploy' }
    const { incident, transitions } = advance(incidentOf(), signsOf({ deeds: [silence], now: minute(7) }), RULES)
    expect(incident.silencedUntil).toBe(minute(60))
    expect(transitions).toEqual([{ ...silence, kind: 'silenced' }])
  })

  test('who does what is done already changes nothing', () => {
    const ended = incidentOf({ state: 'resolved', resolvedAt: START })
    for (const kind of ['acknowledge', 'give-back', 'resolve', 'push-on'] as const)
      expect(kindsOf(ended, { deeds: [{ kind, ...by }] })).toEqual([])
    expect(kindsOf(incidentOf(), { deeds: [{ kind: 'reopen', ...by }] })).toEqual([])
    expect(kindsOf(incidentOf(), { deeds: [{ kind: 'give-back', ...by }] })).toEqual([])
  })
})

const kinds = ['acknowledge', 'give-back', 'resolve', 'reopen', 'push-on'] as const
const anyDeed: fc.Arbitrary<Deed> = fc.record({
  kind: fc.constantFrom(...kinds),
  by: fc.constant('ada'),
  at: fc.constant(START),
})
const anySigns: fc.Arbitrary<Partial<Signs>> = fc
  .record({
    deeds: fc.array(anyDeed, { maxLength: 4 }),
    run: fc.constantFrom('bad', 'green', 'none'),
    count: fc.integer({ min: 1, max: 4 }),
    severity: fc.constantFrom(...SEVERITIES),
  })
  .map(({ deeds, run, count, severity }) => ({
    deeds,
    badRuns: run === 'bad' ? count : 0,
    greenRuns: run === 'green' ? count : 0,
    severity: run === 'bad' ? severity : null,
  }))

test('whatever happens: resolved has a moment, acknowledged a person, and severity never falls while it lasts', () => {
  fc.assert(
    fc.property(fc.array(anySigns, { maxLength: 12 }), (life) => {
      let incident = incidentOf()
      for (const [at, signs] of life.entries()) {
        const before = incident
        const step = advance(before, signsOf({ ...signs, now: minute(at * 10) }), RULES)
        incident = step.incident
        expect(incident.state === 'resolved').toBe(incident.resolvedAt !== null)
        if (incident.state === 'acknowledged') expect(incident.acknowledgement).not.toBeNull()
        const isAnew = step.transitions.some(({ kind }) => kind === 'reopened')
        if (!isAnew)
          expect(SEVERITIES.indexOf(incident.severity)).toBeLessThanOrEqual(SEVERITIES.indexOf(before.severity))
        // A state never changes without a turn that tells of it.
        if (incident.state !== before.state) expect(step.transitions).not.toEqual([])
      }
    }),
  )
})
