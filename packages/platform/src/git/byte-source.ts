import type { Readable } from 'node:stream'
import { chunksOf } from '../exec/capture.js'

const NEWLINE = 0x0a

/** Takes from a stream what is asked for and leaves the rest for the next question. */
export interface ByteSource {
  /** Without its line end; null when the stream ended first. */
  line(): Promise<string | null>
  /** Exactly so many bytes; null when the stream ended first. */
  take(bytes: number): Promise<Buffer | null>
}

export function readBytes(stream: Readable): ByteSource {
  const chunks = chunksOf(stream)[Symbol.asyncIterator]()
  let held: Buffer = Buffer.alloc(0)

  /** Parts are joined once: joining at each chunk would copy a long object over and over. */
  const hold = async (isEnough: (bytes: number, chunk: Uint8Array) => boolean): Promise<boolean> => {
    const parts: Uint8Array[] = [held]
    let bytes = held.length
    let found = isEnough(bytes, held)
    while (!found) {
      const { done, value } = await chunks.next()
      if (done) break
      parts.push(value)
      bytes += value.length
      found = isEnough(bytes, value)
    }
    held = parts.length === 1 ? held : Buffer.concat(parts)
    return found
  }
  const cut = (bytes: number): Buffer => {
    const taken = held.subarray(0, bytes)
    held = held.subarray(bytes)
    return taken
  }
  return {
    async line() {
      if (!(await hold((_, chunk) => chunk.includes(NEWLINE)))) return null
      const text = cut(held.indexOf(NEWLINE)).toString('utf8')
      cut(1)
      return text
    },
    async take(bytes) {
      return (await hold((length) => length >= bytes)) ? cut(bytes) : null
    },
  }
}
