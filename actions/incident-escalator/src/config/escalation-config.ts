import type { Field, Settings } from '@testwarden/core/config/field'
import { count } from '@testwarden/core/config/fields/count'
import { duration } from '@testwarden/core/config/fields/duration'
import { globs } from '@testwarden/core/config/fields/globs'
import type { Severity } from '@testwarden/core/model/severity'
import { ASSUMED_ACK_TIMEOUT_MS, ASSUMED_REPEAT, ASSUMED_TIMERS } from '../policy/assumed-policy.js'
import type { Timer } from '../policy/timer.js'
import { businessHours } from './business-hours-field.js'
import { holidays } from './holidays-field.js'
import { levels } from './levels-field.js'
import { rotations } from './rotations-field.js'
import { timeZone } from './time-zone-field.js'
import { timer } from './timer-field.js'

/** Whoever did not answer nine calls does not answer the tenth. */
const MOST_REPEATS = 9
const SHORTEST_ACK_MS = 60_000

/** Who is told in which order, and when: a part of the section `incidents`. */
export const escalationConfig = {
  escalation: {
    levels: levels({
      description:
        'Who is told, level after level, until somebody takes the incident: a list of `{name, severities, people, teams, targets, rotation, fallback, involved}`. `fallback` is told while the rotation has nobody; `involved: [author, owners]` are the author of the first bad commit and the owners of the code that fails.',
    }),
    timers: {
      critical: timerOf('critical'),
      high: timerOf('high'),
      medium: timerOf('medium'),
      low: timerOf('low'),
    },
    repeat: repeats({
      description: `So often all levels are told again while nobody takes the incident, at most ${MOST_REPEATS} times.`,
      fallback: ASSUMED_REPEAT,
      input: null,
      role: 'policy',
    }),
    'ack-timeout': ackTimeout({
      description: 'So long an acknowledgement holds; then the next level is told.',
      fallback: ASSUMED_ACK_TIMEOUT_MS,
      input: null,
      role: 'policy',
    }),
    'hand-over': globs({
      description:
        'Targets that page people by a policy of their own. They are told as soon as an incident opens, and keep the minutes, which no scheduled workflow can.',
      fallback: [],
      input: null,
      role: 'policy',
    }),
  },
  rotations: rotations({
    description:
      'People who are on call in turn: `<name>: {members, since: <day>, handover: daily, weekly or monthly, at: <hour>, time-zone, unavailable: [{who, from, to}]}`.',
    role: 'policy',
  }),
  'business-hours': businessHours({
    description: 'When people are at work, such as `monday-friday: 09:00-17:00`. Days that nobody writes are free.',
    role: 'policy',
  }),
  holidays: holidays({
    description: 'Days that are free: `2026-12-25: Christmas Day`, or `12-25: Christmas Day` for every year.',
    role: 'policy',
  }),
  'time-zone': timeZone({
    description: 'Where the business hours, the holidays and the rotations are, such as `Europe/Berlin`.',
    fallback: 'UTC',
    input: null,
    role: 'policy',
  }),
} as const

export type EscalationSettings = Settings<typeof escalationConfig>

function timerOf(severity: Severity): Field<Timer> {
  return timer({
    description: `How long each level has to answer for a ${severity} incident: a time, \`4 business hours\`, \`next-business-day\`, or \`never\`, which tells the first level only.`,
    fallback: ASSUMED_TIMERS[severity],
  })
}

function repeats(details: Omit<Parameters<typeof count>[0], 'stricter'>): Field<number> {
  const field = count({ ...details, stricter: null })
  return {
    ...field,
    jsonSchema: {
      anyOf: [
        { type: 'integer', minimum: 0, maximum: MOST_REPEATS },
        { type: 'string', pattern: '^\\s*0{0,14}\\d\\s*$' },
      ],
    },
    parse(raw) {
      const parsed = field.parse(raw)
      return parsed.ok && parsed.value <= MOST_REPEATS
        ? parsed
        : { ok: false, expected: `a whole number from 0 to ${MOST_REPEATS}` }
    },
  }
}

function ackTimeout(details: Parameters<typeof duration>[0]): Field<number | null> {
  const field = duration(details)
  return {
    ...field,
    parse(raw) {
      const parsed = field.parse(raw)
      return parsed.ok && (parsed.value ?? 0) >= SHORTEST_ACK_MS
        ? parsed
        : { ok: false, expected: 'a time of at least 1m, such as 8h' }
    },
  }
}
