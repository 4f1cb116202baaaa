import type { ChartSection, CodeSection, Inline, ListSection, TableSection, TextSection } from '../model/page.js'
import { sparkline } from './chart-text.js'
import { escapeMarkdownBlock, escapeMarkdownHtml } from './escape.js'
import { plainText } from './inline.js'
import type { BlobBase } from './links.js'
import { inlineMarkdown, lineMarkdown } from './markdown-inline.js'
import { formatInteger } from './numbers.js'

/**
 * A section as Markdown in pieces, so that what must be left out is left out between pieces and never inside markup.
 * `rows` are made one by one, when they are wanted.
 */
export interface MarkdownBlock {
  /** What a reader is told when the whole block is left out. */
  readonly name: string
  /** Empty, or what stands on the lines before the first row. */
  readonly head: string
  readonly rowCount: number
  row(index: number): string
  /** Stands in for the last rows. */
  more(count: number): string
}

/** Everything but folded parts. */
export type PlainSection = TableSection | ListSection | TextSection | CodeSection | ChartSection

export function markdownBlock(section: PlainSection, blobs: BlobBase | null): MarkdownBlock {
  switch (section.kind) {
    case 'table':
      return tableBlock(section, blobs)
    case 'list':
      return listBlock(section, blobs)
    case 'text':
      return fixedBlock(nameOf(section), withHeading(section.heading, lineMarkdown(section.text, blobs), blobs))
    case 'code':
      return fixedBlock(nameOf(section), withHeading(section.heading, escapeMarkdownBlock(section.text), blobs))
    case 'chart':
      return fixedBlock(nameOf(section), withHeading(section.heading, lineMarkdown(sparkline(section), null), blobs))
  }
}

/** Opening and closing of a folded part. The blank lines let GitHub read what stands between as Markdown. */
export function detailsFrame(summary: string): { readonly open: string; readonly close: string } {
  return { open: `<details><summary>${escapeMarkdownHtml(summary)}</summary>`, close: '</details>' }
}

function tableBlock(section: TableSection, blobs: BlobBase | null): MarkdownBlock {
  const titles = section.columns.map((column) => inlineMarkdown(column.title, null))
  const rules = section.columns.map((column) => (column.align === 'right' ? '---:' : '---'))
  return {
    name: nameOf(section),
    head: withHeading(section.heading, `${tableRow(titles)}\n|${rules.join('|')}|`, blobs),
    rowCount: section.rows.length,
    row: (index) => tableRow(cellsOf(section, index).map((cell) => inlineMarkdown(cell, blobs))),
    more: (count) => tableRow(section.columns.map((_, column) => (column === 0 ? moreText(count) : ''))),
  }
}

/** A row has as many cells as there are columns, whatever its author gave. */
function cellsOf(section: TableSection, index: number): Inline[] {
  const row = section.rows[index] ?? []
  return section.columns.map((_, column) => row[column] ?? '')
}

function tableRow(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`
}

function listBlock(section: ListSection, blobs: BlobBase | null): MarkdownBlock {
  return {
    name: nameOf(section),
    head: section.heading === undefined ? '' : `${headingMarkdown(section.heading, blobs)}\n`,
    rowCount: section.items.length,
    row: (index) => `- ${lineMarkdown(section.items[index] ?? '', blobs)}`,
    more: (count) => `- ${moreText(count)}`,
  }
}

function fixedBlock(name: string, head: string): MarkdownBlock {
  return { name, head, rowCount: 0, row: () => '', more: () => '' }
}

function withHeading(heading: Inline | undefined, markdown: string, blobs: BlobBase | null): string {
  return heading === undefined ? markdown : `${headingMarkdown(heading, blobs)}\n\n${markdown}`
}

/** Number signs at the end would be read as the heading's closing mark. */
function headingMarkdown(heading: Inline, blobs: BlobBase | null): string {
  return `### ${inlineMarkdown(heading, blobs).replace(/#+$/, (run) => run.replaceAll('#', '\\#'))}`
}

function nameOf(section: PlainSection): string {
  return section.heading === undefined ? `a ${section.kind}` : `“${plainText(section.heading)}”`
}

function moreText(count: number): string {
  return `… and ${formatInteger(count)} more`
}
