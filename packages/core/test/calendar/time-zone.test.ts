import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { firstMomentAt, isTimeZone, offsetMsAt, wallTimeAt } from '../../src/calendar/time-zone.js'
import { dayMs } from '../../src/model/day.js'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS

const zones = fc.constantFrom(...Intl.supportedValuesOf('timeZone'))
const moments = fc
  .integer({ min: Date.UTC(1973, 0, 1) / MINUTE_MS, max: Date.UTC(2060, 0, 1) / MINUTE_MS })
  .map((minutes) => minutes * MINUTE_MS)

/** `2026-03-29 02:30` in a zone, as the moment in UTC. */
function momentOf(zone: string, shown: string): string {
  const [day = '', time = ''] = shown.split(' ')
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  return new Date(firstMomentAt(zone, { day, timeMs: hours * HOUR_MS + minutes * MINUTE_MS })).toISOString()
}

describe('a time zone', () => {
  test.each([
    'Europe/Berlin',
    'europe/berlin',
    'UTC',
    'Asia/Kathmandu',
    'Etc/GMT+5',
    'America/Argentina/Ushuaia',
  ])('is %s', (name) => expect(isTimeZone(name)).toBe(true))

  test.each([
    'Berlin',
    '+02:00',
    'GMT+2',
    'Europe/Berlin ',
    '',
    'Z',
    'Mars/Olympus',
    'x'.repeat(100),
  ])('is not %j', (name) => expect(isTimeZone(name)).toBe(false))
})

describe('a time on the wall', () => {
  test.each([
    ['Europe/Berlin', '2026-01-15 09:00', '2026-01-15T08:00:00.000Z', 'winter'],
    ['Europe/Berlin', '2026-07-15 09:00', '2026-07-15T07:00:00.000Z', 'summer'],
    ['Europe/Berlin', '2026-03-29 02:30', '2026-03-29T01:00:00.000Z', 'left out: the jump'],
    ['Europe/Berlin', '2026-03-29 03:00', '2026-03-29T01:00:00.000Z', 'the jump itself'],
    ['Europe/Berlin', '2026-10-25 02:30', '2026-10-25T00:30:00.000Z', 'twice: the first'],
    ['Europe/Berlin', '2026-10-25 03:00', '2026-10-25T02:00:00.000Z', 'once again'],
    ['America/New_York', '2026-03-08 02:15', '2026-03-08T07:00:00.000Z', 'left out'],
    ['America/New_York', '2026-11-01 01:15', '2026-11-01T05:15:00.000Z', 'twice'],
    ['Australia/Lord_Howe', '2026-10-04 02:15', '2026-10-03T15:30:00.000Z', 'half an hour left out'],
    ['Australia/Lord_Howe', '2026-04-05 01:45', '2026-04-04T14:45:00.000Z', 'half an hour twice'],
    ['Asia/Kathmandu', '2026-05-01 00:00', '2026-04-30T18:15:00.000Z', 'a quarter of an hour'],
    ['Pacific/Apia', '2011-12-29 23:59', '2011-12-30T09:59:00.000Z', 'before the date line'],
    ['Pacific/Apia', '2011-12-30 09:00', '2011-12-30T10:00:00.000Z', 'a day that never was'],
    ['Pacific/Apia', '2011-12-31 00:00', '2011-12-30T10:00:00.000Z', 'behind it'],
    ['UTC', '2026-01-31 24:00', '2026-02-01T00:00:00.000Z', 'the next midnight'],
  ])('%s %s is %s (%s)', (zone, shown, moment) => expect(momentOf(zone, shown)).toBe(moment))

  test('is what clocks show at a moment', () => {
    expect(wallTimeAt('Asia/Kathmandu', Date.UTC(2026, 0, 1, 20, 30))).toEqual({
      day: '2026-01-02',
      timeMs: 2 * HOUR_MS + 15 * MINUTE_MS,
    })
    expect(wallTimeAt('UTC', Date.UTC(2026, 0, 1, 0, 0, 0, 7))).toEqual({ day: '2026-01-01', timeMs: 7 })
  })

  test('that clocks show has this moment, or one before that showed it first', () => {
    fc.assert(
      fc.property(zones, moments, (zone, atMs) => {
        const first = firstMomentAt(zone, wallTimeAt(zone, atMs))
        expect(first).toBeLessThanOrEqual(atMs)
        expect(wallTimeAt(zone, first)).toEqual(wallTimeAt(zone, atMs))
        expect(atMs - first).toBe(offsetMsAt(zone, first) - offsetMsAt(zone, atMs))
      }),
      { numRuns: 1000 },
    )
  })

  test('is shown at its first moment, or jumped over there, and not a second before', () => {
    const shown = fc.record({
      day: moments.map((atMs) => new Date(atMs).toISOString().slice(0, 10)),
      timeMs: fc.integer({ min: 0, max: 24 * 60 }).map((minutes) => minutes * MINUTE_MS),
    })
    fc.assert(
      fc.property(zones, shown, (zone, wanted) => {
        const atMs = firstMomentAt(zone, wanted)
        const [wantedMs, beforeMs, isMs] = [
          dayMs(wanted.day) + wanted.timeMs,
          shownMs(zone, atMs - 1),
          shownMs(zone, atMs),
        ]
        expect(beforeMs).toBeLessThan(wantedMs)
        expect(isMs).toBeGreaterThanOrEqual(wantedMs)
        if (isMs > wantedMs) expect(offsetMsAt(zone, atMs)).toBeGreaterThan(offsetMsAt(zone, atMs - 1))
      }),
      { numRuns: 1000 },
    )
  })

  test('never comes before an earlier one, on days on which clocks change', () => {
    const changes = fc.constantFrom(
      ['America/St_Johns', '2010-11-07'],
      ['America/Havana', '2025-11-02'],
      ['Africa/Cairo', '2024-10-31'],
      ['Australia/Lord_Howe', '2026-04-05'],
      ['Pacific/Apia', '2011-12-30'],
      ['Asia/Beirut', '2022-10-30'],
    )
    const minutes = fc.integer({ min: 0, max: 24 * 60 })
    fc.assert(
      fc.property(changes, minutes, minutes, ([zone = '', day = ''], one, other) => {
        const [early, late] = [Math.min(one, other), Math.max(one, other)].map((minute) =>
          firstMomentAt(zone, { day, timeMs: minute * MINUTE_MS }),
        )
        expect(early).toBeLessThanOrEqual(late ?? Number.NaN)
      }),
    )
  })
})

function shownMs(zone: string, atMs: number): number {
  return atMs + offsetMsAt(zone, atMs)
}
