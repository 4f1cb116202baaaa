import type { Field, Parsed } from '@testwarden/core/config/field'
import { durationText, parseDuration } from '@testwarden/core/config/fields/duration'
import type { FieldDetails } from '@testwarden/core/config/fields/field-details'
import type { Timer } from '../policy/timer.js'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
/** What takes longer than a month is nobody's any more. */
const LONGEST_MS = 31 * 24 * HOUR_MS
const BUSINESS = /^\s*(\d{1,4})\s+business\s+(hour|minute)s?\s*$/
const EXPECTED = 'a time from 1m to 744h, such as 15m, `4 business hours`, `next-business-day`, or `never`'

/** How long those who were told have before the next level is. */
export function timer(details: Omit<FieldDetails<Timer>, 'input' | 'role'>): Field<Timer> {
  return {
    ...details,
    type: 'field',
    fallbackText: timerText(details.fallback),
    input: null,
    role: 'policy',
    stricter: null,
    jsonSchema: {
      anyOf: [
        { enum: ['next-business-day', 'never'] },
        { type: 'string', pattern: '^\\s*\\d{1,9}(?:\\.\\d{1,3})?\\s*(?:ms|s|m|min|h)\\s*$' },
        { type: 'string', pattern: BUSINESS.source },
      ],
    },
    parse: parseTimer,
    toText: timerText,
  }
}

export function timerText(timer: Timer): string {
  switch (timer.kind) {
    case 'time':
      return durationText(timer.durationMs)
    case 'business-time':
      return timer.durationMs % HOUR_MS === 0
        ? `${timer.durationMs / HOUR_MS} business hours`
        : `${timer.durationMs / MINUTE_MS} business minutes`
    case 'next-business-day':
    case 'never':
      return timer.kind
  }
}

function parseTimer(raw: unknown): Parsed<Timer> {
  if (raw === 'next-business-day' || raw === 'never') return { ok: true, value: { kind: raw } }
  const [, amount, unit] = typeof raw === 'string' ? (BUSINESS.exec(raw) ?? []) : []
  const business = Number(amount) * (unit === 'hour' ? HOUR_MS : MINUTE_MS)
  if (amount !== undefined) return withinBounds({ kind: 'business-time', durationMs: business })
  const duration = parseDuration(raw)
  return duration.ok ? withinBounds({ kind: 'time', durationMs: duration.value }) : { ok: false, expected: EXPECTED }
}

function withinBounds(timer: Extract<Timer, { readonly durationMs: number }>): Parsed<Timer> {
  const { durationMs } = timer
  return durationMs >= MINUTE_MS && durationMs <= LONGEST_MS
    ? { ok: true, value: timer }
    : { ok: false, expected: EXPECTED }
}
