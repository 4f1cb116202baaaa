/** Names that people gave have signs that a word of a marker has not: each byte is two hexadecimal digits. */
export function wordOfText(text: string): string {
  return Array.from(new TextEncoder().encode(text), (byte) => byte.toString(16).padStart(2, '0')).join('')
}

/** null: no text was made a word so. */
export function textOfWord(word: string): string | null {
  if (!/^(?:[0-9a-f]{2})+$/.test(word)) return null
  const bytes = Uint8Array.from(word.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16))
  const text = new TextDecoder().decode(bytes)
  return wordOfText(text) === word ? text : null
}
