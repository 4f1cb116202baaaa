import { headText } from './head-text.js'

/** The first line of a file's head that is not blank, without spaces around it; null when there is none. */
export function firstTextLine(head: Uint8Array): string | null {
  const trimmed = headText(head).trimStart()
  const end = trimmed.indexOf('\n')
  const line = (end === -1 ? trimmed : trimmed.slice(0, end)).trimEnd()
  return line === '' ? null : line
}
