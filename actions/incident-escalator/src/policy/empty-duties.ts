import { addDays, daysBetween } from '@testwarden/core/model/day'
import { dutyDayAt, onCallOf, type Rotation } from './rotation.js'

/** Days without anybody on call; both are days on which a duty begins. */
export interface EmptyDuties {
  readonly from: string
  readonly to: string
}

/** People plan their absences for a year, hardly further. */
const FORESEEN_DAYS = 366

/**
 * When a rotation has nobody because all are absent, from a moment on and for a year; null: never.
 * Only the first such time: whoever mends it learns of the next one.
 */
export function emptyDuties(rotation: Rotation, fromMs: number): EmptyDuties | null {
  const today = dutyDayAt(rotation, fromMs)
  const first = candidatesOf(rotation, today).find((day) => isEmpty(rotation, day))
  if (first === undefined) return null
  let last = first
  while (daysBetween(first, last) < FORESEEN_DAYS && isEmpty(rotation, addDays(last, 1))) last = addDays(last, 1)
  return { from: first, to: last }
}

/** The last one leaves when an absence begins, or was away when the rotation begins: only then is nobody left. */
function candidatesOf({ absences, since }: Rotation, today: string): readonly string[] {
  const begins = [since, ...absences.flatMap(({ from }) => [addDays(from, -1), from])]
  return [today, ...begins.filter((day) => day > today && daysBetween(today, day) <= FORESEEN_DAYS)].sort()
}

function isEmpty(rotation: Rotation, day: string): boolean {
  const duty = onCallOf(rotation, day)
  return duty.kind === 'nobody' && duty.reason === 'all-absent'
}
