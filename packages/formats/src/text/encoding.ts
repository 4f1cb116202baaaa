/** How the bytes of a report become text. */
export interface TextEncoding {
  readonly label: 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252'
  /** Bytes of the byte order mark, which are not text. */
  readonly bomBytes: number
  /** For people, when the file asks for something that we do not follow; null otherwise. */
  readonly oddity: string | null
}

/** An XML declaration is the first thing in its file and short. */
const DECLARATION_BYTES = 256
const DECLARED_ENCODING = /^<\?xml\s[^>]*?\sencoding\s*=\s*["']([A-Za-z][A-Za-z0-9._-]{0,39})["']/

const UTF8_NAMES: readonly string[] = ['utf-8', 'utf8', 'us-ascii', 'ascii']
const LATIN_NAMES: readonly string[] = ['iso-8859-1', 'latin1', 'windows-1252', 'cp1252']

/**
 * A byte order mark decides; without one, what an XML declaration says; without that, UTF-8.
 * @see https://www.w3.org/TR/xml/#sec-guessing
 */
export function chooseEncoding(head: Uint8Array): TextEncoding {
  if (startsWith(head, [0xef, 0xbb, 0xbf])) return { label: 'utf-8', bomBytes: 3, oddity: null }
  if (startsWith(head, [0xff, 0xfe])) return { label: 'utf-16le', bomBytes: 2, oddity: null }
  if (startsWith(head, [0xfe, 0xff])) return { label: 'utf-16be', bomBytes: 2, oddity: null }
  const declared = declaredEncoding(head)
  if (declared === null || UTF8_NAMES.includes(declared)) return { label: 'utf-8', bomBytes: 0, oddity: null }
  // Browsers and we read ISO-8859-1 as its superset windows-1252: they differ only in control characters.
  if (LATIN_NAMES.includes(declared)) return { label: 'windows-1252', bomBytes: 0, oddity: null }
  const oddity = `the file declares the encoding ${declared}, but was read as UTF-8: other than ASCII names may be wrong`
  return { label: 'utf-8', bomBytes: 0, oddity }
}

function declaredEncoding(head: Uint8Array): string | null {
  const ascii = String.fromCharCode(...head.subarray(0, DECLARATION_BYTES))
  return DECLARED_ENCODING.exec(ascii)?.[1]?.toLowerCase() ?? null
}

function startsWith(bytes: Uint8Array, prefix: readonly number[]): boolean {
  return bytes.length >= prefix.length && prefix.every((byte, index) => bytes[index] === byte)
}
