import type { JsonScalar } from './visitor.js'

/** Longer than any word that means something. */
export const MAX_WORD_LENGTH = 16

const WORDS: ReadonlyMap<string, JsonScalar> = new Map<string, JsonScalar>([
  ['true', true],
  ['false', false],
  ['null', null],
])
/** No JSON, but Python's json module writes them. */
const PYTHON_WORDS: readonly string[] = ['NaN', 'Infinity', '-Infinity']

/** Behind what belongs together: letters, digits, signs and points. */
export function wordEnd(text: string, start: number): number {
  let at = start
  while (at < text.length && at - start < MAX_WORD_LENGTH && isWordCharacter(text.charAt(at))) at++
  return at
}

/** undefined for a word that means nothing. */
export function valueOfWord(word: string): JsonScalar | undefined {
  return isPythonWord(word) ? null : WORDS.get(word)
}

export function isPythonWord(word: string): boolean {
  return PYTHON_WORDS.includes(word)
}

function isWordCharacter(character: string): boolean {
  if (character >= 'a' && character <= 'z') return true
  return (character >= 'A' && character <= 'Z') || '0123456789+-.'.includes(character)
}
