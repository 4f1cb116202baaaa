import { isForbidden, nameEnd } from './characters.js'

/** Longest reference in text that we look for the end of: `&#x10ffff;` with room for leading zeros and long names. */
export const MAX_REFERENCE_LENGTH = 128
const MAX_SHOWN_LENGTH = 60

const PREDEFINED: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
])

/** What stands between `&` and `;` of a reference to a character, whether or not there is such a one. */
export const CHARACTER_REFERENCE = /^#(?:[0-9]+|x[0-9A-Fa-f]+)$/
const DECIMAL = /^#[0-9]+$/
const HEXADECIMAL = /^#x[0-9A-Fa-f]+$/
const MAX_CODE_POINT = 0x10ffff

/** What a reference stands for, or why it stands for nothing. Only the five predefined entities and numbers do. */
export type Reference = { readonly text: string } | { readonly problem: string }

/** @param body what stands between `&` and `;` */
export function readReference(body: string): Reference {
  const predefined = PREDEFINED.get(body)
  if (predefined !== undefined) return { text: predefined }
  if (body.startsWith('#')) return readCharacterReference(body)
  if (body === '' || nameEnd(body, 0) < body.length) return { problem: 'an & that starts no reference (write &amp;)' }
  return { problem: `undefined entity &${shorten(body)}; (entities that a document declares are never expanded)` }
}

/** Decodes a text whose references are known to be good. */
export function expandReferences(text: string): string {
  let start = 0
  let expanded = ''
  for (let at = text.indexOf('&'); at !== -1; at = text.indexOf('&', start)) {
    const end = text.indexOf(';', at)
    const reference = readReference(text.slice(at + 1, end))
    expanded += text.slice(start, at) + ('text' in reference ? reference.text : '')
    start = end + 1
  }
  return expanded + text.slice(start)
}

function readCharacterReference(body: string): Reference {
  const problem = `&${shorten(body)}; names no character`
  const isDecimal = DECIMAL.test(body)
  if (!isDecimal && !HEXADECIMAL.test(body)) return { problem }
  const code = Number.parseInt(body.slice(isDecimal ? 1 : 2), isDecimal ? 10 : 16)
  const isSurrogate = code >= 0xd800 && code <= 0xdfff
  if (code > MAX_CODE_POINT || isSurrogate || isForbidden(code)) return { problem }
  return { text: String.fromCodePoint(code) }
}

function shorten(body: string): string {
  return body.length <= MAX_SHOWN_LENGTH ? body : `${body.slice(0, MAX_SHOWN_LENGTH)}...`
}
