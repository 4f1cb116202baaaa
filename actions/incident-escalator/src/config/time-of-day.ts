export const TIME_OF_DAY = '([01]?\\d|2[0-3]):[0-5]\\d|24:00'

const MINUTE_MS = 60_000
const WRITTEN = /^(\d{1,2}):([0-5]\d)$/

/** `09:00` in milliseconds since midnight, up to `24:00`; null: it is none. */
export function parseTimeOfDay(text: string): number | null {
  const [, hours, minutes] = WRITTEN.exec(text) ?? []
  const inMinutes = Number(hours) * 60 + Number(minutes)
  return inMinutes <= 24 * 60 ? inMinutes * MINUTE_MS : null
}

export function timeOfDayText(timeMs: number): string {
  const minutes = timeMs / MINUTE_MS
  return [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0')).join(':')
}
