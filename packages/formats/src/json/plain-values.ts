import { PlainCursor } from './plain-cursor.js'
import type { JsonVisitor } from './visitor.js'

/** A value is waited for until it is whole, if so many characters are not all of it: then it is read in one go. */
const MAX_AWAITED = 32 * 1024

/** Of a value that is not read: it has another form. */
export const OTHER_FORM = -1
/** More text is needed to tell. */
const CUT_OFF = -2

/** Lets visitors read objects and arrays in one go. */
export class PlainValues {
  private readonly cursor = new PlainCursor()
  private text = ''
  /** null: nobody asked yet. Most visitors read nothing this way. */
  private isAscii: boolean | null = null

  load(text: string): void {
    this.text = text
    this.isAscii = null
  }

  /** @returns the offset behind the value at `at`, {@link OTHER_FORM}, or another negative number where it is cut off */
  read(visitor: JsonVisitor | null, key: string, at: number): number {
    if (visitor?.readPlain === undefined) return OTHER_FORM
    if (!this.isPlain()) return OTHER_FORM
    const { cursor } = this
    cursor.start(at)
    if (visitor.readPlain(key, cursor)) return cursor.at
    return cursor.isCutOff && this.text.length - at <= MAX_AWAITED ? CUT_OFF : OTHER_FORM
  }

  private isPlain(): boolean {
    if (this.isAscii === null) this.isAscii = this.cursor.load(this.text)
    return this.isAscii
  }
}
