import { firstMomentAt, wallTimeAt } from '@testwarden/core/calendar/time-zone'
import { addDays, daysBetween } from '@testwarden/core/model/day'

/** People who are on call in turn. */
export interface Rotation {
  readonly name: string
  /** Logins, in the order of their turns. */
  readonly members: readonly string[]
  /** The day on which the first member's first turn begins, `2026-01-05`. Turns of weeks and months begin on days like it. */
  readonly since: string
  readonly handover: Handover
  /** When one hands over to the next, in milliseconds since midnight. */
  readonly handoverMs: number
  readonly timeZone: string
  readonly absences: readonly Absence[]
}

export const HANDOVERS = ['daily', 'weekly', 'monthly'] as const

export type Handover = (typeof HANDOVERS)[number]

/** Both days count, from midnight to midnight. */
export interface Absence {
  readonly who: string
  readonly from: string
  readonly to: string
}

export type OnCall =
  | {
      readonly kind: 'member'
      readonly who: string
      /** Members whose turn it would be and who are absent, in order. */
      readonly insteadOf: readonly string[]
    }
  | { readonly kind: 'nobody'; readonly reason: 'not-begun' | 'all-absent' }

/**
 * Who is on call at a moment. People hand over at the hour only, so whoever is absent from a day on is relieved at the last
 * handover before its midnight, and comes back at the first one behind the absence. The next member in the order steps in,
 * and has the own turn all the same.
 * @param atMs milliseconds since 1970
 */
export function onCall(rotation: Rotation, atMs: number): OnCall {
  return onCallOf(rotation, dutyDayAt(rotation, atMs))
}

/**
 * Who is on call from the handover of a day to that of the next.
 * @param day on which the duty begins
 */
export function onCallOf(rotation: Rotation, day: string): OnCall {
  const { members } = rotation
  const turn = turnOf(rotation, day)
  if (turn < 0) return { kind: 'nobody', reason: 'not-begun' }
  const inOrder = members.map((_, step) => members[(turn + step) % members.length] ?? '')
  const present = inOrder.findIndex((who) => !isAbsent(rotation, who, day))
  const who = inOrder[present]
  if (who === undefined) return { kind: 'nobody', reason: 'all-absent' }
  return { kind: 'member', who, insteadOf: inOrder.slice(0, present) }
}

/** The day whose handover was the last one. Clocks may go back over midnight, so the next day's may have been already. */
export function dutyDayAt({ timeZone, handoverMs }: Rotation, atMs: number): string {
  const { day } = wallTimeAt(timeZone, atMs)
  const begun = [addDays(day, 1), day].find(
    (each) => firstMomentAt(timeZone, { day: each, timeMs: handoverMs }) <= atMs,
  )
  return begun ?? addDays(day, -1)
}

/** How many turns have ended before the one that a day belongs to; negative before the first. */
function turnOf({ since, handover }: Rotation, day: string): number {
  if (handover === 'monthly') return monthsBetween(since, day)
  return Math.floor(daysBetween(since, day) / (handover === 'weekly' ? 7 : 1))
}

/** A month without such a day begins with its last one: whoever starts on the 31st hands over on the 30th of April. */
function monthsBetween(since: string, day: string): number {
  const [year = 0, month = 0, ofMonth = 0] = day.split('-').map(Number)
  const [fromYear = 0, fromMonth = 0, fromDay = 0] = since.split('-').map(Number)
  const lastOfMonth = new Date(Date.UTC(year, month, 0)).getUTCDate()
  const months = (year - fromYear) * 12 + month - fromMonth
  return ofMonth >= Math.min(fromDay, lastOfMonth) ? months : months - 1
}

/** A duty that hands over at nine reaches into the morning of the next day. */
function isAbsent({ absences, handoverMs }: Rotation, who: string, day: string): boolean {
  const lastDay = handoverMs === 0 ? day : addDays(day, 1)
  return absences.some((absence) => isSamePerson(absence.who, who) && absence.from <= lastDay && absence.to >= day)
}

/** GitHub knows a login in any case. */
export function isSamePerson(left: string, right: string): boolean {
  return left.toLowerCase() === right.toLowerCase()
}
