import { clip } from '@testwarden/core/render/clip'
import { formatInteger } from '@testwarden/core/render/numbers'
import { inlineLine, type Writing } from './markup.js'

export interface ChecklistItem {
  /** A line as {@link checklistItem} writes it. */
  readonly markdown: string
  readonly isDone: boolean
}

const ITEM_CHARACTERS = 300
const OPEN = /^[-*+] \[ \] (.*)$/
const TICKED = /^[-*+] \[[xX]\] (.*)$/

/** What stands behind the box of an item: `- [ ] <this>`. */
export function checklistItem(text: string, writing: Pick<Writing, 'redact'>): string {
  return inlineLine(clip(writing.redact(text), ITEM_CHARACTERS), writing)
}

/** As many items as fit; how many are missing is said. Empty where there is none. */
export function checklistMarkdown(heading: string, items: readonly ChecklistItem[], limit: number): string {
  if (items.length === 0) return ''
  const lines = items.map(({ markdown, isDone }) => `- [${isDone ? 'x' : ' '}] ${markdown}`)
  let room = limit - heading.length - HEAD_CHARACTERS
  const fits = lines.findIndex((line) => {
    room -= line.length + 1
    return room < 0
  })
  const shown = fits < 0 ? lines : [...lines.slice(0, fits), `- … and ${formatInteger(lines.length - fits)} more`]
  return [`### ${heading}`, '', ...shown].join('\n')
}

const HEAD_CHARACTERS = 40

/** The new text with the boxes ticked that people ticked in the old one, as far as it has the same items. */
export function keepTicks(earlier: string, next: string): string {
  const ticked = new Set(earlier.split(/\r\n|\r|\n/).flatMap((line) => TICKED.exec(line.trimEnd())?.[1] ?? []))
  const lines = next.split('\n').map((line) => {
    const item = OPEN.exec(line)?.[1]
    return item !== undefined && ticked.has(item.trimEnd()) ? `- [x] ${item}` : line
  })
  return lines.join('\n')
}
