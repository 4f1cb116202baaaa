import {
  CLOSE_BRACKET,
  DOUBLE_QUOTE,
  findForbidden,
  GREATER,
  HYPHEN,
  isSpace,
  LESS,
  OPEN_BRACKET,
  QUESTION,
  SINGLE_QUOTE,
} from './characters.js'
import { forbidden } from './fail.js'
import { DOCTYPE } from './marks.js'

/**
 * Finds the end of a document type declaration, internal subset included. Nothing in it is resolved, expanded or even
 * remembered: reports need none of it, and attacks do.
 * @param start behind `<!DOCTYPE`
 * @returns the offset behind the closing `>`, or -1 while it is not in the text
 */
export function doctypeEnd(text: string, start: number): number {
  let isInSubset = false
  let at = start
  while (at < text.length) {
    const code = text.charCodeAt(at)
    if (code === GREATER && !isInSubset) return at + 1
    if (code === OPEN_BRACKET) isInSubset = true
    else if (code === CLOSE_BRACKET) isInSubset = false
    const skipped = skipOpaque(text, at, code)
    if (skipped === -1) return -1
    at = skipped
  }
  return -1
}

/** What is wrong with a declaration that ends at `end`; null: nothing that we look at. @param start where its `<` is */
export function doctypeFault(
  text: string,
  start: number,
  end: number,
): { readonly problem: string; readonly offset: number } | null {
  const bad = findForbidden(text, start, end)
  if (bad !== -1) return { problem: forbidden(text.charCodeAt(bad)), offset: bad }
  return isSpace(text.charCodeAt(start + DOCTYPE.length))
    ? null
    : { problem: 'a document type declaration without a name', offset: start }
}

/** Behind a quoted string, a comment or a processing instruction that starts here; else behind this character. */
function skipOpaque(text: string, at: number, code: number): number {
  if (code === DOUBLE_QUOTE || code === SINGLE_QUOTE) return behind(text, String.fromCharCode(code), at + 1)
  if (code !== LESS) return at + 1
  if (text.charCodeAt(at + 1) === QUESTION) return behind(text, '?>', at + 2)
  const isComment = text.charCodeAt(at + 2) === HYPHEN && text.charCodeAt(at + 3) === HYPHEN
  return isComment ? behind(text, '-->', at + 4) : at + 1
}

function behind(text: string, mark: string, from: number): number {
  const found = text.indexOf(mark, from)
  return found === -1 ? -1 : found + mark.length
}
