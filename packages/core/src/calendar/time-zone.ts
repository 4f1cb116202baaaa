import { dayMs } from '../model/day.js'

/** What clocks on the wall show in a time zone. */
export interface WallTime {
  /** `2026-01-31` */
  readonly day: string
  /** Since midnight, as the clock shows it. */
  readonly timeMs: number
}

const DAY_MS = 24 * 60 * 60 * 1000
const SECOND_MS = 1000

/** Making one takes as long as thirty uses of it. */
const formatters = new Map<string, Intl.DateTimeFormat>()

/**
 * Whether the name is one of the IANA database, such as `Europe/Berlin`, or `UTC`. Mere distances from UTC are none, though
 * some versions of Node take them: they know nothing of summer time.
 */
export function isTimeZone(name: string): boolean {
  if (!/^[A-Za-z][A-Za-z0-9_+/-]{1,63}$/.test(name)) return false
  try {
    formatterOf(name)
    return true
  } catch {
    return false
  }
}

/**
 * What clocks show at a moment.
 * @param atMs milliseconds since 1970, UTC, as all moments here
 */
export function wallTimeAt(timeZone: string, atMs: number): WallTime {
  const shown = new Date(atMs + offsetMsAt(timeZone, atMs)).toISOString()
  const day = shown.slice(0, 10)
  return { day, timeMs: Date.parse(shown) - dayMs(day) }
}

/** How far clocks are ahead of UTC; negative: behind. */
export function offsetMsAt(timeZone: string, atMs: number): number {
  const wholeMs = Math.floor(atMs / SECOND_MS) * SECOND_MS
  const [month = 1, day = 1, year = 1970, hour = 0, minute = 0, second = 0] = (
    formatterOf(timeZone).format(wholeMs).match(/\d+/g) ?? []
  ).map(Number)
  return Date.UTC(year, month - 1, day, hour, minute, second) - wholeMs
}

/**
 * The first moment at which clocks show this time or a later one. A time that summer time leaves out is the moment at which
 * clocks jump over it; of a time that comes twice it is the first. So later times never come before earlier ones.
 * @param timeMs since midnight; 24 hours are the next midnight
 */
export function firstMomentAt(timeZone: string, { day, timeMs }: WallTime): number {
  const shownMs = dayMs(day) + timeMs
  const before = offsetMsAt(timeZone, shownMs - DAY_MS)
  const after = offsetMsAt(timeZone, shownMs + DAY_MS)
  const moments = [shownMs - before, shownMs - after].filter((atMs) => atMs + offsetMsAt(timeZone, atMs) === shownMs)
  return moments.length > 0 ? Math.min(...moments) : jumpBetween(timeZone, [shownMs - after, shownMs - before])
}

/** When clocks jump ahead, to the second, by halving. */
function jumpBetween(timeZone: string, [earlierMs, laterMs]: readonly [number, number]): number {
  const before = offsetMsAt(timeZone, earlierMs)
  let [from, to] = [Math.floor(earlierMs / SECOND_MS), Math.ceil(laterMs / SECOND_MS)]
  while (to - from > 1) {
    const middle = Math.floor((from + to) / 2)
    if (offsetMsAt(timeZone, middle * SECOND_MS) === before) from = middle
    else to = middle
  }
  return to * SECOND_MS
}

/** @throws RangeError where no such zone is known */
function formatterOf(timeZone: string): Intl.DateTimeFormat {
  const known = formatters.get(timeZone)
  if (known !== undefined) return known
  const formatter = new Intl.DateTimeFormat('en-US', {
    timeZone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  })
  formatters.set(timeZone, formatter)
  return formatter
}
