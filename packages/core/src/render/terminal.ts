import type { Inline, Section } from '../model/page.js'
import { sparkline } from './chart-text.js'
import { escapeTerminal } from './escape.js'
import { formatInteger } from './numbers.js'
import type { StepPage } from './step-page.js'
import {
  outcomePaint,
  paintRuns,
  paintText,
  TERMINAL_MARKS,
  type TerminalStyle,
  terminalRuns,
  wrapRuns,
} from './terminal-inline.js'
import { type TerminalOptions, terminalTable } from './terminal-table.js'

export type { TerminalOptions, TerminalStyle }

const INDENT = '  '
const ITEMS_SHOWN_MAX = 200

/** A whole step: title, verdict table, sections, and where it all comes from. Ends with a line break. */
export function renderTerminalPage(page: StepPage, options: TerminalOptions): string {
  const mark = paintText(TERMINAL_MARKS[page.outcome], { paint: outcomePaint(page.outcome), style: options.style })
  const title = paintText(page.title, { paint: 'bold', style: options.style })
  const body = renderTerminal([...page.verdict, ...page.sections], options)
  const foot: Inline[] = [['Same verdict: ', { kind: 'code', text: page.localCommand }], page.policy]
  return `${[`${mark} ${title}`, body, foot.flatMap((line) => wrapped(line, options)).join('\n')].join('\n\n')}\n`
}

/** Sections as text for a terminal. Folded parts are open, as there is nothing to click on. */
export function renderTerminal(sections: readonly Section[], options: TerminalOptions): string {
  return sections.map((section) => sectionLines(section, options).join('\n').trimEnd()).join('\n\n')
}

function sectionLines(section: Section, options: TerminalOptions): string[] {
  switch (section.kind) {
    case 'table':
      return [...headingLines(section.heading, options), ...terminalTable(section, options)]
    case 'list':
      return [...headingLines(section.heading, options), ...listLines(section.items, options)]
    case 'text':
      return [...headingLines(section.heading, options), ...wrapped(section.text, options)]
    case 'code':
      return [...headingLines(section.heading, options), ...codeLines(section.text, options)]
    case 'chart':
      return [...headingLines(section.heading, options), ...wrapped(sparkline(section), options)]
    case 'details':
      return [...headingLines(section.summary, options), ...indented(section.sections, options)]
  }
}

function headingLines(heading: Inline | undefined, options: TerminalOptions): string[] {
  if (heading === undefined) return []
  const runs = terminalRuns(heading).map((run) => ({ ...run, paint: 'bold' as const }))
  return wrapRuns(runs, options.columns).map((line) => paintRuns(line, options.style))
}

function listLines(items: readonly Inline[], options: TerminalOptions): string[] {
  const narrower = { ...options, columns: inner(options) }
  const lines = items
    .slice(0, ITEMS_SHOWN_MAX)
    .flatMap((item) => wrapped(item, narrower).map((line, index) => (index === 0 ? `- ${line}` : INDENT + line)))
  const hidden = items.length - ITEMS_SHOWN_MAX
  return hidden <= 0 ? lines : [...lines, `- … and ${formatInteger(hidden)} more`]
}

/** Line by line, as they were written, however wide. */
function codeLines(text: string, { style }: TerminalOptions): string[] {
  const lines = text.replace(/\r\n?/g, '\n').split('\n')
  return lines.map((line) => INDENT + paintText(escapeTerminal(line.replaceAll('\t', '    ')), { paint: 'dim', style }))
}

function indented(sections: readonly Section[], options: TerminalOptions): string[] {
  const text = renderTerminal(sections, { ...options, columns: inner(options) })
  return text.split('\n').map((line) => (line === '' ? '' : INDENT + line))
}

function wrapped(inline: Inline, { columns, style }: TerminalOptions): string[] {
  return wrapRuns(terminalRuns(inline), columns).map((line) => paintRuns(line, style))
}

function inner({ columns }: TerminalOptions): number {
  return Math.max(20, columns - INDENT.length)
}
