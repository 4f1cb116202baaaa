import { ConfigurationError } from '@testwarden/core/model/errors'
import { canonicalJson } from '@testwarden/core/model/record-key'
import { packLines } from './pack-lines.js'
import { decodeRecord } from './record-codec.js'
import { reviewSegments } from './review.js'
import type { IntactLine, Segment } from './segment.js'
import type { SegmentEdit } from './segment-edit.js'
import { folderOfRecord } from './segment-place.js'

/**
 * All records as lines of JSON, oldest first, with a line end each.
 * @throws ConfigurationError when two records conflict
 */
export function exportLines(segments: readonly Segment[]): string[] {
  const { records, findings } = reviewSegments(segments)
  if (findings.some(({ fault }) => fault === 'conflicting'))
    throw new ConfigurationError('the history holds different records of one run, so it cannot be exported', {
      remedy: 'see `testwarden history verify`, then `testwarden history repair`',
    })
  return records
    .map((record) => ({ timeMs: Date.parse(record.time), line: canonicalJson(record) }))
    .sort((left, right) => left.timeMs - right.timeMs || (left.line < right.line ? -1 : 1))
    .map(({ line }) => `${line}\n`)
}

export interface ImportPlan {
  readonly edit: SegmentEdit
  readonly added: number
  /** Already there with the same content. */
  readonly known: number
}

/**
 * Adds records from lines of JSON.
 * @throws ConfigurationError for a line that is no record, and for one whose run has other content here: nothing is
 * imported then
 */
export function planImport(
  segments: readonly Segment[],
  { path, text }: { readonly path: string; readonly text: string },
): ImportPlan {
  const known = new Map(
    reviewSegments(segments).records.map((record) => [canonicalJson(record.key), canonicalJson(record)]),
  )
  const before = known.size
  const added = new Map<string, IntactLine[]>()
  const lines = text.split('\n').flatMap((line, index) => (line.trim() === '' ? [] : [{ line, number: index + 1 }]))
  for (const { line, number } of lines) {
    const intact = readImportLine(line, { path, line: number })
    const key = canonicalJson(intact.record.key)
    if (known.has(key) && known.get(key) !== intact.text) throw conflict(path, number)
    if (known.has(key)) continue
    known.set(key, intact.text)
    const folder = folderOfRecord(intact.record)
    added.set(folder, [...(added.get(folder) ?? []), intact])
  }
  const write = [...added].flatMap(([folder, packed]) => packLines(folder, packed))
  return {
    edit: { write, remove: [], move: [] },
    added: known.size - before,
    known: lines.length - (known.size - before),
  }
}

function readImportLine(text: string, place: { readonly path: string; readonly line: number }): IntactLine {
  const decoded = decodeRecord(text)
  if (decoded.ok) return { ok: true, text: canonicalJson(decoded.model), record: decoded.model }
  throw new ConfigurationError(`the line ${decoded.message}`, { ...place, remedy: IMPORT_REMEDY })
}

function conflict(path: string, line: number): ConfigurationError {
  return new ConfigurationError('the history holds another record of the same run', {
    path,
    line,
    remedy: 'remove the line, or look at both with `testwarden history show`',
  })
}

const IMPORT_REMEDY = 'give a file that `testwarden history export` of this or an older version wrote'
