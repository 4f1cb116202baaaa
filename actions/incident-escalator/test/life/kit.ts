import type { Incident } from '../../src/incident/incident.js'
import type { LifeRules, Signs } from '../../src/life/advance.js'

export const START = '2026-03-02T10:00:00.000Z'

/** So many minutes after the start. */
export function minute(minutes: number): string {
  return new Date(Date.parse(START) + minutes * 60_000).toISOString()
}

export const RULES: LifeRules = {
  openAfter: { critical: 1, high: 2, medium: 2, low: 2 },
  closeAfter: 2,
  acknowledgedForMs: 8 * 3_600_000,
}

export function signsOf(part: Partial<Signs> = {}): Signs {
  return { now: START, badRuns: 0, greenRuns: 0, severity: null, badSince: null, deeds: [], seen: null, ...part }
}

export function incidentOf(part: Partial<Incident> = {}): Incident {
  return {
    dedupKey: 'inc-0123',
    place: null,
    where: null,
    teller: null,
    severity: 'high',
    state: 'open',
    openedAt: START,
    acknowledgement: null,
    firstAcknowledgedAt: null,
    told: null,
    silencedUntil: null,
    badRuns: 2,
    greenRuns: 0,
    resolvedAt: null,
    threads: [],
    seen: null,
    ...part,
  }
}
