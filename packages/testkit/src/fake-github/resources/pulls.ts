import { createHash } from 'node:crypto'
import type { HistoryRecord } from '@testwarden/core/model/history-record'
import { canonicalJson, type RecordKey } from '@testwarden/core/model/record-key'
import { decodeRecord, encodeRecord } from './record-codec.js'

/** Longer files are not read: one segment must never fill the memory of a job. */
export const MAX_SEGMENT_BYTES = 32 * 1024 * 1024

const MAX_SEGMENT_LINES = 100_000
const LINE_FEED = 0x0a

/** A file of history: records, one per line. */
export interface Segment {
  /** Relative to the store's root, with `/`. */
  readonly path: string
  readonly content: Uint8Array
}

/** What one segment holds. `fault`: what in it could not be used, for people. */
export interface SegmentContent {
  readonly records: readonly HistoryRecord[]
  readonly faults: readonly string[]
}

/**
 * `<action>/<yyyy-mm>/<hash>.jsonl`. The hash stands for the whole record key, so two writers meet in one file only
 * with the same key; it is lower-case hex, so no file system takes two keys for one.
 */
export function segmentPath(record: HistoryRecord): string {
  return `${record.key.action}/${record.time.slice(0, 7)}/${segmentFileName(record.key)}`
}

export function segmentFileName(key: RecordKey): string {
  return `${createHash('sha256').update(canonicalJson(key)).digest('hex')}.jsonl`
}

export function encodeSegment(record: HistoryRecord): Segment {
  return { path: segmentPath(record), content: new TextEncoder().encode(`${encodeRecord(record)}\n`) }
}

/** Intact lines count even where others are damaged; every line that does not count is named or numbered in a fault. */
export function decodeSegment({ path, content }: Segment): SegmentContent {
  if (content.byteLength > MAX_SEGMENT_BYTES) return unusable(`${path} is longer than ${MAX_SEGMENT_BYTES} bytes`)
  const text = decodeText(content)
  if (text === null) return unusable(`${path} is not UTF-8 text`)
  if (text === '') return unusable(`${path} is empty`)
  if (hasTooManyLines(content)) return unusable(`${path} has more than ${MAX_SEGMENT_LINES} lines`)
  return decodeLines(path, text.replace(/\n$/, '').split('\n'))
}

function hasTooManyLines(content: Uint8Array): boolean {
  let lines = 0
  for (let at = content.indexOf(LINE_FEED); at >= 0; at = content.indexOf(LINE_FEED, at + 1))
    if (++lines > MAX_SEGMENT_LINES) return true
  return false
}

function decodeLines(path: string, lines: readonly string[]): SegmentContent {
  const records: HistoryRecord[] = []
  const faults = new Map<'damaged' | 'newer' | 'misplaced', Fault>()
  for (const [index, line] of lines.entries()) {
    const decoded = decodeRecord(line)
    if (!decoded.ok) note(faults, decoded.fault, { line: index + 1, message: decoded.message })
    else if (!isPlacedRight(path, decoded.model))
      note(faults, 'misplaced', { line: index + 1, message: `belongs to the action ${decoded.model.key.action}` })
    else records.push(decoded.model)
  }
  return { records, faults: [...faults.values()].map((fault) => describeFault(path, fault)) }
}

interface Fault {
  readonly line: number
  readonly message: string
  readonly more: number
}

/** The first of each kind stands for the others: a file of a million bad lines is one warning, not a million. */
function note<Kind>(faults: Map<Kind, Fault>, kind: Kind, { line, message }: Omit<Fault, 'more'>): void {
  const known = faults.get(kind)
  faults.set(kind, known === undefined ? { line, message, more: 0 } : { ...known, more: known.more + 1 })
}

function describeFault(path: string, { line, message, more }: Fault): string {
  const others = more === 0 ? '' : ` (and ${more} more lines of the same kind)`
  return `${path}: line ${line} is not used, because it ${message}${others}`
}

function isPlacedRight(path: string, { key }: HistoryRecord): boolean {
  return path.startsWith(`${key.action}/`)
}

function unusable(fault: string): SegmentContent {
  return { records: [], faults: [`${fault}; it is not used`] }
}

function decodeText(content: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(content)
  } catch {
    return null
  }
}
