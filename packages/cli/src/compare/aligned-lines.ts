import { escapeTerminal } from '@testwarden/core/render/escape'
import { paintText, type TerminalStyle } from '@testwarden/core/render/terminal-inline'
import { isPlainText, textWidth } from '@testwarden/core/render/text-width'

/** A line of a table: a name, which a report may have made of anything, and cells of our own behind it. */
export interface AlignedRow {
  readonly name: string
  /** Of characters that take a column each; as many in every row. */
  readonly cells: readonly string[]
  /** Place of the cell that matters most; null: none. */
  readonly strong: number | null
}

export interface AlignedLayout {
  /** One for each cell. */
  readonly aligns: readonly ('left' | 'right')[]
  readonly style: TerminalStyle
}

const GAP = '  '

/**
 * A line for each row, however long, so that it can be searched. Tables of the page are not made for tens of thousands of
 * rows.
 */
export function alignedLines(rows: readonly AlignedRow[], layout: AlignedLayout): string[] {
  const names = rows.map(({ name }) => (isPlainText(name) ? name : escapeTerminal(name)))
  const nameWidth = names.reduce((width, name) => Math.max(width, columnsOf(name)), 0)
  const widths = widthsOf(rows)
  return rows.map((row, at) => {
    const name = names[at] ?? ''
    return (name + ' '.repeat(nameWidth - columnsOf(name)) + alignedCells(row, widths, layout)).trimEnd()
  })
}

function columnsOf(name: string): number {
  return isPlainText(name) ? name.length : textWidth(name)
}

function widthsOf(rows: readonly AlignedRow[]): readonly number[] {
  const widths: number[] = []
  for (const { cells } of rows)
    for (let at = 0; at < cells.length; at++) {
      const width = cells[at]?.length ?? 0
      if (width > (widths[at] ?? -1)) widths[at] = width
    }
  return widths
}

function alignedCells(
  { cells, strong }: AlignedRow,
  widths: readonly number[],
  { aligns, style }: AlignedLayout,
): string {
  let line = ''
  for (let at = 0; at < cells.length; at++) {
    const cell = cells[at] ?? ''
    const text = at === strong ? paintText(cell, { paint: 'bold', style }) : cell
    const blanks = ' '.repeat((widths[at] ?? 0) - cell.length)
    line += aligns[at] === 'right' ? GAP + blanks + text : GAP + text + blanks
  }
  return line
}
