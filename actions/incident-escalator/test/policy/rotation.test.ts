import { describe, expect, test } from '@jest/globals'
import { firstMomentAt, wallTimeAt } from '@testwarden/core/calendar/time-zone'
import { addDays } from '@testwarden/core/model/day'
import fc from 'fast-check'
import { emptyDuties } from '../../src/policy/empty-duties.js'
import {
  type Absence,
  dutyDayAt,
  HANDOVERS,
  type OnCall,
  onCall,
  onCallOf,
  type Rotation,
} from '../../src/policy/rotation.js'

const HOUR_MS = 60 * 60_000

const weekly: Rotation = {
  name: 'on-call',
  members: ['ada', 'grace', 'linus'],
  since: '2026-01-05',
  handover: 'weekly',
  handoverMs: 9 * HOUR_MS,
  timeZone: 'Europe/Berlin',
  absences: [],
}

const ms = (text: string): number => Date.parse(`${text}:00Z`)
const whoAt = (rotation: Rotation, at: string): string => nameOf(onCall(rotation, ms(at)))

function nameOf(duty: OnCall): string {
  return duty.kind === 'member' ? duty.who : duty.reason
}

describe('a weekly rotation', () => {
  test.each([
    ['2026-01-05T07:59', 'not-begun'],
    ['2026-01-05T08:00', 'ada'],
    ['2026-01-12T07:59', 'ada'],
    ['2026-01-12T08:00', 'grace'],
    ['2026-01-19T08:00', 'linus'],
    ['2026-01-26T08:00', 'ada'],
    ['2026-03-30T06:59', 'linus'],
    ['2026-03-30T07:00', 'ada'],
  ])('has at %s: %s', (at, who) => expect(whoAt(weekly, at)).toBe(who))

  test('skips the absent, from the handover before the absence to the one behind it', () => {
    const rotation = { ...weekly, absences: [{ who: 'Ada', from: '2026-01-07', to: '2026-01-08' }] }
    expect(whoAt(rotation, '2026-01-06T07:59')).toBe('ada')
    expect(onCall(rotation, ms('2026-01-06T08:00'))).toEqual({ kind: 'member', who: 'grace', insteadOf: ['ada'] })
    expect(whoAt(rotation, '2026-01-09T07:59')).toBe('grace')
    expect(whoAt(rotation, '2026-01-09T08:00')).toBe('ada')
    expect(whoAt(rotation, '2026-01-12T08:00')).toBe('grace')
  })

  test('skips one absent member after the other, and has nobody when all are', () => {
    const absences = ['ada', 'grace'].map((who) => ({ who, from: '2026-01-05', to: '2026-01-11' }))
    expect(onCall({ ...weekly, absences }, ms('2026-01-06T12:00'))).toEqual({
      kind: 'member',
      who: 'linus',
      insteadOf: ['ada', 'grace'],
    })
    const all = [...absences, { who: 'linus', from: '2026-01-07', to: '2026-01-07' }]
    expect(whoAt({ ...weekly, absences: all }, '2026-01-06T12:00')).toBe('all-absent')
    expect(emptyDuties({ ...weekly, absences: all }, ms('2026-01-05T12:00'))).toEqual({
      from: '2026-01-06',
      to: '2026-01-07',
    })
    expect(emptyDuties({ ...weekly, absences: all }, ms('2026-01-07T12:00'))).toEqual({
      from: '2026-01-07',
      to: '2026-01-07',
    })
    expect(emptyDuties({ ...weekly, absences: all }, ms('2026-01-08T12:00'))).toBeNull()
  })
})

describe('other rotations', () => {
  test('hand over daily', () => {
    const daily: Rotation = { ...weekly, handover: 'daily' }
    expect(['05', '06', '07', '08'].map((day) => whoAt(daily, `2026-01-${day}T08:00`))).toEqual([
      'ada',
      'grace',
      'linus',
      'ada',
    ])
  })

  test('hand over monthly, on the last day where a month is too short', () => {
    const monthly: Rotation = { ...weekly, handover: 'monthly', since: '2026-01-31', timeZone: 'UTC' }
    expect(whoAt(monthly, '2026-02-28T08:59')).toBe('ada')
    expect(whoAt(monthly, '2026-02-28T09:00')).toBe('grace')
    expect(whoAt(monthly, '2026-03-31T08:59')).toBe('grace')
    expect(whoAt(monthly, '2026-03-31T09:00')).toBe('linus')
    expect(whoAt(monthly, '2026-04-30T09:00')).toBe('ada')
    expect(whoAt(monthly, '2026-01-31T08:59')).toBe('not-begun')
  })

  test('hand over once where clocks go back over midnight', () => {
    // At 00:01 of November 7, 02:31 UTC, clocks went back to 23:01 of November 6.
    const daily = { handover: 'daily', since: '2010-11-05', handoverMs: 0, timeZone: 'America/St_Johns' } as const
    const rotation: Rotation = { ...weekly, ...daily }
    expect(['2010-11-07T02:29', '2010-11-07T02:30', '2010-11-07T02:45'].map((at) => whoAt(rotation, at))).toEqual([
      'grace',
      'linus',
      'linus',
    ])
  })

  test('may have nobody from their first day on', () => {
    const absences = weekly.members.map((who) => ({ who, from: '2025-12-01', to: '2026-01-07' }))
    expect(emptyDuties({ ...weekly, absences }, ms('2025-12-15T12:00'))).toEqual({
      from: '2026-01-05',
      to: '2026-01-07',
    })
  })

  test('that hand over at midnight leave an absent member nothing but the absence', () => {
    const midnight: Rotation = {
      ...weekly,
      handoverMs: 0,
      timeZone: 'UTC',
      absences: [{ who: 'ada', from: '2026-01-07', to: '2026-01-07' }],
    }
    expect(whoAt(midnight, '2026-01-06T23:59')).toBe('ada')
    expect(whoAt(midnight, '2026-01-07T12:00')).toBe('grace')
    expect(whoAt(midnight, '2026-01-08T00:00')).toBe('ada')
  })
})

