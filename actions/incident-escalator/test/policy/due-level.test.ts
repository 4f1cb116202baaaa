import { describe, expect, test } from '@jest/globals'
import { SEVERITIES, type Severity } from '@testwarden/core/model/severity'
import fc from 'fast-check'
import { type DueLevel, dueLevel, nextLevel } from '../../src/policy/due-level.js'
import { type EscalationPolicy, pathOf } from '../../src/policy/escalation-policy.js'
import type { IncidentClock } from '../../src/policy/incident-clock.js'
import type { Timer } from '../../src/policy/timer.js'
import { clockOf, levelOf, policyOf } from './kit.js'

/** A time on the Monday on which all incidents here begin, or with a day in front, `13 09:00`. */
function at(time: string): string {
  const [day = '12', clock = time] = time.includes(' ') ? time.split(' ') : []
  return `2026-01-${day}T${clock}:00.000Z`
}

const told = (level: number, time: string, loops = 0) => ({ level, loops, at: at(time) })
const QUIET = { due: null, missed: [], nextAt: null, heldBy: null, isExhausted: false, isAcknowledgementExpired: false }
const [DEVELOPER, QA, LEAD, SECURITY] = [0, 1, 2, 3]

/** What runs at these times tell, `time level/loops`, each having written down what the one before told. */
function tellings(policy: EscalationPolicy, start: IncidentClock, times: readonly string[]): readonly string[] {
  let clock = start
  return times.flatMap((time) => {
    const { due, isExhausted } = dueLevel(policy, clock, at(time))
    if (due === null) return isExhausted ? [`${time} exhausted`] : []
    clock = { ...clock, told: { level: due.level, loops: due.loops, at: at(time) } }
    return [`${time} ${policy.levels[due.level]?.name}/${due.loops}`]
  })
}

describe('the assumed policy', () => {
  const cases: readonly [Severity, readonly number[]][] = [
    ['critical', [DEVELOPER, LEAD, SECURITY]],
    ['high', [DEVELOPER, LEAD]],
    ['medium', [DEVELOPER, QA]],
    ['low', [DEVELOPER]],
  ]
  test.each(cases)('has the path of the matrix for %s', (severity, path) =>
    expect(pathOf(policyOf(), severity)).toEqual(path))

  test.each([
    ['critical', '10:15'],
    ['high', '11:00'],
    ['medium', '14:00'],
    ['low', '13 09:00'],
  ] as const)('tells the developer of a %s incident at once, and gives time until %s', (severity, next) => {
    expect(dueLevel(policyOf(), clockOf({ severity }), at('10:00'))).toEqual({
      ...QUIET,
      due: { level: DEVELOPER, loops: 0, at: at('10:00') },
      nextAt: at(next),
    })
  })

  test('in time tells each level, three times in all, and then nothing more', () => {
    const quarters = ['10', '11', '12'].flatMap((hour) => ['00', '15', '30', '45'].map((minute) => `${hour}:${minute}`))
    expect(tellings(policyOf(), clockOf(), quarters)).toEqual([
      '10:00 developer/0',
      '10:15 team lead/0',
      '10:30 security team/0',
      '10:45 developer/1',
      '11:00 team lead/1',
      '11:15 security team/1',
      '11:30 developer/2',
      '11:45 team lead/2',
      '12:00 security team/2',
      '12:15 exhausted',
      '12:30 exhausted',
      '12:45 exhausted',
    ])
  })
})

describe('a sweep that comes late', () => {
  test('tells the one level that is due, and says which were missed', () => {
    expect(dueLevel(policyOf(), clockOf({ told: told(DEVELOPER, '10:00') }), at('13:00'))).toEqual({
      ...QUIET,
      due: { level: SECURITY, loops: 0, at: at('10:30') },
      missed: [{ level: LEAD, loops: 0, at: at('10:15') }],
      nextAt: at('13:15'),
    })
  })

  test('begins each round with its first level', () => {
    expect(dueLevel(policyOf(), clockOf(), at('20:00'))).toMatchObject({ due: { level: DEVELOPER }, missed: [] })
    expect(tellings(policyOf({ repeat: 1 }), clockOf(), ['10:00', '11:00', '12:00', '13:00', '14:00'])).toEqual([
      '10:00 developer/0',
      '11:00 security team/0',
      '12:00 developer/1',
      '13:00 security team/1',
      '14:00 exhausted',
    ])
  })
})

