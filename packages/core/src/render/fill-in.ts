import type { FillIn } from '../model/change.js'
import { escapeMarkdown } from './escape.js'
import { isMarkerWord, markedBody, readMarkedBody, textOfBody } from './issue-marker.js'

/** A {@link FillIn} whose change is done. */
export interface DoneFillIn {
  readonly fillIn: FillIn
  /** Of the receipt; null where it has none. */
  readonly id: number | string | null
}

/** The body of an issue once it remembers what was done. One without a sound marker remembers nothing, and stays as it is. */
export function fillInBody(body: string, done: readonly DoneFillIn[]): string {
  const read = readMarkedBody(body)
  if (read === null || done.length === 0) return body
  const about = read.marker.about.map((word) => filledWord(word, done))
  const markdown = done.reduce((text, { fillIn }) => tickItem(text, fillIn.item), textOfBody(body))
  return markedBody({ ...read.marker, about }, markdown)
}

function filledWord(word: string, done: readonly DoneFillIn[]): string {
  const found = done.find(({ fillIn }) => fillIn.word === word)
  if (found === undefined) return word
  const { becomes } = found.fillIn
  const filled = becomes.replaceAll('{id}', () => String(found.id ?? ''))
  // Better to forget which message it was than that there was one.
  return isMarkerWord(filled) ? filled : becomes.replaceAll('{id}', '')
}

/** The first open item of that text; what stands in a block of code is no item. */
function tickItem(markdown: string, item: string | undefined): string {
  if (item === undefined) return markdown
  const open = new Set([`- [ ] ${item}`, `- [ ] ${escapeMarkdown(item)}`])
  const lines = markdown.split('\n')
  let fence: string | null = null
  for (const [index, line] of lines.entries()) {
    fence = fenceBehind(line, fence)
    if (fence !== null || !open.has(line)) continue
    return lines.with(index, line.replace('- [ ] ', '- [x] ')).join('\n')
  }
  return markdown
}

/** The fence of the block of code that goes on behind a line; null: none does. */
function fenceBehind(line: string, fence: string | null): string | null {
  const [, ticks = '', rest = ''] = /^(`{3,})([^`]*)$/.exec(line) ?? []
  if (fence === null) return ticks === '' ? null : ticks
  return ticks.length >= fence.length && rest.trim() === '' ? null : fence
}
