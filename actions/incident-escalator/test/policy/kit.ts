import type { BusinessCalendar, OpenHours } from '@testwarden/core/calendar/business-calendar'
import {
  ASSUMED_ACK_TIMEOUT_MS,
  ASSUMED_LEVELS,
  ASSUMED_REPEAT,
  ASSUMED_TIMERS,
} from '../../src/policy/assumed-policy.js'
import type { EscalationPolicy, Level } from '../../src/policy/escalation-policy.js'
import type { IncidentClock } from '../../src/policy/incident-clock.js'

const HOUR_MS = 60 * 60_000
const WORK: readonly OpenHours[] = [{ fromMs: 9 * HOUR_MS, toMs: 17 * HOUR_MS }]

export const CALENDAR: BusinessCalendar = {
  timeZone: 'UTC',
  hours: { monday: WORK, tuesday: WORK, wednesday: WORK, thursday: WORK, friday: WORK, saturday: [], sunday: [] },
  holidays: [],
}

/** The assumed one, with what a test gives instead. */
export function policyOf(given: Partial<EscalationPolicy> = {}): EscalationPolicy {
  return {
    levels: ASSUMED_LEVELS,
    timers: ASSUMED_TIMERS,
    repeat: ASSUMED_REPEAT,
    ackTimeoutMs: ASSUMED_ACK_TIMEOUT_MS,
    handOver: [],
    rotations: [],
    calendar: CALENDAR,
    ...given,
  }
}

export function levelOf(name: string, given: Partial<Level> = {}): Level {
  return {
    name,
    severities: ['critical', 'high', 'medium', 'low'],
    involved: [],
    people: [],
    teams: [],
    targets: [],
    rotation: null,
    fallback: [],
    ...given,
  }
}

/** Open since Monday, 2026-01-12, 10:00 UTC, and told to nobody yet. */
export function clockOf(given: Partial<IncidentClock> = {}): IncidentClock {
  return {
    severity: 'critical',
    state: 'open',
    openedAt: '2026-01-12T10:00:00.000Z',
    acknowledgement: null,
    told: null,
    silencedUntil: null,
    ...given,
  }
}