describe('what is held up', () => {
  const acknowledged = clockOf({
    state: 'acknowledged',
    told: told(DEVELOPER, '10:00'),
    acknowledgement: { at: at('10:05') },
  })

  test('by an acknowledgement waits until that expires', () => {
    expect(dueLevel(policyOf(), acknowledged, at('18:04'))).toEqual({
      ...QUIET,
      nextAt: at('18:05'),
      heldBy: 'acknowledgement',
    })
  })

  test('goes on with the next level when it has expired', () => {
    expect(dueLevel(policyOf(), acknowledged, at('18:05'))).toEqual({
      ...QUIET,
      due: { level: LEAD, loops: 0, at: at('18:05') },
      nextAt: at('18:20'),
      isAcknowledgementExpired: true,
    })
  })

  test('and expires before the next level is due is said then', () => {
    const policy = policyOf({ ackTimeoutMs: 60 * 60_000 })
    const low = { ...acknowledged, severity: 'low', told: told(DEVELOPER, '10:00') } as const
    expect(dueLevel(policy, low, at('10:30')).nextAt).toBe(at('11:05'))
    expect(dueLevel(policy, low, at('11:05'))).toMatchObject({
      due: null,
      heldBy: null,
      isAcknowledgementExpired: true,
      nextAt: at('13 09:00'),
    })
  })

  test('by a silence waits, and nobody is passed over for it', () => {
    const silenced = clockOf({ told: told(DEVELOPER, '10:00'), silencedUntil: at('13:00') })
    expect(dueLevel(policyOf(), silenced, at('12:59'))).toEqual({ ...QUIET, nextAt: at('13:00'), heldBy: 'silence' })
    expect(dueLevel(policyOf(), silenced, at('13:01'))).toMatchObject({
      due: { level: LEAD, at: at('13:00') },
      missed: [],
    })
  })

  test('by both waits for the later one', () => {
    const both = { ...acknowledged, silencedUntil: at('20:00') }
    expect(dueLevel(policyOf(), both, at('19:00'))).toMatchObject({
      due: null,
      heldBy: 'silence',
      isAcknowledgementExpired: true,
      nextAt: at('20:00'),
    })
  })

  test('by an acknowledgement of which nobody knows the moment expires too', () => {
    const forgotten = { ...acknowledged, acknowledgement: null }
    expect(dueLevel(policyOf(), forgotten, at('18:00')).isAcknowledgementExpired).toBe(true)
  })
})

describe('nobody is told', () => {
  test('of what is resolved', () => {
    expect(dueLevel(policyOf(), clockOf({ state: 'resolved' }), at('20:00'))).toEqual(QUIET)
  })

  test('where no level is for the severity', () => {
    const policy = policyOf({ levels: [levelOf('lead', { severities: ['critical'] })] })
    expect(dueLevel(policy, clockOf({ severity: 'low' }), at('20:00'))).toEqual(QUIET)
    expect(nextLevel(policy, clockOf({ severity: 'low' }))).toBeNull()
  })

  test('behind the first level where the timer never comes', () => {
    const policy = policyOf({ timers: { ...policyOf().timers, critical: { kind: 'never' } } })
    expect(dueLevel(policy, clockOf(), at('10:00'))).toMatchObject({ due: { level: DEVELOPER }, nextAt: null })
    expect(dueLevel(policy, clockOf({ told: told(DEVELOPER, '10:00') }), at('20:00'))).toEqual(QUIET)
  })
})

describe('an incident that becomes worse', () => {
  test('goes on with those who were not told yet', () => {
    const clock = clockOf({ severity: 'critical', told: told(QA, '10:00') })
    expect(nextLevel(policyOf(), clock)).toEqual({ level: LEAD, loops: 0 })
  })

  test('begins again where its level is unknown to the worse path, and no round counts for it', () => {
    const levels = [levelOf('lead', { severities: ['critical'] }), levelOf('QA', { severities: ['medium'] })]
    const clock = clockOf({ severity: 'critical', told: told(1, '10:00') })
    expect(nextLevel(policyOf({ levels, repeat: 0 }), clock)).toEqual({ level: 0, loops: 0 })
  })
})

