import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import {
  addBusinessTime,
  type BusinessCalendar,
  holidayOn,
  isOpen,
  nextBusinessDay,
  nextOpen,
  type OpenHours,
} from '../../src/calendar/business-calendar.js'
import { wallTimeAt } from '../../src/calendar/time-zone.js'
import { addDays, weekdayOf } from '../../src/model/day.js'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const DAY_MS = 24 * HOUR_MS
const WORK: readonly OpenHours[] = [{ fromMs: 9 * HOUR_MS, toMs: 17 * HOUR_MS }]

function calendarIn(timeZone: string, given: Partial<BusinessCalendar> = {}): BusinessCalendar {
  const weekdays = { monday: WORK, tuesday: WORK, wednesday: WORK, thursday: WORK, friday: WORK }
  return { timeZone, hours: { ...weekdays, saturday: [], sunday: [] }, holidays: [], ...given }
}

function everyDay(hours: readonly OpenHours[]): BusinessCalendar['hours'] {
  return {
    monday: hours,
    tuesday: hours,
    wednesday: hours,
    thursday: hours,
    friday: hours,
    saturday: hours,
    sunday: hours,
  }
}

function iso(atMs: number | null): string | null {
  return atMs === null ? null : new Date(atMs).toISOString().slice(0, 16)
}

const ms = (text: string): number => Date.parse(`${text}:00Z`)
const berlin = calendarIn('Europe/Berlin', {
  holidays: [
    { day: '2026-12-25', name: 'Christmas Day' },
    { day: '01-01', name: 'New Year' },
  ],
})

test('a holiday is a day, or a day of every year', () => {
  expect(holidayOn(berlin, '2026-12-25')).toBe('Christmas Day')
  expect(holidayOn(berlin, '2025-12-25')).toBeNull()
  expect(holidayOn(berlin, '2031-01-01')).toBe('New Year')
})

describe('business hours', () => {
  test.each([
    ['2026-01-12T07:59', false, 'a minute too early'],
    ['2026-01-12T08:00', true, 'nine in winter'],
    ['2026-07-13T07:00', true, 'nine in summer'],
    ['2026-07-13T14:59', true, 'the last minute'],
    ['2026-07-13T15:00', false, 'the end is outside'],
    ['2026-01-10T10:00', false, 'a Saturday'],
    ['2026-12-25T10:00', false, 'a holiday on a Friday'],
    ['2027-01-01T10:00', false, 'a holiday of every year'],
  ])('at %s: %s (%s)', (at, expected) => expect(isOpen(berlin, ms(at))).toBe(expected))

  test.each([
    ['2026-01-12T10:30', '2026-01-12T10:30'],
    ['2026-01-12T05:00', '2026-01-12T08:00'],
    ['2026-03-27T16:00', '2026-03-30T07:00'],
    ['2026-12-24T16:00', '2026-12-28T08:00'],
  ])('from %s on begin at %s', (at, expected) => expect(iso(nextOpen(berlin, ms(at)))).toBe(expected))

  test('may have a break', () => {
    const hours = everyDay([
      { fromMs: 9 * HOUR_MS, toMs: 12 * HOUR_MS },
      { fromMs: 13 * HOUR_MS, toMs: 18 * HOUR_MS },
    ])
    const calendar = calendarIn('UTC', { hours })
    expect(isOpen(calendar, ms('2026-01-12T12:30'))).toBe(false)
    expect(iso(addBusinessTime(calendar, ms('2026-01-12T11:00'), 2 * HOUR_MS))).toBe('2026-01-12T14:00')
  })

  test('that nobody has never begin', () => {
    const calendar = calendarIn('UTC', { hours: everyDay([]) })
    expect(nextOpen(calendar, 0)).toBeNull()
    expect(nextBusinessDay(calendar, 0)).toBeNull()
    expect(addBusinessTime(calendar, 0, 1)).toBeNull()
  })

  test('shrink and grow with summer time', () => {
    const calendar = calendarIn('Europe/Berlin', { hours: everyDay([{ fromMs: HOUR_MS, toMs: 5 * HOUR_MS }]) })
    expect(iso(addBusinessTime(calendar, ms('2026-03-28T23:00'), 3 * HOUR_MS))).toBe('2026-03-29T03:00')
    expect(iso(addBusinessTime(calendar, ms('2026-10-24T22:00'), 5 * HOUR_MS))).toBe('2026-10-25T04:00')
  })

  test('round the clock never close, whatever clocks do', () => {
    const zones = fc.constantFrom(
      'America/St_Johns',
      'America/Havana',
      'Pacific/Apia',
      'Africa/Cairo',
      'Asia/Kathmandu',
    )
    const moments = fc.integer({ min: ms('2008-01-01T00:00') / MINUTE_MS, max: ms('2030-01-01T00:00') / MINUTE_MS })
    fc.assert(
      fc.property(zones, moments, (zone, minutes) => {
        const calendar = calendarIn(zone, { hours: everyDay([{ fromMs: 0, toMs: DAY_MS }]) })
        expect(isOpen(calendar, minutes * MINUTE_MS)).toBe(true)
        expect(addBusinessTime(calendar, minutes * MINUTE_MS, DAY_MS)).toBe(minutes * MINUTE_MS + DAY_MS)
      }),
    )
  })
})

