import type { XmlAttributes } from './attributes.js'

/** Gets a document in its order. Names come as written, prefix included: reports use no namespaces that matter. */
export interface XmlHandler {
  /**
   * @param attributes good only during the call
   * @param line 1-based line of the tag's `<`
   */
  open(name: string, attributes: XmlAttributes, line: number): void
  close(name: string): void
  /** Part of the text between two tags, decoded: several calls may belong together. Absent: text is only checked. */
  text?(piece: string): void
  /** Asked before each piece of text is copied; absent: all of it is wanted. */
  readonly isTextWanted?: boolean
}
