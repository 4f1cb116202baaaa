import type { Outcome } from '../model/outcome.js'
import type { Inline, Span } from '../model/page.js'
import { escapeTerminal } from './escape.js'
import { flattenInline, formatLocation } from './inline.js'
import { characterWidth, textWidth } from './text-width.js'

export type TerminalStyle = 'colour' | 'plain'

/** Select Graphic Rendition codes (ECMA-48 8.3.117). */
export type Paint = 'bold' | 'dim' | 'red' | 'green' | 'yellow' | 'cyan'

const CODES: Readonly<Record<Paint, readonly [on: number, off: number]>> = {
  bold: [1, 22],
  dim: [2, 22],
  red: [31, 39],
  green: [32, 39],
  yellow: [33, 39],
  cyan: [36, 39],
}

/** One column wide everywhere, unlike pictures. */
export const TERMINAL_MARKS: Readonly<Record<Outcome, string>> = {
  skipped: '-',
  pass: '✓',
  warn: '!',
  inconclusive: '?',
  fail: '✗',
}

const OUTCOME_PAINTS: Readonly<Record<Outcome, Paint>> = {
  skipped: 'dim',
  pass: 'green',
  warn: 'yellow',
  inconclusive: 'yellow',
  fail: 'red',
}

/** Text of one look. Escaped already, so that only we bring control characters in. */
export interface Run {
  readonly text: string
  readonly paint: Paint | null
}

export function terminalRuns(inline: Inline): Run[] {
  return flattenInline(inline).flatMap(spanRuns)
}

export function paintRuns(runs: readonly Run[], style: TerminalStyle): string {
  return runs.map(({ text, paint }) => (paint === null ? text : paintText(text, { paint, style }))).join('')
}

export function paintText(
  text: string,
  { paint, style }: { readonly paint: Paint; readonly style: TerminalStyle },
): string {
  if (style === 'plain' || text === '') return text
  const [on, off] = CODES[paint]
  return `\u001b[${on}m${text}\u001b[${off}m`
}

export function outcomePaint(outcome: Outcome): Paint {
  return OUTCOME_PAINTS[outcome]
}

export function runsWidth(runs: readonly Run[]): number {
  return runs.reduce((sum, { text }) => sum + textWidth(text), 0)
}

/** Lines of at most so many columns, broken between words, and inside a word only where it is longer than a line. */
export function wrapRuns(runs: readonly Run[], columns: number): Run[][] {
  const lines: Run[][] = []
  let line: Run[] = []
  let used = 0
  for (const word of wordsOf(runs)) {
    for (const piece of textWidth(word.text) > columns ? chop(word, columns) : [word]) {
      if (used > 0 && used + textWidth(piece.text.trimEnd()) > columns) {
        lines.push(trimLine(line))
        line = []
        used = 0
      }
      const text = lines.length > 0 && used === 0 ? piece.text.trimStart() : piece.text
      line.push({ ...piece, text })
      used += textWidth(text)
    }
  }
  return [...lines, trimLine(line)]
}

function spanRuns(span: string | Span): Run[] {
  if (typeof span === 'string') return [{ text: escapeTerminal(span), paint: null }]
  switch (span.kind) {
    case 'code':
      return [{ text: escapeTerminal(span.text), paint: 'cyan' }]
    case 'strong':
      return [{ text: escapeTerminal(span.text), paint: 'bold' }]
    case 'link':
      return [
        { text: `${escapeTerminal(span.text)} `, paint: null },
        { text: `(${escapeTerminal(span.url)})`, paint: 'dim' },
      ]
    case 'outcome':
      return [{ text: `${TERMINAL_MARKS[span.outcome]} ${span.outcome}`, paint: outcomePaint(span.outcome) }]
    case 'mention':
      return [{ text: escapeTerminal(`@${span.name}`), paint: null }]
    case 'location':
      return [{ text: escapeTerminal(formatLocation(span.path, span.ranges)), paint: 'cyan' }]
  }
}

/** Words with the spaces around them, each of one look. A number keeps its percent sign. */
function* wordsOf(runs: readonly Run[]): Generator<Run> {
  for (const { text, paint } of runs) {
    for (const word of text.match(/ *[^ ]+(?: %[^ ]*)? *| +/g) ?? []) yield { text: word, paint }
  }
}

function* chop({ text, paint }: Run, columns: number): Generator<Run> {
  let piece = ''
  let width = 0
  for (const character of text) {
    const next = characterWidth(character)
    if (width + next > columns && piece !== '') {
      yield { text: piece, paint }
      piece = ''
      width = 0
    }
    piece += character
    width += next
  }
  yield { text: piece, paint }
}

/** Pieces of one look become one; the space at the end goes. */
function trimLine(line: readonly Run[]): Run[] {
  const joined: Run[] = []
  for (const piece of line) {
    const last = joined.at(-1)
    if (last?.paint === piece.paint) joined[joined.length - 1] = { ...last, text: last.text + piece.text }
    else joined.push(piece)
  }
  const last = joined.at(-1)
  return last === undefined ? [] : [...joined.slice(0, -1), { ...last, text: last.text.trimEnd() }]
}
