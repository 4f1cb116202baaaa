import { ownText } from '../text/own-text.js'

const SLOTS = 2 ** 12
/** Longer texts are paths and messages, which rarely come again. */
const MAX_LENGTH = 24

/** Short texts come again and again (`line`, `column`, `0`): one that was seen lately is not copied anew. */
export class NameCache {
  /** By a hash of the text. A guess, always checked. */
  private readonly names: string[] = new Array<string>(SLOTS).fill('')

  /** The text of a span, without a hold on the text around it. */
  take(text: string, start: number, end: number): string {
    if (end - start > MAX_LENGTH) return ownText(text.slice(start, end))
    let hash = 0
    for (let at = start; at < end; at++) hash = (Math.imul(hash, 31) + text.charCodeAt(at)) | 0
    const slot = hash & (SLOTS - 1)
    const known = this.names[slot]
    if (known !== undefined && known.length === end - start && text.startsWith(known, start)) return known
    const name = ownText(text.slice(start, end))
    this.names[slot] = name
    return name
  }
}
