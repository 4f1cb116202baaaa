import { describe, expect, test } from '@jest/globals'
import type { HistoryRecord } from '@testwarden/core/model/history-record'
import { canonicalJson } from '@testwarden/core/model/record-key'
import { sampleRecord } from '@testwarden/testkit/history-store-conformance'
import fc from 'fast-check'
import { planCompaction } from '../src/compaction.js'
import { foldSegments } from '../src/fold-segments.js'
import { DEFAULT_RETENTION, planRetention, type RetentionRule, recordsToKeep } from '../src/retention.js'
import { encodeSegment } from '../src/segment.js'
import { applyEdit } from '../src/segment-edit.js'
import { anyHistory } from './any-history.js'

const NOW = Date.parse('2026-06-15T00:00:00Z')
const RULE: RetentionRule = { policy: DEFAULT_RETENTION, nowMs: NOW }

describe('retention', () => {
  test('what is read afterwards is what was kept, compacted or not', () => {
    fc.assert(
      fc.property(anyHistory, fc.boolean(), (records, isCompacted) => {
        const originals = records.map(encodeSegment)
        const segments = isCompacted ? applyEdit(originals, planCompaction(originals)) : originals
        const kept = recordsToKeep(records, RULE)
        const after = foldSegments(applyEdit(segments, planRetention(segments, RULE)))
        const expected = foldSegments([...kept].map(encodeSegment))
        expect(after).toEqual(expected)
      }),
    )
  })

  test('everything younger than the first limit stays', () => {
    fc.assert(
      fc.property(anyHistory, (records) => {
        const kept = recordsToKeep(records, RULE)
        for (const record of records) if (daysOf(record) <= DEFAULT_RETENTION.allDays) expect(kept).toContain(record)
      }),
    )
  })

  test('of each job and branch that had a baseline, the newest stays, however old', () => {
    fc.assert(
      fc.property(anyHistory, (records) => {
        const strict = { policy: { allDays: 0, dailyDays: 0, weeklyDays: 0, monthlyDays: 0 }, nowMs: NOW + 1 }
        const kept = [...recordsToKeep(records, strict)]
        const groups = new Set(records.filter(isBaseline).map(groupOf))
        expect(new Set(kept.map(groupOf))).toEqual(groups)
        expect(kept).toHaveLength(groups.size)
        for (const record of kept) expect(newestOf(records, record)).toBe(Date.parse(record.time))
      }),
    )
  })

  test('a second time changes nothing', () => {
    fc.assert(
      fc.property(anyHistory, (records) => {
        const once = [...recordsToKeep(records, RULE)]
        expect([...recordsToKeep(once, RULE)]).toEqual(once)
      }),
    )
  })

  test('the newest of each day, then of each week, then of each month', () => {
    const hours = (days: number): HistoryRecord[] =>
      [0, 6, 12].map((hour) => at(`${days}-${hour}`, NOW - days * DAY_MS + hour * 3_600_000))
    const keptOf = (records: HistoryRecord[]): string[] => [...recordsToKeep(records, RULE)].map(({ key }) => key.run)
    expect(keptOf([...hours(1), ...hours(100), ...hours(101)])).toEqual(['1-12', '1-6', '1-0', '100-12', '101-12'])
    const weekly = Array.from({ length: 14 }, (_, day) =>
      at(`w${day}`, Date.parse('2025-06-02T01:00:00Z') + day * DAY_MS),
    )
    expect(keptOf([at('new', NOW), ...weekly])).toEqual(['new', 'w13', 'w6'])
    const monthly = Array.from({ length: 60 }, (_, day) =>
      at(`m${day}`, Date.parse('2023-05-01T01:00:00Z') + day * DAY_MS),
    )
    expect(keptOf([at('new', NOW), ...monthly])).toEqual(['new', 'm59', 'm30'])
  })

  test('a segment with a line that cannot be read is left whole', () => {
    const old = encodeSegment(at('old', NOW - 20 * 365 * DAY_MS))
    const text = `${new TextDecoder().decode(old.content)}{"schema":"testwarden.record/2"}\n`
    const mixed = { path: old.path, content: new TextEncoder().encode(text) }
    const segments = [mixed, encodeSegment(at('new', NOW))]
    expect(applyEdit(segments, planRetention(segments, RULE))).toEqual(segments)
  })
})

const DAY_MS = 24 * 60 * 60 * 1000

function at(run: string, timeMs: number): HistoryRecord {
  return sampleRecord({ run, time: new Date(timeMs).toISOString() })
}

function daysOf({ time }: HistoryRecord): number {
  return (NOW - Date.parse(time)) / DAY_MS
}

function isBaseline({ trust }: HistoryRecord): boolean {
  return trust === 'default-branch'
}

function groupOf({ key, branch, trust }: HistoryRecord): string {
  return canonicalJson([key.job, branch, trust])
}

function newestOf(records: readonly HistoryRecord[], like: HistoryRecord): number {
  return Math.max(...records.filter((other) => groupOf(other) === groupOf(like)).map(({ time }) => Date.parse(time)))
}
