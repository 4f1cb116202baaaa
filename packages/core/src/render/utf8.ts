/** How many bytes the text has in UTF-8, without making them. */
export function utf8Length(text: string): number {
  let bytes = 0
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index)
    // Each half of a pair counts two of the four bytes that the pair takes.
    bytes += unit < 0x80 ? 1 : unit < 0x800 || isHalfOfPair(text, index, unit) ? 2 : 3
  }
  return bytes
}

function isHalfOfPair(text: string, index: number, unit: number): boolean {
  if (unit < 0xd800 || unit > 0xdfff) return false
  const other = unit < 0xdc00 ? text.charCodeAt(index + 1) : text.charCodeAt(index - 1)
  return unit < 0xdc00 ? other >= 0xdc00 && other <= 0xdfff : other >= 0xd800 && other <= 0xdbff
}