const MINUTE_MS = 60_000
const timers: fc.Arbitrary<Timer> = fc.oneof(
  fc.record({
    kind: fc.constant('time' as const),
    durationMs: fc.integer({ min: 1, max: 600 }).map((m) => m * MINUTE_MS),
  }),
  fc.record({
    kind: fc.constant('business-time' as const),
    durationMs: fc.integer({ min: 1, max: 600 }).map((m) => m * MINUTE_MS),
  }),
  fc.constant({ kind: 'next-business-day' as const }),
)
const policies = fc
  .record({
    levels: fc.array(
      fc.subarray([...SEVERITIES], { minLength: 1 }).map((severities) => levelOf('level', { severities })),
      { minLength: 1, maxLength: 5 },
    ),
    timers: fc.record({ critical: timers, high: timers, medium: timers, low: timers }),
    repeat: fc.nat(3),
    ackTimeoutMs: fc.integer({ min: 1, max: 1000 }).map((minutes) => minutes * MINUTE_MS),
  })
  .map(policyOf)
const steps = fc.array(fc.integer({ min: 1, max: 3000 }), { minLength: 1, maxLength: 60 })
const severities = fc.constantFrom(...SEVERITIES)

/** Runs after so many minutes each, every one of which tells what is due. */
function sweeps(policy: EscalationPolicy, start: IncidentClock, minutes: readonly number[]): readonly Swept[] {
  let [clock, nowMs] = [start, Date.parse(start.openedAt)]
  return minutes.map((step) => {
    nowMs += step * MINUTE_MS
    const now = new Date(nowMs).toISOString()
    const answer = dueLevel(policy, clock, now)
    const before = clock
    if (answer.due !== null) clock = { ...clock, told: { level: answer.due.level, loops: answer.due.loops, at: now } }
    return { now, before, after: clock, answer }
  })
}

interface Swept {
  readonly now: string
  readonly before: IncidentClock
  readonly after: IncidentClock
  readonly answer: DueLevel
}

describe('whatever the policy and however late the runs', () => {
  test('asked twice it says the same; asked after it was told, nothing', () => {
    fc.assert(
      fc.property(policies, severities, steps, (policy, severity, minutes) => {
        for (const { now, before, after, answer } of sweeps(policy, clockOf({ severity }), minutes)) {
          expect(dueLevel(policy, before, now)).toEqual(answer)
          if (answer.due === null) continue
          expect(dueLevel(policy, after, now)).toMatchObject({ due: null, missed: [], nextAt: answer.nextAt })
        }
      }),
    )
  })

  test('levels rise within a round, rounds are counted, and there are no more than the policy has', () => {
    fc.assert(
      fc.property(policies, severities, steps, (policy, severity, minutes) => {
        const path = pathOf(policy, severity)
        const all = sweeps(policy, clockOf({ severity }), minutes).flatMap(({ answer }) => answer.due ?? [])
        const places = all.map(({ level, loops }) => loops * path.length + path.indexOf(level))
        expect(places).toEqual([...new Set(places)].sort((left, right) => left - right))
        expect(all.every(({ level, loops }) => path.includes(level) && loops <= policy.repeat)).toBe(true)
        expect(all.filter(({ level }) => level === path[0]).map(({ loops }) => loops)).toEqual([
          ...new Set(all.map(({ loops }) => loops)),
        ])
      }),
    )
  })

  test('nothing is due before the moment that was said, and something is at it', () => {
    fc.assert(
      fc.property(policies, severities, steps, (policy, severity, minutes) => {
        for (const { after, answer } of sweeps(policy, clockOf({ severity }), minutes)) {
          if (answer.nextAt === null) continue
          const justBefore = new Date(Date.parse(answer.nextAt) - 1).toISOString()
          expect(dueLevel(policy, after, justBefore)).toMatchObject({ due: null, isExhausted: false })
          const then = dueLevel(policy, after, answer.nextAt)
          expect(then.due !== null || then.isExhausted).toBe(true)
        }
      }),
    )
  })

  test('while somebody has acknowledged or silenced it nobody is told', () => {
    fc.assert(
      fc.property(policies, severities, steps, fc.nat(5000), (policy, severity, minutes, held) => {
        const openedMs = Date.parse(clockOf().openedAt)
        const silencedUntil = new Date(openedMs + held * MINUTE_MS).toISOString()
        const acknowledgement = { at: new Date(openedMs).toISOString() }
        const untilMs = Math.max(openedMs + policy.ackTimeoutMs, Date.parse(silencedUntil))
        const start = clockOf({ severity, silencedUntil, state: 'acknowledged', acknowledgement })
        for (const { now, answer } of sweeps(policy, start, minutes)) {
          const isHeld = Date.parse(now) < untilMs
          if (isHeld) expect(answer.due).toBeNull()
          expect(answer.heldBy === null).toBe(!isHeld || pathOf(policy, severity).length === 0)
        }
      }),
    )
  })
})
