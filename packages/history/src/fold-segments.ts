import { createHash } from 'node:crypto'
import { PlatformError } from '@testwarden/core/model/errors'
import type { HistoryRecord } from '@testwarden/core/model/history-record'
import { canonicalJson } from '@testwarden/core/model/record-key'
import type { HistoryRead } from '@testwarden/core/ports/history-store'
import { matchesFilter, type RecordFilter } from './query.js'
import { decodeSegment, type Segment } from './segment.js'

/** Warnings beyond this are counted, not listed. */
const MAX_WARNINGS = 20

/** Segments in, records out. Only records that match the filter are kept in memory. */
export interface SegmentFold {
  /** @throws PlatformError when a record key is known with other content. */
  add(segment: Segment): void
  /** A segment that the store itself could not use. */
  addFault(fault: string): void
  /** Oldest first. The order, number and repetition of the segments make no difference to the records. */
  end(): HistoryRead
}

export function createSegmentFold(filter: RecordFilter): SegmentFold {
  const seen = new Map<string, SeenRecord>()
  const kept: KeptRecord[] = []
  const faults: string[] = []
  const fold = (record: HistoryRecord, path: string): void => {
    const isKept = matchesFilter(record, filter)
    if (isRepetition(seen, { record, path, isKept })) return
    if (isKept) kept.push({ record, timeMs: Date.parse(record.time) })
  }
  return {
    add(segment) {
      const content = decodeSegment(segment)
      faults.push(...content.faults)
      for (const record of content.records) fold(record, segment.path)
    },
    addFault: (fault) => faults.push(fault),
    end: () => ({ records: kept.sort(compareRecords).map(({ record }) => record), warnings: shortList(faults) }),
  }
}

/** @throws PlatformError when a record key comes with two contents. */
export function foldSegments(segments: Iterable<Segment>, filter: RecordFilter = {}): HistoryRead {
  const fold = createSegmentFold(filter)
  for (const segment of segments) fold.add(segment)
  return fold.end()
}

interface SeenRecord {
  /** The record, where it is in memory anyway; else a digest of it. */
  readonly content: HistoryRecord | string
  readonly path: string
}

interface KeptRecord {
  readonly record: HistoryRecord
  readonly timeMs: number
}

interface FoundRecord {
  readonly record: HistoryRecord
  readonly path: string
  readonly isKept: boolean
}

/** Digests are made only to compare with: nearly every record comes once. */
function isRepetition(seen: Map<string, SeenRecord>, { record, path, isKept }: FoundRecord): boolean {
  const key = canonicalJson(record.key)
  const known = seen.get(key)
  if (known === undefined) {
    seen.set(key, { content: isKept ? record : digest(record), path })
    return false
  }
  if (digestOf(known.content) === digest(record)) return true
  throw new PlatformError(`the history holds two different records of one run: in ${known.path} and in ${path}`, {
    remedy: 'look at both files and remove the one that is wrong; neither is used until then',
  })
}

/** By time; records of one instant by their bytes, so that every reader has the same order. */
function compareRecords(left: KeptRecord, right: KeptRecord): number {
  return left.timeMs - right.timeMs || (canonicalJson(left.record) < canonicalJson(right.record) ? -1 : 1)
}

function digestOf(content: SeenRecord['content']): string {
  return typeof content === 'string' ? content : digest(content)
}

function digest(record: HistoryRecord): string {
  return createHash('sha256').update(canonicalJson(record)).digest('base64')
}

function shortList(faults: readonly string[]): string[] {
  if (faults.length <= MAX_WARNINGS) return [...faults]
  return [...faults.slice(0, MAX_WARNINGS), `${faults.length - MAX_WARNINGS} more faults in the history are not listed`]
}
