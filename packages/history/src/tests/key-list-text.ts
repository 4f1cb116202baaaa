import { decodeNumbers, encodeNumbers } from './number-text.js'

/** Ascending keys, each without what it shares with the one before it. */
export interface KeyListText {
  /** How many characters each key shares, as numbers. */
  readonly shared: string
  readonly suffixes: readonly string[]
}

/**
 * JSON escapes the separator of a test key's parts to six characters, so it changes places with one that names seldom
 * have.
 */
const KEY_SEPARATOR = '\u001f'
const STAND_IN = '~'

/** More characters than these are not unpacked from one list. */
const MAX_CHARACTERS = 32 * 1024 * 1024

export function encodeKeys(keys: readonly string[]): KeyListText {
  const shared: number[] = []
  const suffixes: string[] = []
  let before = ''
  for (const key of keys) {
    const same = sharedLength(before, key)
    shared.push(same)
    suffixes.push(swapSeparator(key.slice(same)))
    before = key
  }
  return { shared: encodeNumbers(shared), suffixes }
}

/** null: not what {@link encodeKeys} writes, or too long. */
export function decodeKeys({ shared, suffixes }: KeyListText): readonly string[] | null {
  const lengths = decodeNumbers(shared)
  if (lengths === null || lengths.length !== suffixes.length) return null
  const keys: string[] = []
  let before = ''
  let characters = 0
  for (const [index, suffix] of suffixes.entries()) {
    const same = lengths[index] ?? 0
    characters += same + suffix.length
    if (same > before.length || characters > MAX_CHARACTERS) return null
    const key = before.slice(0, same) + swapSeparator(suffix)
    if (index > 0 && key <= before) return null
    keys.push(key)
    before = key
  }
  return keys
}

function swapSeparator(text: string): string {
  if (!text.includes(STAND_IN)) return text.replaceAll(KEY_SEPARATOR, STAND_IN)
  if (!text.includes(KEY_SEPARATOR)) return text.replaceAll(STAND_IN, KEY_SEPARATOR)
  const pieces = text.split(STAND_IN).map((piece) => piece.replaceAll(KEY_SEPARATOR, STAND_IN))
  return pieces.join(KEY_SEPARATOR)
}

function sharedLength(left: string, right: string): number {
  const end = Math.min(left.length, right.length)
  let at = 0
  while (at < end && left.charCodeAt(at) === right.charCodeAt(at)) at++
  return at
}
