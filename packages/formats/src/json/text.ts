import { BACKSLASH, DOUBLE_QUOTE, SPACE } from './characters.js'

/** What one letter behind a backslash stands for; `\u` has four hexadecimal digits more. */
const ESCAPES: ReadonlyMap<string, string> = new Map([
  ['"', '"'],
  ['\\', '\\'],
  ['/', '/'],
  ['b', '\b'],
  ['f', '\f'],
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
])
const HEXADECIMAL = /^[0-9A-Fa-f]{4}$/
const UNICODE_LENGTH = 6

/** Where the characters end that stand for themselves: at a quote, a backslash, a control character or the text's end. */
export function plainEnd(text: string, start: number): number {
  for (let at = start; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === DOUBLE_QUOTE || code === BACKSLASH || code < SPACE) return at
  }
  return text.length
}

/** 0: it goes on behind the text at hand; null: JSON has no such escape. */
export function escapeLength(text: string, start: number): number | null {
  if (start + 1 >= text.length) return 0
  const letter = text.charAt(start + 1)
  if (letter !== 'u') return ESCAPES.has(letter) ? 2 : null
  if (start + UNICODE_LENGTH > text.length) return 0
  return HEXADECIMAL.test(text.slice(start + 2, start + UNICODE_LENGTH)) ? UNICODE_LENGTH : null
}

/** Decodes a text whose escapes are known to be good. */
export function expandEscapes(text: string): string {
  const pieces: string[] = []
  let start = 0
  for (let at = text.indexOf('\\'); at !== -1; at = text.indexOf('\\', start)) {
    pieces.push(text.slice(start, at), escaped(text, at))
    start = at + (text.charAt(at + 1) === 'u' ? UNICODE_LENGTH : 2)
  }
  pieces.push(text.slice(start))
  return pieces.join('')
}

function escaped(text: string, at: number): string {
  const letter = text.charAt(at + 1)
  if (letter !== 'u') return ESCAPES.get(letter) ?? ''
  return String.fromCharCode(Number.parseInt(text.slice(at + 2, at + UNICODE_LENGTH), 16))
}
