import { expect, test } from '@jest/globals'
import { PlatformError } from '@testwarden/core/model/errors'
import type { HistoryRecord } from '@testwarden/core/model/history-record'
import { sampleRecord, shaOf } from '@testwarden/testkit/history-store-conformance'
import fc from 'fast-check'
import { foldSegments } from '../src/fold-segments.js'
import { encodeRecord } from '../src/record-codec.js'
import { encodeSegment, type Segment } from '../src/segment.js'

/** Records with few runs, times and bodies, so that keys and times meet often, but never with two contents. */
const records = fc.uniqueArray(
  fc.record({
    run: fc.integer({ min: 0, max: 9 }),
    hour: fc.integer({ min: 0, max: 3 }),
    body: fc.jsonValue({ maxDepth: 1 }),
  }),
  { selector: ({ run }) => run, maxLength: 10 },
)

test('any order, grouping and repetition of segments gives the same records', () => {
  fc.assert(
    fc.property(records, fc.infiniteStream(fc.nat()), (drafts, randoms) => {
      const known = drafts.map(toRecord).filter((record) => !encodeRecord(record).includes('__proto__'))
      const expected = foldSegments(known.map(encodeSegment)).records
      expect(expected).toHaveLength(known.length)
      expect(foldSegments(scatter(known, randoms)).records).toEqual(expected)
    }),
  )
})

test('records come oldest first, however their times are written', () => {
  const times = [
    '2026-03-01T12:00:00.5Z',
    '2026-03-01T12:00:00Z',
    '2026-03-01T12:00:00.25Z',
    '2025-12-31T23:59:59.999Z',
  ]
  const segments = times.map((time, index) => encodeSegment(sampleRecord({ run: String(index), time })))
  expect(foldSegments(segments).records.map((record) => record.key.run)).toEqual(['3', '1', '2', '0'])
})

test('one key with two contents is an error that names both files', () => {
  const left = encodeSegment(sampleRecord({ body: 1 }))
  const right = { ...encodeSegment(sampleRecord({ body: 2 })), path: 'coverage-gate/2026-03/copy.jsonl' }
  for (const segments of [
    [left, right],
    [right, left],
  ]) {
    expect(() => foldSegments(segments)).toThrow(PlatformError)
    expect(() => foldSegments(segments)).toThrow(left.path)
    expect(() => foldSegments(segments)).toThrow(right.path)
  }
})

test('a conflict among records that nobody asked for is an error all the same', () => {
  const segments = [1, 2].map((body) => encodeSegment(sampleRecord({ body })))
  expect(() => foldSegments(segments, { shas: new Set([shaOf(99)]) })).toThrow(PlatformError)
})

test('damaged segments are warnings, and no more of them than anybody reads', () => {
  const damaged = (count: number): Segment[] =>
    Array.from({ length: count }, (_, n) => ({ path: `coverage-gate/2026-03/${n}.jsonl`, content: new Uint8Array() }))
  expect(foldSegments([...damaged(2), encodeSegment(sampleRecord())])).toEqual({
    records: [sampleRecord()],
    warnings: [expect.stringContaining('/0.jsonl is empty'), expect.stringContaining('/1.jsonl is empty')],
  })
  const { warnings } = foldSegments(damaged(1000))
  expect(warnings).toHaveLength(21)
  expect(warnings.at(-1)).toMatch(/980 more/)
})

function toRecord({ run, hour, body }: { readonly run: number; readonly hour: number; readonly body: unknown }) {
  return sampleRecord({ run: String(run), time: `2026-03-01T0${hour}:00:00Z`, body })
}

/** Each record one to three times, in segments of one to three lines, in any order. */
function scatter(known: readonly HistoryRecord[], randoms: Iterator<number>): Segment[] {
  const below = (limit: number): number => Number(randoms.next().value) % limit
  const lines = known
    .flatMap((record) => Array.from({ length: 1 + below(3) }, () => encodeRecord(record)))
    .map((line) => ({ line, rank: below(1000) }))
    .sort((left, right) => left.rank - right.rank)
    .map(({ line }) => line)
  const segments: Segment[] = []
  while (lines.length > 0) {
    const content = new TextEncoder().encode(`${lines.splice(0, 1 + below(3)).join('\n')}\n`)
    segments.push({ path: `coverage-gate/2026-03/${segments.length}.jsonl`, content })
  }
  return segments
}
