import { describe, expect, test } from '@jest/globals'
import type { HistoryRecord } from '@testwarden/core/model/history-record'
import { sampleRecord } from '@testwarden/testkit/history-store-conformance'
import fc from 'fast-check'
import { planCompaction } from '../src/compaction.js'
import { linkRecords, unmetNeeds } from '../src/record-links.js'
import { planRepair } from '../src/repair.js'
import { planRetention, type RetentionRule, recordsToKeep } from '../src/retention.js'
import { reviewSegments } from '../src/review.js'
import { encodeSegment } from '../src/segment.js'
import { applyEdit } from '../src/segment-edit.js'
import { anyHistory } from './any-history.js'

const NOW = Date.parse('2026-06-15T00:00:00Z')
const KEEP_LITTLE: RetentionRule = { policy: { allDays: 1, dailyDays: 2, weeklyDays: 3, monthlyDays: 4 }, nowMs: NOW }
const [A, B, C] = ['a', 'b', 'c'].map((letter) => letter.repeat(32)) as [string, string, string]

describe('records that others cannot be read without', () => {
  const oldest = old('oldest', 30, { provides: [A] })
  const older = old('older', 20, { provides: [B], needs: [A] })
  const plain = old('plain', 15, {})
  const newest = old('newest', 0, { needs: [B] })

  test('stay as long as the others, however old they are', () => {
    expect(runsOf(recordsToKeep([oldest, older, plain, newest], KEEP_LITTLE))).toEqual(['newest', 'older', 'oldest'])
    expect(runsOf(recordsToKeep([oldest, older, plain, { ...newest, needs: [] }], KEEP_LITTLE))).toEqual(['newest'])
  })

  test('do not stay for another job, nor when a record that stays holds the same', () => {
    const elsewhere = { ...oldest, key: { ...oldest.key, job: 'other' }, trust: 'pull-request' as const }
    const needy = { ...newest, needs: [A] }
    expect(runsOf(recordsToKeep([elsewhere, needy], KEEP_LITTLE))).toEqual(['newest'])
    const twin = old('twin', 0.5, { provides: [A] })
    expect(runsOf(recordsToKeep([oldest, twin, needy], KEEP_LITTLE))).toEqual(['newest', 'twin'])
  })

  test('are missed by a review; a repair leaves the record that needs them in use', () => {
    const segments = [older, newest].map(encodeSegment)
    const [finding, ...others] = reviewSegments(segments).findings
    expect(others).toEqual([])
    expect(finding).toMatchObject({ path: segments[0]?.path, line: 1, fault: 'unmet' })
    expect(finding?.message).toContain(`run older cannot be used: it needs ${A}`)
    expect(planRepair(segments)).toMatchObject({ quarantined: [], left: [finding] })
    expect(reviewSegments([oldest, older, newest].map(encodeSegment)).findings).toEqual([])
  })

  test('are not missed where a line of a newer version may hold them', () => {
    const newer = {
      path: 'coverage-gate/2026-03/new.jsonl',
      content: Buffer.from('{"schema":"testwarden.record/2"}\n'),
    }
    const faults = reviewSegments([encodeSegment(older), newer]).findings.map(({ fault }) => fault)
    expect(faults).toEqual(['newer'])
  })

  test('no retention leaves a need unmet that was met before, compacted or not', () => {
    fc.assert(
      fc.property(anyLinkedHistory, fc.boolean(), (records, isCompacted) => {
        const originals = records.map(encodeSegment)
        const segments = isCompacted ? applyEdit(originals, planCompaction(originals)) : originals
        const before = unmetOf(records)
        const after = reviewSegments(applyEdit(segments, planRetention(segments, KEEP_LITTLE)))
        for (const unmet of unmetOf(after.records)) expect(before).toContain(unmet)
        expect(new Set(recordsToKeep(after.records, KEEP_LITTLE)).size).toBe(after.records.length)
      }),
    )
  })
})

const anyLinks = fc.record(
  { provides: fc.subarray([A, B, C]), needs: fc.subarray([A, B, C]) },
  { requiredKeys: ['provides', 'needs'] },
)

const anyLinkedHistory = fc
  .tuple(anyHistory, fc.array(anyLinks, { minLength: 40, maxLength: 40 }))
  .map(([records, links]) => records.map((record, index): HistoryRecord => ({ ...record, ...links[index] })))

function unmetOf(records: readonly HistoryRecord[]): string[] {
  const links = linkRecords(records)
  return records.flatMap((record) => unmetNeeds(record, links).map((need) => `${record.key.run} ${need}`))
}

function old(run: string, days: number, links: Pick<HistoryRecord, 'provides' | 'needs'>): HistoryRecord {
  const time = new Date(NOW - days * 24 * 60 * 60 * 1000).toISOString()
  return { ...sampleRecord({ run, time, trust: 'pull-request' }), ...links }
}

function runsOf(records: ReadonlySet<HistoryRecord>): string[] {
  return [...records].map(({ key }) => key.run).sort()
}
