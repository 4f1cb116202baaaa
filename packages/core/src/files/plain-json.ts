/** Deeper texts are refused before they are parsed: nothing we write comes near, and a hostile one costs no memory. */
export const MAX_NESTING = 64

export type ParsedJson =
  | { readonly ok: true; readonly value: unknown }
  /** Reads on after the name of the file: `is not JSON`. */
  | { readonly ok: false; readonly message: string }

/** JSON text from strangers: length and nesting are capped, and no key can reach a prototype. */
export function parsePlainJson(text: string, maxCharacters: number): ParsedJson {
  if (text.length > maxCharacters)
    return refused(`is ${text.length} characters long; at most ${maxCharacters} are allowed`)
  if (nestsTooDeep(text)) return refused(`is nested more than ${MAX_NESTING} levels deep`)
  const parsed = tryParse(text)
  if (!parsed.ok) return parsed
  const oddity = findOddity(parsed.value, 0)
  return oddity === null ? parsed : refused(describe(oddity))
}

/**
 * Refuses what JSON would drop or change without a word: a Map, a Date, NaN, undefined in a list.
 * @throws TypeError naming the place: such a value is a bug of ours.
 */
export function assertPlainJson(value: unknown): void {
  const oddity = findOddity(value, 0)
  if (oddity !== null) throw new TypeError(`a value that is to be written as JSON ${describe(oddity)}`)
}

function tryParse(text: string): ParsedJson {
  try {
    return { ok: true, value: JSON.parse(text) as unknown }
  } catch {
    return refused('is not JSON: it is damaged or ends early')
  }
}

function refused(message: string): ParsedJson {
  return { ok: false, message }
}

function nestsTooDeep(text: string): boolean {
  let depth = 0
  for (let at = 0; at < text.length; at++) {
    const char = text.charCodeAt(at)
    if (char === QUOTE) at = endOfString(text, at)
    else if (char === BRACE_OPEN || char === BRACKET_OPEN) depth++
    else if (char === BRACE_CLOSE || char === BRACKET_CLOSE) depth--
    if (depth > MAX_NESTING) return true
  }
  return false
}

/** Index of the closing quote; past the end when there is none. */
function endOfString(text: string, start: number): number {
  let at = text.indexOf('"', start + 1)
  while (at !== -1 && isEscaped(text, at)) at = text.indexOf('"', at + 1)
  return at === -1 ? text.length : at
}

function isEscaped(text: string, quote: number): boolean {
  let before = quote
  while (text.charCodeAt(before - 1) === BACKSLASH) before--
  return (quote - before) % 2 === 1
}

const QUOTE = 0x22
const BACKSLASH = 0x5c
const BRACE_OPEN = 0x7b
const BRACE_CLOSE = 0x7d
const BRACKET_OPEN = 0x5b
const BRACKET_CLOSE = 0x5d

/** What is wrong and where; the place is put together on the way back, because nearly every value is fine. */
interface Oddity {
  readonly problem: string
  readonly place: string
}

function findOddity(value: unknown, depth: number): Oddity | null {
  if (depth > MAX_NESTING) return { problem: `is nested more than ${MAX_NESTING} levels deep`, place: '' }
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return null
  if (typeof value === 'number') return Number.isFinite(value) ? null : { problem: 'holds no finite number', place: '' }
  if (Array.isArray(value)) return findInList(value, depth)
  if (Object.prototype.toString.call(value) === '[object Object]') return findInObject(value as object, depth)
  return { problem: 'holds what JSON cannot hold', place: '' }
}

function findInList(list: readonly unknown[], depth: number): Oddity | null {
  // By index: a list of pairs would be made for each.
  for (let index = 0; index < list.length; index++) {
    const oddity = findOddity(list[index], depth + 1)
    if (oddity !== null) return { ...oddity, place: `[${index}]${oddity.place}` }
  }
  return null
}

function findInObject(object: object, depth: number): Oddity | null {
  // Keys and not entries: a history reads thousands of records, and every pair would be a list of its own.
  for (const key of Object.keys(object)) {
    if (key === '__proto__') return { problem: 'has a key "__proto__"', place: '' }
    const item = (object as Readonly<Record<string, unknown>>)[key]
    const oddity = item === undefined ? null : findOddity(item, depth + 1)
    if (oddity !== null) return { ...oddity, place: `.${key}${oddity.place}` }
  }
  return null
}

/** Keys of a stranger may be long: the place stays readable. */
function describe({ problem, place }: Oddity): string {
  if (place === '') return `${problem} at the top`
  return `${problem} at ${place.length > 200 ? `${place.slice(0, 200)}…` : place.replace(/^\./, '')}`
}
