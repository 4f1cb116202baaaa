import { chooseEncoding, type TextEncoding } from './encoding.js'

/** Text is handed on in blocks of so many bytes, whatever the portions that the bytes arrive in. */
export const BLOCK_BYTES = 64 * 1024

const LINE_FEED = 0x0a
const REPLACEMENT = '\ufffd'

/**
 * Bytes in any portions, text in blocks. Equal files give equal blocks, so nothing behind this can depend on how a file
 * was cut up, and a writer of single bytes costs no more than one of whole files. Invalid sequences become U+FFFD.
 * A block of UTF-8 ends with a line where it can: then readers need not join what lies across two blocks.
 */
export class BlockDecoder {
  private readonly sink: (text: string) => void
  private readonly block = new Uint8Array(BLOCK_BYTES)
  private filled = 0
  private decode: ((bytes: Uint8Array, isLast: boolean) => DecodedBlock) | null = null
  private readonly found = new Set<string>()

  constructor(sink: (text: string) => void) {
    this.sink = sink
  }

  /** What was odd about the encoding so far, for people. */
  get oddities(): readonly string[] {
    return [...this.found]
  }

  write(chunk: Uint8Array): void {
    let taken = 0
    while (taken < chunk.length) {
      const part = chunk.subarray(taken, taken + BLOCK_BYTES - this.filled)
      this.block.set(part, this.filled)
      this.filled += part.length
      taken += part.length
      if (this.filled === BLOCK_BYTES) this.flush(false)
    }
  }

  end(): void {
    this.flush(true)
  }

  private flush(isLast: boolean): void {
    const { text, restBytes } = this.decodeBlock(this.block.subarray(0, this.filled), isLast)
    this.block.copyWithin(0, this.filled - restBytes, this.filled)
    this.filled = restBytes
    if (text.includes(REPLACEMENT)) this.found.add('some bytes are not valid text and were replaced by U+FFFD')
    if (text !== '') this.sink(text)
  }

  private decodeBlock(bytes: Uint8Array, isLast: boolean): DecodedBlock {
    if (this.decode !== null) return this.decode(bytes, isLast)
    const encoding = chooseEncoding(bytes)
    if (encoding.oddity !== null) this.found.add(encoding.oddity)
    this.decode = encoding.label === 'utf-8' ? decodeUtf8() : decodeWith(encoding.label)
    return this.decode(bytes.subarray(encoding.bomBytes), isLast)
  }
}

interface DecodedBlock {
  readonly text: string
  /** Bytes at the end of the block that belong to the next one. */
  readonly restBytes: number
}

/** Whole blocks: eight times as fast as the streaming mode of TextDecoder on Node 20, and ASCII stays one byte per character. */
function decodeUtf8(): (bytes: Uint8Array, isLast: boolean) => DecodedBlock {
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true })
  return (bytes, isLast) => {
    const restBytes = isLast ? 0 : restOfBlock(bytes)
    return { text: decoder.decode(bytes.subarray(0, bytes.length - restBytes)), restBytes }
  }
}

function decodeWith(
  label: Exclude<TextEncoding['label'], 'utf-8'>,
): (bytes: Uint8Array, isLast: boolean) => DecodedBlock {
  const decoder = new TextDecoder(label, { ignoreBOM: true })
  const mend = label === 'windows-1252' ? mendWindows1252 : (text: string) => text
  return (bytes, isLast) => ({ text: mend(decoder.decode(bytes, { stream: !isLast })), restBytes: 0 })
}

/** What windows-1252 has at 0x80 to 0x9f. */
const WINDOWS_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'

/** Node's TextDecoder takes windows-1252 for ISO-8859-1 in several versions, 20 among them. */
function mendWindows1252(text: string): string {
  return text.replace(/[\u0080-\u009f]/g, (character) => WINDOWS_1252.charAt(character.charCodeAt(0) - 0x80))
}

/** What belongs to the next block: the last line, as far as it is there, or less where that is the whole block. */
function restOfBlock(bytes: Uint8Array): number {
  const lineEnd = bytes.lastIndexOf(LINE_FEED)
  return lineEnd === -1 ? unfinishedBytes(bytes) : bytes.length - lineEnd - 1
}

/** Length of a UTF-8 sequence at the end that further bytes may complete: 0 to 3. */
function unfinishedBytes(bytes: Uint8Array): number {
  for (let back = 1; back <= 3 && back <= bytes.length; back++) {
    const byte = bytes[bytes.length - back] ?? 0
    if ((byte & 0xc0) === 0x80) continue
    const wanted = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc0 ? 2 : 1
    return wanted > back ? back : 0
  }
  return 0
}
