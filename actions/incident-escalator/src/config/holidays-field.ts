import type { Holiday } from '@testwarden/core/calendar/business-calendar'
import type { Field } from '@testwarden/core/config/field'
import type { ParsedEntry } from '@testwarden/core/config/fields/entry-list'
import { entryMap } from '@testwarden/core/config/fields/entry-map'
import type { FieldDetails } from '@testwarden/core/config/fields/field-details'
import { isDay } from '@testwarden/core/model/day'

/** The 29th of February is a day of every year too, though not every year has it. */
const LEAP_YEAR = '2024'

/** Days that are no business days, by day, with what they are called. */
export function holidays(
  details: Omit<FieldDetails<readonly Holiday[]>, 'fallback' | 'input'>,
): Field<readonly Holiday[]> {
  return entryMap(
    { ...details, toText: (all) => all.map(({ day, name }) => `${day} ${name}`).join(', ') || 'none' },
    {
      expected: 'holidays as `2026-12-25: Christmas Day`, or `12-25: Christmas Day` for every year',
      maxEntries: 500,
      names: { pattern: '^(\\d{4}-)?\\d\\d-\\d\\d$' },
      entry: { type: 'string', pattern: '\\S' },
      parse: parseHoliday,
    },
  )
}

function parseHoliday(day: string, name: unknown): ParsedEntry<Holiday> {
  if (!isDay(day.length === 5 ? `${LEAP_YEAR}-${day}` : day))
    return { ok: false, fault: { message: `${JSON.stringify(day.slice(0, 40))} is no day.` } }
  if (typeof name !== 'string' || name.trim() === '')
    return { ok: false, fault: { message: `The holiday ${day} has no name.` } }
  return { ok: true, value: { day, name: name.trim() } }
}
