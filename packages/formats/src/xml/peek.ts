import { ReportError } from '@testwarden/core/model/errors'
import { BlockDecoder } from '../text/block-decoder.js'
import type { XmlAttributes } from './attributes.js'
import type { XmlLeniency } from './leniency.js'
import { XmlScanner } from './scanner.js'

/** What the beginning of an XML file shows of its kind. */
export interface XmlHead {
  readonly root: string
  /** Attribute names of the root, in their order. */
  readonly attributes: readonly string[]
  /** Names of the root's children, as far as the head goes, each once. */
  readonly children: readonly string[]
}

/** null: no XML, or nothing of it to see. A head may end anywhere; faults are for the reader to report or to mend. */
export function peekXml(head: Uint8Array): XmlHead | null {
  const known = peeked.get(head)
  if (known !== undefined) return known
  const found = head.includes(LESS_THAN) ? readHead(head) : null
  peeked.set(head, found)
  return found
}

/** No XML is without it, in whatever encoding. */
const LESS_THAN = 0x3c

/** Every XML format looks at the same head. */
const peeked = new WeakMap<Uint8Array, XmlHead | null>()

const UNHEARD: XmlLeniency = { mended: () => undefined, endedEarly: () => undefined }

function readHead(head: Uint8Array): XmlHead | null {
  const seen = new HeadHandler()
  const scanner = new XmlScanner(seen, { path: '', leniency: UNHEARD })
  const decoder = new BlockDecoder((text) => scanner.write(text))
  try {
    decoder.write(head)
    decoder.end()
  } catch (error) {
    if (!(error instanceof ReportError)) throw error
  }
  return seen.root === null ? null : { root: seen.root, attributes: seen.attributes, children: [...seen.children] }
}

class HeadHandler {
  root: string | null = null
  attributes: readonly string[] = []
  readonly children = new Set<string>()
  private depth = 0

  open(name: string, attributes: XmlAttributes): void {
    if (this.depth === 0) {
      this.root = name
      this.attributes = attributes.names()
    }
    if (this.depth === 1) this.children.add(name)
    this.depth++
  }

  close(): void {
    this.depth--
  }
}
