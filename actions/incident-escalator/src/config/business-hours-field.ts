import type { BusinessCalendar, OpenHours } from '@testwarden/core/calendar/business-calendar'
import type { Field, InnerFault, Parsed } from '@testwarden/core/config/field'
import type { FieldDetails } from '@testwarden/core/config/fields/field-details'
import { isMapping } from '@testwarden/core/config/layer'
import { WEEKDAYS, type Weekday } from '@testwarden/core/model/day'
import { parseTimeOfDay, TIME_OF_DAY, timeOfDayText } from './time-of-day.js'

type Hours = BusinessCalendar['hours']

const HOUR_MS = 60 * 60_000
const WORK: readonly OpenHours[] = [{ fromMs: 9 * HOUR_MS, toMs: 17 * HOUR_MS }]
const ASSUMED: Hours = {
  monday: WORK,
  tuesday: WORK,
  wednesday: WORK,
  thursday: WORK,
  friday: WORK,
  saturday: [],
  sunday: [],
}

const NAMES: readonly string[] = WEEKDAYS
const DAY_NAMES = WEEKDAYS.join('|')
const DAYS = new RegExp(`^(${DAY_NAMES})(?:-(${DAY_NAMES}))?$`)
const RANGE = `(${TIME_OF_DAY})\\s*-\\s*(${TIME_OF_DAY})`
const RANGES = `^\\s*${RANGE}(\\s*,\\s*${RANGE})*\\s*$`
const EXPECTED = 'days with their hours, such as `monday-friday: 09:00-17:00`'

/** Business hours by weekday, as clocks of the section's time zone show them. Days that nobody writes are free. */
export function businessHours(details: Omit<FieldDetails<Hours>, 'fallback' | 'input'>): Field<Hours> {
  return {
    ...details,
    type: 'field',
    fallback: ASSUMED,
    fallbackText: hoursText(ASSUMED),
    input: null,
    stricter: null,
    jsonSchema: {
      type: 'object',
      minProperties: 1,
      additionalProperties: false,
      patternProperties: { [DAYS.source]: { type: 'string', pattern: RANGES } },
    },
    parse: parseHours,
    toText: hoursText,
  }
}

function parseHours(raw: unknown): Parsed<Hours> {
  if (!isMapping(raw) || Object.keys(raw).length === 0) return { ok: false, expected: EXPECTED }
  const refuse = (fault: InnerFault): Parsed<Hours> => ({ ok: false, expected: EXPECTED, fault })
  const hours = new Map<Weekday, readonly OpenHours[]>()
  for (const [key, written] of Object.entries(raw)) {
    const days = weekdaysOf(key)
    const ranges = typeof written === 'string' ? rangesOf(written) : null
    if (days.length === 0) return refuse(noDay(key))
    if (ranges === null) return refuse(noHours(key))
    const twice = days.find((day) => hours.has(day))
    if (twice !== undefined)
      return refuse({ path: [key], message: `Two lines are for ${twice}.`, remedy: 'Write each day once.' })
    for (const day of days) hours.set(day, ranges)
  }
  return { ok: true, value: { ...NONE, ...Object.fromEntries(hours) } }
}

const NONE: Hours = { monday: [], tuesday: [], wednesday: [], thursday: [], friday: [], saturday: [], sunday: [] }

function noDay(key: string): InnerFault {
  return {
    path: [key],
    message: `${JSON.stringify(key.slice(0, 40))} is no weekday.`,
    remedy: `Write ${WEEKDAYS.join(', ')}, or several as monday-friday.`,
  }
}

function noHours(key: string): InnerFault {
  return {
    path: [key],
    message: `The business hours of ${key} are none.`,
    remedy:
      'Write them as 09:00-17:00, several with a comma, in their order. Hours over midnight end at 24:00, and the rest belongs to the next day.',
  }
}

/** `sunday-thursday` goes over the end of the week. */
function weekdaysOf(key: string): readonly Weekday[] {
  const [, first, last = first] = DAYS.exec(key) ?? []
  if (first === undefined || last === undefined) return []
  const [from, to] = [NAMES.indexOf(first), NAMES.indexOf(last)]
  const length = ((to - from + 7) % 7) + 1
  return Array.from({ length }, (_, step) => WEEKDAYS[(from + step) % 7]).filter((day) => day !== undefined)
}

/** null: they are none, or not in their order. */
function rangesOf(text: string): readonly OpenHours[] | null {
  if (!new RegExp(RANGES).test(text)) return null
  const ranges = text.split(',').map((range) => {
    const [from, to] = range.split('-').map((time) => parseTimeOfDay(time.trim()))
    return { fromMs: from ?? 0, toMs: to ?? 0 }
  })
  const isOrdered = ranges.every(({ fromMs, toMs }, at) => fromMs < toMs && fromMs >= (ranges[at - 1]?.toMs ?? 0))
  return isOrdered ? ranges : null
}

function hoursText(hours: Hours): string {
  const days = WEEKDAYS.flatMap((day) => {
    const ranges = hours[day].map(({ fromMs, toMs }) => `${timeOfDayText(fromMs)}-${timeOfDayText(toMs)}`)
    return ranges.length === 0 ? [] : [{ first: day, last: day, text: ranges.join(', ') }]
  })
  const runs: { first: Weekday; last: Weekday; text: string }[] = []
  for (const day of days) {
    const before = runs.at(-1)
    const isNext = before !== undefined && WEEKDAYS.indexOf(day.first) === WEEKDAYS.indexOf(before.last) + 1
    if (isNext && before.text === day.text) before.last = day.last
    else runs.push({ ...day })
  }
  return runs.map(({ first, last, text }) => `${first === last ? first : `${first}-${last}`}: ${text}`).join('; ')
}
