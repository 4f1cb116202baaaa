import { NO_VALUE } from '@testwarden/core/render/numbers'

const MINUTE_MS = 60_000
const UNITS: readonly (readonly [string, number])[] = [
  ['d', 24 * 60 * MINUTE_MS],
  ['h', 60 * MINUTE_MS],
  ['min', MINUTE_MS],
]

/** A time as people say it, to the second of its units: `2 d 3 h`, `1 h 5 min`, `0 min`. null: there is none. */
export function spanText(spanMs: number | null): string {
  if (spanMs === null) return NO_VALUE
  const minutesMs = Math.round(spanMs / MINUTE_MS) * MINUTE_MS
  const at = Math.max(
    0,
    UNITS.findIndex(([, unitMs]) => minutesMs >= unitMs),
  )
  const [first, second] = minutesMs < MINUTE_MS ? [UNITS.at(-1), undefined] : [UNITS[at], UNITS[at + 1]]
  if (first === undefined) return NO_VALUE
  const parts = [part(minutesMs, first)]
  const restMs = minutesMs % first[1]
  if (second !== undefined && restMs >= second[1]) parts.push(part(restMs, second))
  return parts.join(' ')
}

function part(spanMs: number, [name, unitMs]: readonly [string, number]): string {
  return `${Math.floor(spanMs / unitMs)} ${name}`
}
