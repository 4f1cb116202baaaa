import { HEAD_BYTES } from '@testwarden/formats/format'

/** The first chunks of a file until they are enough for detection. */
export interface Head {
  readonly chunks: readonly Uint8Array[]
  add(chunk: Uint8Array): void
  isFull(): boolean
  byteCount(): number
  /** At most {@link HEAD_BYTES}; the same array until more is added. */
  bytes(): Uint8Array
}

export function createHead(): Head {
  const chunks: Uint8Array[] = []
  let byteCount = 0
  let joined: Uint8Array | null = null
  return {
    chunks,
    add(chunk) {
      // A stream may reuse its buffer for the next portion.
      chunks.push(chunk.slice())
      byteCount += chunk.length
      joined = null
    },
    isFull: () => byteCount >= HEAD_BYTES,
    byteCount: () => byteCount,
    bytes() {
      joined ??= join(chunks, Math.min(byteCount, HEAD_BYTES))
      return joined
    },
  }
}

function join(chunks: readonly Uint8Array[], length: number): Uint8Array {
  const bytes = new Uint8Array(length)
  let offset = 0
  for (const chunk of chunks) {
    const part = chunk.subarray(0, bytes.length - offset)
    bytes.set(part, offset)
    offset += part.length
  }
  return bytes
}
