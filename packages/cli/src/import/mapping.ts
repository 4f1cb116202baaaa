import { ConfigurationError } from '@testwarden/core/model/errors'
import { NOWHERE, parsePlace, type RunPlace } from './run-place.js'

const COLUMNS = ['path', 'commit', 'run', 'attempt', 'time'] as const

type Row = Readonly<Partial<Record<(typeof COLUMNS)[number], string>>>

/**
 * Which report is of which run: CSV with a header, or JSON with a list of objects, of `path`, `commit`, `run`, `attempt`
 * and `time`. A path stands for a file, or for all files below a folder; the longest that fits counts.
 * @throws ConfigurationError naming the line
 */
export function readMapping(path: string, text: string): (report: string) => RunPlace {
  const rows = text.trimStart().startsWith('[') ? jsonRows(path, text) : csvRows(path, text)
  const places = new Map(
    rows.map(({ row, line }) => {
      if (row.path === undefined || row.path.trim() === '') throw refusal(path, line, 'names no path')
      return [row.path.trim().replace(/^\.\//, '').replace(/\/+$/, ''), parsePlace(row, { path, line })] as const
    }),
  )
  return (report) => {
    for (let at = report; at !== ''; at = at.slice(0, Math.max(0, at.lastIndexOf('/')))) {
      const place = places.get(at)
      if (place !== undefined) return place
    }
    return NOWHERE
  }
}

interface NumberedRow {
  readonly row: Row
  readonly line: number
}

function csvRows(path: string, text: string): readonly NumberedRow[] {
  const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/)
  const header = cellsOf(lines[0] ?? '')
  const strange = header.find((name) => !COLUMNS.some((column) => column === name))
  if (strange !== undefined || !header.includes('path')) throw refusal(path, 1, 'is no header')
  return lines.slice(1).flatMap((written, index) => {
    if (written.trim() === '') return []
    const cells = cellsOf(written)
    if (cells.length !== header.length) throw refusal(path, index + 2, `has ${cells.length} cells`)
    return [{ row: Object.fromEntries(header.map((name, at) => [name, cells[at] ?? ''])), line: index + 2 }]
  })
}

/** Cells with a comma stand in quotes, in which a quote is written twice. */
function cellsOf(line: string): readonly string[] {
  return [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(([, quoted, plain]) =>
    (quoted === undefined ? (plain ?? '') : quoted.replaceAll('""', '"')).trim(),
  )
}

function jsonRows(path: string, text: string): readonly NumberedRow[] {
  const rows = parseJson(text)
  if (!Array.isArray(rows)) throw refusal(path, 1, 'begins no list of objects')
  return rows.map((value: unknown) => {
    if (typeof value !== 'object' || value === null)
      throw refusal(path, 1, 'begins a list with something else than objects')
    const entries = Object.entries(value)
    const strange = entries.find(([name]) => !COLUMNS.some((column) => column === name))
    if (strange !== undefined) throw refusal(path, 1, `begins a list with ${JSON.stringify(strange[0].slice(0, 40))}`)
    return { row: Object.fromEntries(entries.map(([name, cell]) => [name, String(cell ?? '')])), line: 1 }
  })
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

function refusal(path: string, line: number, what: string): ConfigurationError {
  return new ConfigurationError(`The line ${what}.`, {
    path,
    line,
    remedy: `Write CSV with a header of ${COLUMNS.join(', ')}, or a JSON list of objects of these names.`,
  })
}
