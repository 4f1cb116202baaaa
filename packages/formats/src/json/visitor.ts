import type { PlainCursor } from './plain-cursor.js'

/** A value without members. What its numbers are depends on the scanner: counts are never beyond 2^53 - 1. */
export type JsonScalar = string | number | boolean | null

export type JsonContainer = 'object' | 'array'

/**
 * Gets the members of one object or array, in the order of the file. What a visitor has no method for is checked and
 * skipped: nothing of it is copied or built.
 *
 * Texts are parts of a larger block: pass what you keep for long through `ownText`.
 */
export interface JsonVisitor {
  /**
   * A member that has members of its own, or the root of the document.
   * @param key '' in an array and for the root
   * @param line 1-based line of the bracket
   * @returns who gets its members; null: they are skipped
   */
  enter?(key: string, container: JsonContainer, line: number): JsonVisitor | null
  /**
   * A member without members.
   * @param key '' in an array and for a root that is a scalar
   */
  scalar?(key: string, value: JsonScalar, line: number): void
  /**
   * Whether a text of this key is asked for; without this method all are. What is not is skipped, however long it is, and
   * of a number of that key nobody is told that it had to be changed.
   * @param key '' in an array
   */
  wantsText?(key: string): boolean
  /**
   * A quick way for objects and arrays in the one form that nearly all of them have. Optional; asked before `enter`.
   * @param cursor at the bracket
   * @returns whether the cursor stands behind the value now; false for any other form, cut off ones too: then it may be
   * asked again when more of the text is there, or `enter` is called, and nothing may be kept of the first time.
   * Only well-formed values without a line end may be read this way.
   */
  readPlain?(key: string, cursor: PlainCursor): boolean
  /** All members were seen. */
  leave?(): void
}
