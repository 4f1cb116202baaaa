import { editDistance } from './edit-distance.js'

/** Characters that are compared: two messages of one cause differ at their ends, if at all. */
const MAX_COMPARED = 200
/** Counts of grams share this many places; sharing only makes the bound lower. */
const PLACES = 64
const GRAM = 3

/** A text with what makes comparing it to many others cheap. */
export interface ComparedText {
  readonly text: string
  readonly grams: Uint16Array
}

export function toCompared(text: string): ComparedText {
  const compared = text.slice(0, MAX_COMPARED)
  return { text: compared, grams: countGrams(compared) }
}

/** The largest number of edits that is less than 10 % of the mean length of both. */
export function allowedEdits(left: ComparedText, right: ComparedText): number {
  return Math.max(0, Math.ceil((left.text.length + right.text.length) / 20) - 1)
}

/**
 * A number of edits that is never more than the true one: one edit touches at most three grams of three characters, and
 * takes each from one count to another.
 */
export function leastEdits(left: ComparedText, right: ComparedText): number {
  let difference = 0
  for (let place = 0; place < PLACES; place++) {
    const surplus = (left.grams[place] ?? 0) - (right.grams[place] ?? 0)
    difference += surplus < 0 ? -surplus : surplus
  }
  return Math.max(Math.ceil(difference / (2 * GRAM)), Math.abs(left.text.length - right.text.length))
}

export function isSimilar(left: ComparedText, right: ComparedText): boolean {
  const allowed = allowedEdits(left, right)
  return leastEdits(left, right) <= allowed && editDistance(left.text, right.text, allowed) !== null
}

function countGrams(text: string): Uint16Array {
  const counts = new Uint16Array(PLACES)
  for (let at = 0; at + GRAM <= text.length; at++) {
    const hash = text.charCodeAt(at) * 31 * 31 + text.charCodeAt(at + 1) * 31 + text.charCodeAt(at + 2)
    const place = hash % PLACES
    counts[place] = (counts[place] ?? 0) + 1
  }
  return counts
}
