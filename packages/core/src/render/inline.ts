import type { LineRange } from '../model/line-range.js'
import type { Outcome } from '../model/outcome.js'
import type { Inline, Span } from '../model/page.js'
import { formatInteger } from './numbers.js'

/** The mark of an outcome where pictures can be shown. */
export const OUTCOME_MARKS: Readonly<Record<Outcome, string>> = {
  skipped: '⏭️',
  pass: '✅',
  warn: '⚠️',
  inconclusive: '❔',
  fail: '❌',
}

/**
 * Spans in reading order. Neighbouring texts become one, so that an escape sees what a reader will see: `#` and `123`
 * are a reference only together.
 */
export function flattenInline(inline: Inline): (string | Span)[] {
  const flat: (string | Span)[] = []
  for (const part of walkInline(inline)) {
    const previous = flat.at(-1)
    if (typeof part === 'string' && typeof previous === 'string') flat[flat.length - 1] = previous + part
    else flat.push(part)
  }
  return flat
}

/** What remains of running text where nothing can be marked up. */
export function plainText(inline: Inline): string {
  return flattenInline(inline).map(plainSpan).join('')
}

/** `88-89, 97` */
export function formatRanges(ranges: readonly LineRange[]): string {
  return ranges.map(({ first, last }) => (first === last ? `${first}` : `${first}-${last}`)).join(', ')
}

/** `src/refund.py:88-89, 97`, the form that editors and terminals understand. */
export function formatLocation(path: string, ranges: readonly LineRange[]): string {
  return ranges.length === 0 ? path : `${path}:${formatRanges(ranges)}`
}

/** `1 line`, `1,204 lines`: for words that take an s. */
export function countWord(count: number, word: string): string {
  return `${formatInteger(count)} ${word}${count === 1 ? '' : 's'}`
}

function* walkInline(inline: Inline): Generator<string | Span> {
  if (!isList(inline)) yield inline
  else for (const part of inline) yield* walkInline(part)
}

function isList(inline: Inline): inline is readonly Inline[] {
  return Array.isArray(inline)
}

function plainSpan(span: string | Span): string {
  if (typeof span === 'string') return span
  if (span.kind === 'outcome') return `${OUTCOME_MARKS[span.outcome]} ${span.outcome}`
  if (span.kind === 'location') return formatLocation(span.path, span.ranges)
  if (span.kind === 'mention') return `@${span.name}`
  return span.text
}
