import { ReportError } from '@testwarden/core/model/errors'
import { BlockDecoder } from '../text/block-decoder.js'
import { WarningLog } from '../warning-log.js'
import { JsonScanner } from './scanner.js'
import { type JsonArray, type JsonObject, ValueFiller } from './value.js'
import type { JsonContainer, JsonVisitor } from './visitor.js'

/** What tells formats apart comes first; each file that is met is looked at. */
const PEEKED_BYTES = 16 * 1024
const MAX_VALUES = 4096
/** Deep enough for what tells formats apart: file, list of files, first of them, its fields, one entry. */
const MAX_DEPTH = 5

/**
 * The beginning of a JSON file as a value, as far as the head goes: what is cut off or deeper is not in it.
 * null: no JSON, or a file that is no object or array. Faults are for the reader to report.
 */
export function peekJson(head: Uint8Array): JsonArray | JsonObject | null {
  const known = peeked.get(head)
  if (known !== undefined) return known
  const seen = new HeadVisitor()
  const scanner = new JsonScanner(seen, { path: '', warnings: new WarningLog() })
  const decoder = new BlockDecoder((text) => scanner.write(text))
  try {
    decoder.write(head.subarray(0, PEEKED_BYTES))
    decoder.end()
  } catch (error) {
    if (!(error instanceof ReportError)) throw error
  }
  peeked.set(head, seen.root)
  return seen.root
}

/** Every JSON format looks at the same head. */
const peeked = new WeakMap<Uint8Array, JsonArray | JsonObject | null>()

class HeadVisitor implements JsonVisitor {
  root: JsonArray | JsonObject | null = null

  enter(_key: string, container: JsonContainer): JsonVisitor {
    const filler = new ValueFiller(container, { maxValues: MAX_VALUES, maxDepth: MAX_DEPTH, isKept: true })
    this.root = filler.value
    return filler
  }
}
