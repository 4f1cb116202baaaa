import { CARRIAGE_RETURN, CLOSE_BRACKET } from './characters.js'

/** Constructs in which markup has no meaning until their end mark. */
export type OpaqueKind = 'comment' | 'processing instruction' | 'CDATA section'

/** What the text at hand is inside of. Everything else is content. */
export type Inside = 'content' | OpaqueKind

const END_MARKS: Readonly<Record<OpaqueKind, string>> = {
  comment: '-->',
  'processing instruction': '?>',
  'CDATA section': ']]>',
}

export interface OpaqueEnd {
  /** Behind what certainly is content. */
  readonly end: number
  /** Behind the end mark; null while it is not in the text. */
  readonly behind: number | null
}

export function findOpaqueEnd(kind: OpaqueKind, text: string, start: number): OpaqueEnd {
  const mark = END_MARKS[kind]
  const found = text.indexOf(mark, start)
  if (found !== -1) return { end: found, behind: found + mark.length }
  const settled = Math.max(start, text.length - begunLength(text, mark))
  return { end: kind === 'CDATA section' && text.endsWith('\r') ? text.length - 1 : settled, behind: null }
}

/** A comment may hold `--` only as part of its end; -1 when this one does not. */
export function findDoubleHyphen(text: string, start: number, end: number): number {
  const found = text.indexOf('--', start)
  if (found === -1 || found >= end) return -1
  return found
}

/** Characters at the end that only mean something together with the next ones: `]]` of `]]>`, `\r` of `\r\n`. */
export function unsettledLength(text: string, start: number): number {
  const last = text.charCodeAt(text.length - 1)
  if (last === CARRIAGE_RETURN) return 1
  if (last !== CLOSE_BRACKET) return 0
  return text.length - 2 >= start && text.charCodeAt(text.length - 2) === CLOSE_BRACKET ? 2 : 1
}

/** How much of the mark the text ends with. */
function begunLength(text: string, mark: string): number {
  for (let length = mark.length - 1; length > 0; length--) if (text.endsWith(mark.slice(0, length))) return length
  return 0
}