describe('the next business day', () => {
  test.each([
    ['2026-01-12T10:00', '2026-01-13T08:00', 'on a Monday'],
    ['2026-01-12T02:00', '2026-01-13T08:00', 'before business begins'],
    ['2026-01-11T23:30', '2026-01-13T08:00', 'Monday already, in Berlin'],
    ['2026-01-16T10:00', '2026-01-19T08:00', 'on a Friday'],
    ['2026-03-28T10:00', '2026-03-30T07:00', 'over the change to summer time'],
    ['2026-12-24T10:00', '2026-12-28T08:00', 'before a holiday and a weekend'],
  ])('of %s begins at %s (%s)', (at, expected) => expect(iso(nextBusinessDay(berlin, ms(at)))).toBe(expected))

  test('is ahead even where clocks go back over midnight, and show yesterday for an hour more', () => {
    // At 00:01 of November 7, 02:31 UTC, clocks went back to 23:01 of November 6.
    const stJohns = calendarIn('America/St_Johns', { hours: everyDay([{ fromMs: 0, toMs: DAY_MS }]) })
    expect(iso(nextBusinessDay(stJohns, ms('2010-11-07T02:29')))).toBe('2010-11-07T02:30')
    expect(iso(nextBusinessDay(stJohns, ms('2010-11-07T02:45')))).toBe('2010-11-08T03:30')
  })

  test('is no day that never was', () => {
    const apia = calendarIn('Pacific/Apia', { hours: everyDay(WORK) })
    expect(iso(nextBusinessDay(apia, ms('2011-12-29T20:00')))).toBe('2011-12-30T19:00')
  })
})

const zones = fc.constantFrom(...Intl.supportedValuesOf('timeZone'))
const moments = fc
  .integer({ min: ms('1990-01-01T00:00') / MINUTE_MS, max: ms('2050-01-01T00:00') / MINUTE_MS })
  .map((minutes) => minutes * MINUTE_MS)

describe('in any zone and year', () => {
  test('the next opening is open, not earlier, and nothing is open before', () => {
    fc.assert(
      fc.property(zones, moments, fc.nat(1000), (zone, atMs, permille) => {
        const calendar = calendarIn(zone)
        const opens = nextOpen(calendar, atMs) ?? Number.NaN
        expect(opens).toBeGreaterThanOrEqual(atMs)
        expect(isOpen(calendar, opens)).toBe(true)
        const between = atMs + Math.floor(((opens - atMs) * permille) / 1000)
        if (between < opens) expect(isOpen(calendar, between)).toBe(false)
      }),
    )
  })

  test('business time adds up, and at its end business was open until then', () => {
    const durations = fc.integer({ min: 1, max: 30 * 60 }).map((minutes) => minutes * MINUTE_MS)
    fc.assert(
      fc.property(zones, moments, durations, durations, (zone, atMs, first, second) => {
        const calendar = calendarIn(zone, { holidays: berlin.holidays })
        const half = addBusinessTime(calendar, atMs, first) ?? Number.NaN
        expect(isOpen(calendar, half - 1)).toBe(true)
        expect(addBusinessTime(calendar, half, second)).toBe(addBusinessTime(calendar, atMs, first + second))
      }),
    )
  })

  test('the next business day is a later day, a workday, at nine', () => {
    fc.assert(
      fc.property(zones, moments, (zone, atMs) => {
        const next = wallTimeAt(zone, nextBusinessDay(calendarIn(zone), atMs) ?? Number.NaN)
        const today = wallTimeAt(zone, atMs).day
        expect(next.timeMs).toBe(9 * HOUR_MS)
        expect(next.day > today).toBe(true)
        expect(next.day <= addDays(today, 4)).toBe(true)
        expect(['saturday', 'sunday']).not.toContain(weekdayOf(next.day))
      }),
    )
  })
})
