import { headText } from '../text/head-text.js'
import { eventOf, type JsonEvent } from './json-lines.js'

/** Noise in front of a stream is a few lines of a compiler or of a tool that fetches something. */
const MAX_LINES = 500

/**
 * The first event of a stream of JSON objects by line, as far as the head goes. Whatever else begins with a brace, such
 * as a document of many lines, is no stream; nor is XML.
 */
export function firstEvent(head: Uint8Array): JsonEvent | null {
  const known = events.get(head)
  if (known !== undefined) return known
  const event = readFirst(head)
  events.set(head, event)
  return event
}

/** Every format of events looks at the same head. */
const events = new WeakMap<Uint8Array, JsonEvent | null>()

function readFirst(head: Uint8Array): JsonEvent | null {
  const lines = headText(head)
    .split('\n', MAX_LINES)
    .map((line) => line.trim())
  if (lines.find((line) => line !== '')?.startsWith('<') === true) return null
  const first = lines.find((line) => line.startsWith('{'))
  // A document in one line ends behind the head.
  return first?.endsWith('}') === true ? eventOf(first) : null
}
