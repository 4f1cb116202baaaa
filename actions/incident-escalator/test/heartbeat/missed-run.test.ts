import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { missedRun, type SeenWorkflow } from '../../src/heartbeat/missed-run.js'

const HOUR_MS = 3_600_000
const START = '2026-03-02T00:00:00.000Z'
const NIGHTLY = { workflow: 'nightly.yml', everyMs: 24 * HOUR_MS, graceMs: 6 * HOUR_MS }

const hour = (hours: number): string => new Date(Date.parse(START) + hours * HOUR_MS).toISOString()

function seen(part: Partial<SeenWorkflow> = {}): SeenWorkflow {
  return { workflow: 'nightly.yml', lastRunAt: START, state: 'active', watchedSince: hour(-1000), ...part }
}

describe('a nightly run', () => {
  test('is missed once its grace is over, and not before: schedules are hours late', () => {
    expect(missedRun(NIGHTLY, seen(), hour(29))).toBeNull()
    expect(missedRun(NIGHTLY, seen(), hour(30))).toEqual({
      workflow: 'nightly.yml',
      since: START,
      silentSince: START,
      missed: 1,
      reason: 'late',
    })
    expect(missedRun(NIGHTLY, seen(), hour(73))?.missed).toBe(3)
  })

  test('that somebody disabled is missed as soon as its time has come', () => {
    expect(missedRun(NIGHTLY, seen({ state: 'disabled' }), hour(23))).toBeNull()
    expect(missedRun(NIGHTLY, seen({ state: 'disabled' }), hour(24))?.reason).toBe('disabled')
  })

  test('that never was is late from when it was first expected', () => {
    const never = seen({ lastRunAt: null, watchedSince: START })
    expect(missedRun(NIGHTLY, never, hour(10))).toBeNull()
    expect(missedRun(NIGHTLY, never, hour(30))).toMatchObject({ since: null, reason: 'late' })
  })
})

test('once missed, it stays missed until it runs', () => {
  fc.assert(
    fc.property(fc.nat(500), fc.nat(500), (early, more) => {
      const before = missedRun(NIGHTLY, seen(), hour(early))
      const after = missedRun(NIGHTLY, seen(), hour(early + more))
      if (before !== null) expect(after?.missed).toBeGreaterThanOrEqual(before.missed)
      expect(missedRun(NIGHTLY, seen({ lastRunAt: hour(early) }), hour(early))).toBeNull()
    }),
  )
})
