const ESC = '\u001b'

/**
 * Escape sequences of terminals: CSI, OSC, two-character ones; and what is left of a CSI sequence where a report's
 * writer took the escape character out (XML cannot hold it) or wrote `#x1B` for it, as pytest does.
 */
const SEQUENCES: readonly RegExp[] = [
  new RegExp(`(?:${ESC}|\\u009b|#x1B)\\[?[0-?]*[ -/]*[@-~]`, 'g'),
  /\[\d{1,3}(?:;\d{1,3}){0,5}m/g,
]
const OPERATING_SYSTEM = new RegExp(`${ESC}\\][^\\u0007${ESC}]*(?:\\u0007|${ESC}\\\\)?`, 'g')

export function stripAnsi(text: string): string {
  if (!text.includes('[') && !text.includes(ESC)) return text
  let plain = text.replace(OPERATING_SYSTEM, '')
  for (const sequence of SEQUENCES) plain = plain.replace(sequence, '')
  return plain
}
