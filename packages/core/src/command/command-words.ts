/**
 * The words of a command line, by one small rule: blanks separate; what stands between two `'` or two `"` belongs
 * together, as it is, blanks and the other quotes included; nothing else means anything. There are no escapes, no
 * variables and no wildcards: who needs those asks for a shell.
 * @returns null when a quote has no end
 */
export function commandWords(line: string): readonly string[] | null {
  const words: string[] = []
  let word: string | null = null
  for (let at = 0; at < line.length; at++) {
    const character = line.charAt(at)
    if (character === "'" || character === '"') {
      const end = line.indexOf(character, at + 1)
      if (end === -1) return null
      word = (word ?? '') + line.slice(at + 1, end)
      at = end
    } else if (/\s/.test(character)) {
      if (word !== null) words.push(word)
      word = null
    } else word = (word ?? '') + character
  }
  return word === null ? words : [...words, word]
}
