/** Messages are written where they arise, as part of a sentence or as a whole one; people read whole ones. */
export function asSentence(text: string): string {
  const begun = text.replace(/^[a-z](?=[a-z]*\s)/, (letter) => letter.toUpperCase())
  return /[.!?:]$/.test(begun) ? begun : `${begun}.`
}
