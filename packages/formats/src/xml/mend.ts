import { CHARACTER_REFERENCE, MAX_REFERENCE_LENGTH, readReference } from './references.js'

/** Characters that no XML document may hold: control characters but three of them, and two that are none. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g
const REFERENCE_END = /[;\s<&"']/

/** What a reference stands for, however badly it is written. */
export interface MendedReference {
  readonly text: string
  /** Behind it. */
  readonly behind: number
  /** For people; null: there was nothing to mend. */
  readonly oddity: string | null
}

/** A text without the characters that no XML document may hold. */
export interface MendedText {
  readonly text: string
  /** Offset of the first one that was dropped; -1: none was. */
  readonly firstDropped: number
}

export function dropForbidden(text: string): MendedText {
  FORBIDDEN.lastIndex = 0
  const first = FORBIDDEN.exec(text)
  return first === null ? { text, firstDropped: -1 } : { text: text.replace(FORBIDDEN, ''), firstDropped: first.index }
}

/**
 * @param start where an `&` stands
 * @returns null while more text is needed to tell
 */
export function mendReference(text: string, start: number): MendedReference | null {
  const begun = text.slice(start + 1, start + 1 + MAX_REFERENCE_LENGTH)
  const end = begun.search(REFERENCE_END)
  if (end === -1 && begun.length < MAX_REFERENCE_LENGTH) return null
  if (end === -1 || begun[end] !== ';')
    return { text: '&', behind: start + 1, oddity: 'an & that starts no reference is kept as written' }
  const body = begun.slice(0, end)
  const behind = start + end + 2
  const reference = readReference(body)
  if ('text' in reference) return { text: reference.text, behind, oddity: null }
  return CHARACTER_REFERENCE.test(body)
    ? { text: '', behind, oddity: 'a reference to a character that XML does not allow is dropped' }
    : { text: `&${body};`, behind, oddity: 'a reference that XML does not know is kept as written' }
}

/** Decodes a whole text in which references may be bad. */
export function expandMended(text: string): string {
  let start = 0
  let expanded = ''
  for (let at = text.indexOf('&'); at !== -1; at = text.indexOf('&', start)) {
    const mended = mendReference(text, at)
    expanded += text.slice(start, at) + (mended?.text ?? '&')
    start = mended?.behind ?? at + 1
  }
  return expanded + text.slice(start)
}
