import type { DetailsSection, Section } from '../model/page.js'
import type { BlobBase } from './links.js'
import { detailsFrame, type MarkdownBlock, markdownBlock, type PlainSection } from './markdown-block.js'

/** How much fits, and how the sink counts: GitHub counts characters of a comment and bytes of everything else. */
export interface Size {
  readonly limit: number
  measure(text: string): number
}

export interface Fitted {
  /** Without a blank line at either end. */
  readonly markdown: string
  /** Names of what is missing as a whole, in reading order. */
  readonly droppedSections: readonly string[]
  /** Rows of tables and items of lists that are missing from what is there; each place says how many. */
  readonly droppedRows: number
}

export interface FitOptions {
  readonly blobs: BlobBase | null
  readonly size: Size
}

interface Room {
  left: number
  measure(text: string): number
}

interface Kept {
  readonly block: MarkdownBlock
  readonly reserved: number
}

const SEPARATOR = '\n\n'

/**
 * Sections as Markdown within a size. What is missing is the least important: folded parts from the end, then rows of
 * tables and lists from the end, then sections from the end. Nothing is ever cut inside.
 */
export function fitMarkdown(sections: readonly Section[], { blobs, size }: FitOptions): Fitted {
  return fitInto(sections, { blobs, room: { left: size.limit, measure: size.measure } })
}

interface FitContext {
  readonly blobs: BlobBase | null
  readonly room: Room
}

/** First the heads of all sections, then rows as far as they go, then folded parts: in this order room is given out. */
function fitInto(sections: readonly Section[], context: FitContext): Fitted {
  const heads = new Map<Section, Kept>()
  for (const section of sections) {
    const kept = section.kind === 'details' ? null : keepHead(section, context)
    if (kept !== null) heads.set(section, kept)
  }
  const fitted = new Map<Section, Fitted>()
  for (const [section, kept] of heads) fitted.set(section, addRows(kept, context.room))
  for (const section of sections) if (section.kind === 'details') fitted.set(section, fitDetails(section, context))
  return joinFitted(sections.map((section) => fitted.get(section) ?? droppedSection(section, context)))
}

/** null: not even the head and one line that counts the rows would fit. */
function keepHead(section: PlainSection, { blobs, room }: FitContext): Kept | null {
  const block = markdownBlock(section, blobs)
  const reserved = block.rowCount === 0 ? 0 : room.measure(lineOf(block.more(block.rowCount)))
  const cost = block.head === '' && reserved === 0 ? 0 : room.measure(block.head + SEPARATOR) + reserved
  if (cost > Math.max(0, room.left)) return null
  room.left -= cost
  return { block, reserved }
}

function addRows({ block, reserved }: Kept, room: Room): Fitted {
  const lines = block.head === '' ? [] : [block.head]
  room.left += reserved
  for (let index = 0; index < block.rowCount; index++) {
    const row = block.row(index)
    const isLast = index === block.rowCount - 1
    const cost = room.measure(lineOf(row))
    if (cost > room.left - (isLast ? 0 : reserved)) {
      const missing = block.rowCount - index
      room.left -= reserved
      return { markdown: [...lines, block.more(missing)].join('\n'), droppedSections: [], droppedRows: missing }
    }
    room.left -= cost
    lines.push(row)
  }
  return { markdown: lines.join('\n'), droppedSections: [], droppedRows: 0 }
}

function fitDetails(section: DetailsSection, { blobs, room }: FitContext): Fitted {
  const { open, close } = detailsFrame(section.summary)
  const before = room.left
  room.left -= room.measure(open + SEPARATOR + close + SEPARATOR)
  const inner = fitInto(section.sections, { blobs, room })
  if (inner.markdown !== '') return { ...inner, markdown: [open, inner.markdown, close].join(SEPARATOR) }
  room.left = before
  const isEmpty = inner.droppedSections.length === 0 && inner.droppedRows === 0
  return isEmpty ? inner : droppedFitted(section.summary)
}

function droppedSection(section: Section, { blobs }: FitContext): Fitted {
  return droppedFitted(section.kind === 'details' ? section.summary : markdownBlock(section, blobs).name)
}

function droppedFitted(name: string): Fitted {
  return { markdown: '', droppedSections: [name], droppedRows: 0 }
}

function joinFitted(parts: readonly Fitted[]): Fitted {
  return {
    markdown: parts.flatMap(({ markdown }) => (markdown === '' ? [] : [markdown])).join(SEPARATOR),
    droppedSections: parts.flatMap(({ droppedSections }) => droppedSections),
    droppedRows: parts.reduce((sum, { droppedRows }) => sum + droppedRows, 0),
  }
}

function lineOf(row: string): string {
  return `${row}\n`
}
