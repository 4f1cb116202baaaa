import type { LineCounter } from '../text/line-counter.js'
import { cutLastValue, MAX_PENDING_TAG } from './attribute-cut.js'
import type { XmlLeniency } from './leniency.js'
import { dropForbidden } from './mend.js'

/** Takes out of the chunks of a document what no scanner needs to see, and knows how many lines went with it. */
export class ChunkMender {
  private readonly leniency: XmlLeniency
  /** What ends the value that is being left out; null: none is. */
  private quote: string | null = null
  private leftOutBreaks = 0

  constructor(leniency: XmlLeniency) {
    this.leniency = leniency
  }

  /** @param line of the first character, by what the scanner has seen */
  mend(chunk: string, line: number): string {
    const kept = this.quote === null ? chunk : this.behindValue(chunk, this.quote)
    const { text, firstDropped } = dropForbidden(kept)
    if (firstDropped !== -1) {
      const breaks = this.leftOutBreaks + breaksIn(kept.slice(0, firstDropped))
      this.leniency.mended('characters that XML does not allow are dropped', line + breaks)
    }
    return text
  }

  /**
   * Cuts the value that an unfinished tag ends with, when the tag has become very long: the rest of the value is left out
   * of the chunks to come.
   * @param at where the tag begins
   */
  cutTag(text: string, at: number, lines: LineCounter): string {
    const cut = text.length - at > MAX_PENDING_TAG ? cutLastValue(text.slice(at)) : null
    if (cut === null) return text
    this.quote = cut.quote
    this.leftOutBreaks += breaksIn(text.slice(at)) - breaksIn(cut.text)
    this.leniency.mended('an attribute that is very long is cut', lines.at(text, at))
    return text.slice(0, at) + cut.text
  }

  /** Lines that were left out of the tag at hand, once. */
  takeBreaks(): number {
    const breaks = this.leftOutBreaks
    this.leftOutBreaks = 0
    return breaks
  }

  private behindValue(chunk: string, quote: string): string {
    const end = chunk.indexOf(quote)
    if (end !== -1) this.quote = null
    this.leftOutBreaks += breaksIn(end === -1 ? chunk : chunk.slice(0, end))
    return end === -1 ? '' : chunk.slice(end)
  }
}

export function breaksIn(text: string): number {
  let breaks = 0
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) breaks++
  return breaks
}
