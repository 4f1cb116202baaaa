import { DOUBLE_QUOTE, SINGLE_QUOTE } from './characters.js'

/** A tag that is not complete yet may have so many characters; no value that is kept whole is longer. */
export const MAX_PENDING_TAG = 256 * 1024

/** The text of a tag without most of its last, unfinished value. */
export interface CutTag {
  readonly text: string
  /** What ends the value; everything up to it is to be left out. */
  readonly quote: string
}

/**
 * Cuts an attribute value that does not end, so that the tag need not be held as a whole.
 * @param text from the `<` of the tag to the end of what is there
 * @returns null when the tag does not end in a value: it is long for another reason
 */
export function cutLastValue(text: string): CutTag | null {
  let open = -1
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (open !== -1) {
      if (code === text.charCodeAt(open)) open = -1
    } else if (code === DOUBLE_QUOTE || code === SINGLE_QUOTE) open = at
  }
  if (open === -1) return null
  return { text: text.slice(0, open + 1 + KEPT).replace(CUT_REFERENCE, ''), quote: text.charAt(open) }
}

const KEPT = 64 * 1024
/** A reference that the cut goes through. */
const CUT_REFERENCE = /&[^;&]{0,127}$/
