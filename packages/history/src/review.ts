import type { HistoryRecord } from '@testwarden/core/model/history-record'
import { canonicalJson } from '@testwarden/core/model/record-key'
import { linkRecords, unmetNeeds } from './record-links.js'
import { type LineFault, readSegmentLines, type Segment } from './segment.js'
import { isQuarantined, isSegmentPath } from './segment-place.js'

/**
 * What is wrong with a file. `stranger`: nothing that this version would write; it is left alone. `unmet`: an intact
 * record that cannot be read without another one, which is not there.
 */
export interface SegmentFinding {
  readonly path: string
  readonly fault: LineFault | 'conflicting' | 'stranger' | 'unmet'
  /** 1-based; null when the whole file is meant. */
  readonly line: number | null
  /** Reads on after the place. */
  readonly message: string
}

export interface HistoryReview {
  readonly segments: number
  /** Without repetitions. */
  readonly records: readonly HistoryRecord[]
  readonly quarantined: number
  readonly findings: readonly SegmentFinding[]
}

/** Every fault of a whole history, one per line that has it. */
export function reviewSegments(segments: readonly Segment[]): HistoryReview {
  const places = new Map<string, Place[]>()
  const findings: SegmentFinding[] = []
  const visible = segments.filter(({ path }) => !isQuarantined(path))
  for (const segment of visible) {
    const { path } = segment
    if (isSegmentPath(path)) reviewSegment(segment, { places, findings })
    else findings.push({ path, fault: 'stranger', line: null, message: 'is nothing that this version knows' })
  }
  for (const same of places.values()) findings.push(...conflictsOf(same))
  const firsts = [...places.values()].flatMap(([first]) => (first === undefined ? [] : [first]))
  const records = firsts.map(({ record }) => record)
  // What cannot be read may be what they need.
  if (!findings.some(({ fault }) => fault === 'newer')) findings.push(...unmetOf(firsts))
  return { segments: visible.length, records, quarantined: segments.length - visible.length, findings }
}

interface Place {
  readonly path: string
  readonly line: number
  readonly record: HistoryRecord
  readonly content: string
}

function reviewSegment(
  segment: Segment,
  { places, findings }: { readonly places: Map<string, Place[]>; readonly findings: SegmentFinding[] },
): void {
  const { path } = segment
  const read = readSegmentLines(segment)
  if (!read.ok) {
    findings.push({ path, fault: 'damaged', line: null, message: read.fault.slice(path.length + 1) })
    return
  }
  for (const [index, line] of read.lines.entries()) {
    if (!line.ok) findings.push({ path, fault: line.fault, line: index + 1, message: line.message })
    else notePlace(places, { path, line: index + 1, record: line.record, content: canonicalJson(line.record) })
  }
}

function notePlace(places: Map<string, Place[]>, place: Place): void {
  const key = canonicalJson(place.record.key)
  const known = places.get(key)
  if (known === undefined) places.set(key, [place])
  else known.push(place)
}

function unmetOf(places: readonly Place[]): SegmentFinding[] {
  const links = linkRecords(places.map(({ record }) => record))
  return places.flatMap(({ path, line, record }) =>
    unmetNeeds(record, links).map(
      (need): SegmentFinding => ({
        path,
        fault: 'unmet',
        line,
        message: `the record of run ${record.key.run} cannot be used: it needs ${need}, which no record of its job holds`,
      }),
    ),
  )
}

function conflictsOf(places: readonly Place[]): SegmentFinding[] {
  const [first] = places
  if (first === undefined || places.every(({ content }) => content === first.content)) return []
  return places.map(({ path, line, record }) => ({
    path,
    fault: 'conflicting',
    line,
    message: `is one of ${places.length} different records of run ${record.key.run}`,
  }))
}
