import { describe, expect, test } from '@jest/globals'
import type { HistoryRecord } from '@testwarden/core/model/history-record'
import { sampleRecord } from '@testwarden/testkit/history-store-conformance'
import fc from 'fast-check'
import { foldersToCompact, planCompaction } from '../src/compaction.js'
import { foldSegments } from '../src/fold-segments.js'
import { linesOfKey } from '../src/record-lookup.js'
import { encodeSegment, type Segment } from '../src/segment.js'
import { applyEdit } from '../src/segment-edit.js'
import { anyHistory } from './any-history.js'

const NOW = Date.parse('2026-06-15T00:00:00Z')

describe('compaction', () => {
  test('a fold over compacted segments equals the fold over the originals', () => {
    fc.assert(
      fc.property(anyHistory, (records) => {
        const originals = records.map(encodeSegment)
        const compacted = applyEdit(originals, planCompaction(originals))
        expect(foldSegments(compacted)).toEqual(foldSegments(originals))
        expect(compacted.length).toBeLessThanOrEqual(originals.length)
      }),
    )
  })

  test('compacting what is compacted changes nothing', () => {
    fc.assert(
      fc.property(anyHistory, (records) => {
        const originals = records.map(encodeSegment)
        const compacted = applyEdit(originals, planCompaction(originals))
        expect(planCompaction(compacted.filter(({ path }) => path.includes('packed-'))).remove).toEqual([])
      }),
    )
  })

  test('every record is found by its key afterwards, and only there', () => {
    const records = runs(5)
    const packed = planCompaction(records.map(encodeSegment)).write
    expect(packed).toHaveLength(1)
    for (const record of records)
      expect(packed.flatMap((segment) => linesOfKey(segment, record.key) ?? [])).toEqual([
        { path: packed[0]?.path, content: encodeSegment(record).content },
      ])
    expect(linesOfKey(packed[0] as Segment, { ...sampleRecord().key, run: '0', attempt: 9 })).toBeNull()
  })

  test('lines keep their bytes: fields that this version does not know, and the spelling of another writer', () => {
    const odd = `${JSON.stringify({ ...sampleRecord({ run: 'odd' }), zone: 'UTC' }, null, 1).replaceAll('\n', '')}\n`
    const planted = { path: encodeSegment(sampleRecord({ run: 'odd' })).path, content: new TextEncoder().encode(odd) }
    const { write } = planCompaction([planted, encodeSegment(sampleRecord({ run: '2' }))])
    expect(new TextDecoder().decode(write[0]?.content)).toContain(odd)
  })

  test.each([
    ['damaged', '{"schema":'],
    ['newer', '{"schema":"testwarden.record/2"}\n'],
  ])('a %s segment stays where it is, with the same bytes', (_name, text) => {
    const [first, ...others] = runs(4).map(encodeSegment)
    const foreign = { path: first?.path ?? '', content: new TextEncoder().encode(text) }
    const edit = planCompaction([foreign, ...others])
    expect(edit.remove).toHaveLength(3)
    expect(applyEdit([foreign, ...others], edit)).toContainEqual(foreign)
  })
})

describe('when it is worth while', () => {
  const march = (count: number) => runs(count).map((record) => ({ path: encodeSegment(record).path, bytes: 500 }))
  const packs = (count: number, bytes: number) =>
    Array.from({ length: count }, (_, n) => ({ path: `coverage-gate/2026-03/packed-${n}.jsonl`, bytes }))

  test('a month that is over, from 16 loose segments on', () => {
    expect(foldersToCompact(march(15), NOW)).toEqual([])
    expect(foldersToCompact(march(16), NOW)).toEqual(['coverage-gate/2026-03'])
  })

  test('the month that runs, and the two days after it, only from 64 on', () => {
    const early = Date.parse('2026-04-01T12:00:00Z')
    expect(foldersToCompact(march(63), early)).toEqual([])
    expect(foldersToCompact(march(64), early)).toEqual(['coverage-gate/2026-03'])
    expect(foldersToCompact(march(63), Date.parse('2026-04-03T12:00:00Z'))).toEqual(['coverage-gate/2026-03'])
  })

  test('packed segments, when there are many small ones', () => {
    expect(foldersToCompact([...packs(31, 1000), ...packs(100, 2_000_000), ...march(1)], NOW)).toEqual([])
    expect(foldersToCompact(packs(32, 1000), NOW)).toEqual(['coverage-gate/2026-03'])
  })

  test('many small packed segments become one, few stay', () => {
    const packed = (count: number) =>
      Array.from(
        { length: count },
        (_, n) =>
          planCompaction(
            runs(2 * n + 2)
              .slice(2 * n)
              .map(encodeSegment),
          ).write,
      ).flat()
    expect(planCompaction(packed(31)).write).toEqual([])
    const edit = planCompaction(packed(32))
    expect([edit.write.length, edit.remove.length]).toEqual([1, 32])
    expect(foldSegments(edit.write)).toEqual(foldSegments(runs(64).map(encodeSegment)))
  })

  test('strangers and other names do not count', () => {
    const strangers = march(64).map(({ path, bytes }) => ({ path: `.quarantine/${path}`, bytes }))
    expect(foldersToCompact(strangers, NOW)).toEqual([])
  })
})

function runs(count: number): HistoryRecord[] {
  return Array.from({ length: count }, (_, run) => sampleRecord({ run: String(run) }))
}
