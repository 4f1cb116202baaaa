import type { CharacterCodes } from './character-codes.js'
import { AMPERSAND, CLOSE_BRACKET, isForbidden, LESS, LINE_FEED, SPACE, skipSpace } from './characters.js'
import type { ElementStack } from './element-stack.js'
import { type Fail, forbidden, type Refuse } from './fail.js'
import type { XmlHandler } from './handler.js'
import type { XmlLeniency } from './leniency.js'
import type { XmlLimits } from './limits.js'
import { mendReference } from './mend.js'
import { unsettledLength } from './opaque.js'
import { MAX_REFERENCE_LENGTH, readReference } from './references.js'

/** No reference goes on behind one of these. */
const ENDS_REFERENCE = /[\s<&]/

/** What the character data of a document belongs to. */
export interface CharacterDataParts {
  readonly handler: XmlHandler
  readonly elements: ElementStack
  /** Of the text that is read, always. */
  readonly characters: CharacterCodes
  readonly limits: XmlLimits
  readonly fail: Fail
  /** Refuses, or tells what was mended. */
  readonly refuse: Refuse
  readonly leniency: XmlLeniency | null
}

/** Reads what stands between two tags: text, references, and what CDATA sections hold. */
export class CharacterData {
  private readonly parts: CharacterDataParts
  private length = 0

  constructor(parts: CharacterDataParts) {
    this.parts = parts
  }

  /** A tag begins or ends an element: what follows is another text. */
  startAnew(): void {
    this.length = 0
  }

  /**
   * Reads on to the next tag, or to the end of a reference.
   * @returns the offset behind what was read; `start` when more text is needed
   */
  read(text: string, start: number): number {
    if (text.charCodeAt(start) === AMPERSAND)
      return this.parts.leniency === null ? this.readTextReference(text, start) : this.mendTextReference(text, start)
    const end = this.endOfText(text, start)
    if (end > start) this.take(text, start, end)
    return end
  }

  /** Takes a span without references: text, or content of a CDATA section. */
  take(text: string, start: number, end: number): void {
    if (!this.parts.elements.isInRoot) {
      const visible = skipSpace(text, start)
      if (visible < end) this.parts.fail('text outside the root element', visible)
      return
    }
    this.grow(end - start, start)
    if (!this.isWanted()) return
    const raw = text.slice(start, end)
    this.parts.handler.text?.(raw.includes('\r') ? raw.replace(/\r\n?/g, '\n') : raw)
  }

  private isWanted(): boolean {
    return this.parts.handler.text !== undefined && this.parts.handler.isTextWanted !== false
  }

  private grow(length: number, offset: number): void {
    this.length += length
    if (this.length > this.parts.limits.maxTextLength)
      this.parts.fail(`text longer than ${this.parts.limits.maxTextLength} characters between two tags`, offset)
  }

  private endOfText(text: string, start: number): number {
    // Nearly all text of a report is the indentation of its tags.
    let end = Math.min(skipIndentation(this.parts.characters.codes, start), text.length)
    for (; end < text.length; end++) {
      const code = text.charCodeAt(end)
      if (code === LESS || code === AMPERSAND) return end
      if (code === CLOSE_BRACKET && text.startsWith(']]>', end)) this.parts.refuse('a ]]> outside a CDATA section', end)
      if (isForbidden(code)) this.parts.fail(forbidden(code), end)
    }
    return end - unsettledLength(text, start)
  }

  private readTextReference(text: string, start: number): number {
    const end = text.indexOf(';', start)
    const begun = text.slice(start + 1, end === -1 ? text.length : end)
    if (begun.length > MAX_REFERENCE_LENGTH || (end === -1 && ENDS_REFERENCE.test(begun)))
      this.parts.fail('an & that starts no reference (write &amp;)', start)
    if (end === -1) return start
    const reference = readReference(begun)
    if ('problem' in reference) return this.parts.fail(reference.problem, start)
    if (!this.parts.elements.isInRoot) this.parts.fail('text outside the root element', start)
    this.grow(reference.text.length, start)
    if (this.isWanted()) this.parts.handler.text?.(reference.text)
    return end + 1
  }

  private mendTextReference(text: string, start: number): number {
    const mended = mendReference(text, start)
    if (mended === null) return start
    if (!this.parts.elements.isInRoot) this.parts.fail('text outside the root element', start)
    if (mended.oddity !== null) this.parts.refuse(mended.oddity, start)
    if (this.isWanted()) this.parts.handler.text?.(mended.text)
    return mended.behind
  }
}

/** May go on behind the text, where bytes of an earlier one are. */
function skipIndentation(codes: Uint8Array, start: number): number {
  let at = start
  while (codes[at] === SPACE || codes[at] === LINE_FEED) at++
  return at
}
