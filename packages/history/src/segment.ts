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

/** One line of a segment, with its bytes as they stand. */
export type SegmentLine = IntactLine | FaultyLine

export interface IntactLine {
  readonly ok: true
  readonly text: string
  readonly record: HistoryRecord
}

/** `misplaced`: an intact record in the folder of another action. The message reads on after "because it". */
export interface FaultyLine {
  readonly ok: false
  readonly fault: LineFault
  readonly message: string
}

export type LineFault = 'damaged' | 'newer' | 'misplaced'

/** `fault`: why nothing of the file can be read at all. */
export type SegmentLines =
  | { readonly ok: true; readonly lines: readonly SegmentLine[] }
  | { readonly ok: false; readonly fault: string }

/** Intact lines count even where others are damaged; every line that does not count is named or numbered in a fault. */
export function decodeSegment(segment: Segment): SegmentContent {
  const read = readSegmentLines(segment)
  if (!read.ok) return { records: [], faults: [`${read.fault}; it is not used`] }
  const faults = new Map<LineFault, Fault>()
  const records: HistoryRecord[] = []
  for (const [index, line] of read.lines.entries())
    if (line.ok) records.push(line.record)
    else note(faults, line.fault, { line: index + 1, message: line.message })
  return { records, faults: [...faults.values()].map((fault) => describeFault(segment.path, fault)) }
}

/** Every line by itself, for those who move lines without changing them. */
export function readSegmentLines({ path, content }: Segment): SegmentLines {
  if (content.byteLength > MAX_SEGMENT_BYTES) return unusable(`${path} is longer than ${MAX_SEGMENT_BYTES} bytes`)
  const text = decodeText(content)
  if (text === null) return unusable(`${path} is not UTF-8 text`)
  if (text === '') return unusable(`${path} is empty`)
  if (hasTooManyLines(content)) return unusable(`${path} has more than ${MAX_SEGMENT_LINES} lines`)
  const lines = text.replace(/\n$/, '').split('\n')
  return { ok: true, lines: lines.map((line) => readLine(path, line)) }
}

function readLine(path: string, text: string): SegmentLine {
  const decoded = decodeRecord(text)
  if (!decoded.ok) return { ok: false, fault: decoded.fault, message: decoded.message }
  const record = decoded.model
  if (isPlacedRight(path, record)) return { ok: true, text, record }
  return { ok: false, fault: 'misplaced', message: `belongs to the action ${record.key.action}` }
}

function hasTooManyLines(content: Uint8Array): boolean {
  let lines = 0
  for (let at = content.indexOf(LINE_FEED); at >= 0; at = content.indexOf(LINE_FEED, at + 1))
    if (++lines > MAX_SEGMENT_LINES) return true
  return false
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

function unusable(fault: string): SegmentLines {
  return { ok: false, fault }
}

function decodeText(content: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(content)
  } catch {
    return null
  }
}
