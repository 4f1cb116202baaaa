import { peekJson } from '../json/peek.js'
import { asArray, asObject } from '../json/value.js'
import { headText } from '../text/head-text.js'
import { uncoloured } from '../text/uncoloured.js'
import { peekXml } from '../xml/peek.js'

/**
 * The head of a file that holds what a tool printed. null for XML and JSON: results of tests quote what programs print,
 * which makes no benchmarks of them.
 */
export function printedText(head: Uint8Array): string | null {
  const known = texts.get(head)
  if (known !== undefined) return known
  const text = readPrinted(head)
  texts.set(head, text)
  return text
}

/** Every format that tools print looks at the same head. */
const texts = new WeakMap<Uint8Array, string | null>()

function readPrinted(head: Uint8Array): string | null {
  const json = peekJson(head) ?? undefined
  const [first] = asArray(json) ?? []
  const isJson = asObject(json) !== null || asObject(first) !== null || asArray(first) !== null
  return isJson || peekXml(head) !== null ? null : uncoloured(headText(head))
}
