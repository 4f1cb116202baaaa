/** Characters that terminals draw two columns wide: East Asian wide forms and pictures. */
const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1f64f}\u{1f680}-\u{1f6ff}\u{1f900}-\u{1f9ff}\u{20000}-\u{3fffd}]/u
const NO_WIDTH = /[\p{Mn}\p{Me}\p{Cf}]/u

/** Printable characters that take a column each and that nothing has to escape: nearly all text there is. */
const PLAIN = /^[\x20-\x7e\xa1-\xac\xae-\u02ff]*$/

/** Whether a text is shown as it is, in as many columns of a terminal as it has characters. */
export function isPlainText(text: string): boolean {
  return PLAIN.test(text)
}

/** How many columns of a terminal the text takes. Controls must be gone already. */
export function textWidth(text: string): number {
  let width = 0
  for (const character of text) width += characterWidth(character)
  return width
}

export function characterWidth(character: string): number {
  if (character <= '\u007e') return 1
  if (NO_WIDTH.test(character)) return 0
  return WIDE.test(character) ? 2 : 1
}
