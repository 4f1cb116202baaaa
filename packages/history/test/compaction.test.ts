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
  const march = (count: number) => runs(count).map((record) => encodeSegment(record).path)

  test('a month that is over, from two loose segments on', () => {
    expect(foldersToCompact(march(1), NOW)).toEqual([])
    expect(foldersToCompact(march(2), NOW)).toEqual(['coverage-gate/2026-03'])
  })

  test('the month that runs, and the two days after it, only from 64 on', () => {
    const early = Date.parse('2026-04-01T12:00:00Z')
    expect(foldersToCompact(march(63), early)).toEqual([])
    expect(foldersToCompact(march(64), early)).toEqual(['coverage-gate/2026-03'])
    expect(foldersToCompact(march(63), Date.parse('2026-04-03T12:00:00Z'))).toEqual(['coverage-gate/2026-03'])
  })

  test('packed segments do not count', () => {
    const packed = planCompaction(runs(70).map(encodeSegment)).write.map(({ path }) => path)
    expect(foldersToCompact([...packed, ...march(1)], NOW)).toEqual([])
  })
})

function runs(count: number): HistoryRecord[] {
  return Array.from({ length: count }, (_, run) => sampleRecord({ run: String(run) }))
}