const days = fc.integer({ min: 0, max: 3000 }).map((days) => addDays('2006-01-01', days))
const people = ['ada', 'grace', 'linus', 'margaret']
const absences: fc.Arbitrary<readonly Absence[]> = fc.array(
  fc.record({ who: fc.constantFrom(...people), from: days, length: fc.nat(40) }).map(({ who, from, length }) => ({
    who,
    from,
    to: addDays(from, length),
  })),
  { maxLength: 60 },
)
const rotations: fc.Arbitrary<Rotation> = fc.record({
  name: fc.constant('on-call'),
  members: fc.shuffledSubarray(people, { minLength: 1 }),
  since: days,
  handover: fc.constantFrom(...HANDOVERS),
  handoverMs: fc.integer({ min: 0, max: 24 * 60 - 1 }).map((minutes) => minutes * 60_000),
  timeZone: fc.constantFrom(
    'Europe/Berlin',
    'America/New_York',
    'Australia/Lord_Howe',
    'Asia/Kathmandu',
    'Pacific/Apia',
    'America/St_Johns',
  ),
  absences,
})
const moments = fc
  .integer({ min: ms('2006-01-02T00:00') / 60_000, max: ms('2016-01-01T00:00') / 60_000 })
  .map((minutes) => minutes * 60_000)

describe('at any moment', () => {
  test('a member is on call who is not absent, unless all are or it has not begun', () => {
    fc.assert(
      fc.property(rotations, moments, (rotation, atMs) => {
        const duty = onCall(rotation, atMs)
        const { day } = wallTimeAt(rotation.timeZone, atMs)
        const isAway = (who: string): boolean =>
          rotation.absences.some((absence) => absence.who === who && absence.from <= day && absence.to >= day)
        if (duty.kind === 'nobody') return
        expect(rotation.members).toContain(duty.who)
        expect(isAway(duty.who)).toBe(false)
      }),
      { numRuns: 300 },
    )
  })

  test('without absences each has a turn of the same length, and nobody is missing', () => {
    fc.assert(
      fc.property(rotations, fc.integer({ min: 1, max: 400 }), (rotation, day) => {
        const quiet = { ...rotation, absences: [], handover: 'daily' } as const
        const atMs = firstMomentAt(quiet.timeZone, { day: addDays(quiet.since, day), timeMs: quiet.handoverMs })
        expect(onCall(quiet, atMs)).toEqual({
          kind: 'member',
          who: quiet.members[day % quiet.members.length],
          insteadOf: [],
        })
      }),
    )
  })

  test('it changes at the hour of a handover and at no other', () => {
    fc.assert(
      fc.property(rotations, moments, (rotation, atMs) => {
        const { timeZone, handoverMs } = rotation
        const { day } = wallTimeAt(timeZone, atMs)
        const handovers = [-1, 0, 1, 2].map((later) =>
          firstMomentAt(timeZone, { day: addDays(day, later), timeMs: handoverMs }),
        )
        const last = Math.max(...handovers.filter((moment) => moment <= atMs))
        const next = Math.min(...handovers.filter((moment) => moment > atMs))
        expect(onCall(rotation, last)).toEqual(onCall(rotation, atMs))
        expect(onCall(rotation, next - 1)).toEqual(onCall(rotation, atMs))
      }),
      { numRuns: 200 },
    )
  })

  test('the foreseen time without anybody is the first one', () => {
    const seldomThere = rotations.map((rotation) => ({ ...rotation, members: rotation.members.slice(0, 2) }))
    fc.assert(
      fc.property(seldomThere, moments, (rotation, atMs) => {
        const today = dutyDayAt(rotation, atMs)
        const year = Array.from({ length: 366 }, (_, day) => addDays(today, day))
        const isEmpty = (day: string): boolean => nameOf(onCallOf(rotation, day)) === 'all-absent'
        const first = year.find(isEmpty)
        const empty = emptyDuties(rotation, atMs)
        expect(empty?.from).toBe(first)
        if (empty !== null) expect(isEmpty(empty.to) && !isEmpty(addDays(empty.to, 1))).toBe(true)
      }),
    )
  })
})
