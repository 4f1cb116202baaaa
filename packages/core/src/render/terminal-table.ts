import type { Column, TableSection } from '../model/page.js'
import { formatInteger } from './numbers.js'
import { paintRuns, type Run, runsWidth, type TerminalStyle, terminalRuns, wrapRuns } from './terminal-inline.js'

const GAP = '  '
const COLUMN_WIDTH_MIN = 8
/** More rows than anybody scrolls through; the HTML page and the verdict file have all of them. */
const ROWS_SHOWN_MAX = 200

export interface TerminalOptions {
  /** Width of the terminal. */
  readonly columns: number
  readonly style: TerminalStyle
}

/** Aligned columns; where the terminal is too narrow for them, cells wrap, and at last each row becomes a small list. */
export function terminalTable(section: TableSection, options: TerminalOptions): string[] {
  const rows = section.rows
    .slice(0, ROWS_SHOWN_MAX)
    .map((row) => section.columns.map((_, index) => terminalRuns(row[index] ?? '')))
  const header = section.columns.map(({ title }): Run[] => terminalRuns(title).map((run) => ({ ...run, paint: 'dim' })))
  const widths = fitWidths(naturalWidths([header, ...rows]), options.columns)
  const lines =
    widths === null
      ? rows.flatMap((row) => stackedRow(row, section.columns, options))
      : [header, ...rows].flatMap((row) => alignedRow(row, { widths, columns: section.columns, style: options.style }))
  const hidden = section.rows.length - rows.length
  return hidden === 0 ? lines : [...lines, `… and ${formatInteger(hidden)} more`]
}

function naturalWidths(rows: readonly (readonly Run[])[][]): number[] {
  const widths: number[] = []
  for (const row of rows) {
    row.forEach((cell, index) => {
      widths[index] = Math.max(widths[index] ?? 0, runsWidth(cell))
    })
  }
  return widths
}

/** Takes from the widest column until the row fits; null when no column would keep a readable width. */
function fitWidths(natural: readonly number[], columns: number): number[] | null {
  const widths = [...natural]
  let excess = widths.reduce((sum, width) => sum + width, 0) + GAP.length * (widths.length - 1) - columns
  while (excess > 0) {
    const widest = Math.max(...widths)
    if (widest <= COLUMN_WIDTH_MIN) return null
    const index = widths.indexOf(widest)
    const second = Math.max(COLUMN_WIDTH_MIN, ...widths.filter((width) => width < widest))
    const cut = Math.min(excess, Math.max(1, widest - second))
    widths[index] = widest - cut
    excess -= cut
  }
  return widths
}

interface Layout {
  readonly widths: readonly number[]
  readonly columns: readonly Column[]
  readonly style: TerminalStyle
}

function alignedRow(row: readonly (readonly Run[])[], { widths, columns, style }: Layout): string[] {
  const cells = row.map((cell, index) => wrapRuns(cell, Math.max(1, widths[index] ?? 1)))
  const height = Math.max(1, ...cells.map((lines) => lines.length))
  const lines: string[] = []
  for (let line = 0; line < height; line++) {
    const parts = cells.map((cell, index) => {
      const runs = cell[line] ?? []
      const padding = ' '.repeat(Math.max(0, (widths[index] ?? 0) - runsWidth(runs)))
      const text = paintRuns(runs, style)
      return columns[index]?.align === 'right' ? padding + text : text + padding
    })
    lines.push(parts.join(GAP).trimEnd())
  }
  return lines
}

function stackedRow(row: readonly (readonly Run[])[], columns: readonly Column[], options: TerminalOptions): string[] {
  const lines = row.flatMap((cell, index) => {
    const title: Run = { text: `${columns[index]?.title ?? ''}: `, paint: 'dim' }
    return wrapRuns([title, ...cell], options.columns).map((line) => paintRuns(line, options.style))
  })
  return [...lines, '']
}
