import { SEVERITIES, type Severity } from '@testwarden/core/model/severity'
import type { Level } from './escalation-policy.js'
import type { Timer } from './timer.js'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS

/** How soon somebody should answer, by severity. */
export const ASSUMED_TIMERS: Readonly<Record<Severity, Timer>> = {
  critical: { kind: 'time', durationMs: 15 * MINUTE_MS },
  high: { kind: 'time', durationMs: HOUR_MS },
  medium: { kind: 'time', durationMs: 4 * HOUR_MS },
  low: { kind: 'next-business-day' },
}

/**
 * The paths of the escalation matrix. Only the developers are known without any config. The QA team comes first of the
 * others, so that an incident that becomes worse behind it still meets all who are told of worse ones.
 */
export const ASSUMED_LEVELS: readonly Level[] = [
  { ...assumed('developer', SEVERITIES), involved: ['author', 'owners'] },
  assumed('QA team', ['medium']),
  assumed('team lead', ['critical', 'high']),
  assumed('security team', ['critical']),
]

export const ASSUMED_REPEAT = 2
export const ASSUMED_ACK_TIMEOUT_MS = 8 * HOUR_MS

function assumed(name: string, severities: readonly Severity[]): Level {
  return { name, severities, involved: [], people: [], teams: [], targets: [], rotation: null, fallback: [] }
}
