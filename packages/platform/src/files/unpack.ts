import { pipeline } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { PlatformError } from '@testwarden/core/model/errors'
import { messageOf } from './failure.js'

/** Packed bytes may stand for a thousand times as many. No report is longer than this. */
export const MAX_UNPACKED_BYTES = 1024 ** 3

const CHUNK_BYTES = 64 * 1024
/** What gzip files begin with, the method "deflate" among it. @see https://www.rfc-editor.org/rfc/rfc1952#section-2.3 */
const MAGIC = [0x1f, 0x8b, 0x08]

export interface UnpackOptions {
  /** For messages. */
  readonly given: string
  readonly maxBytes?: number
}

/**
 * The bytes of a file, unpacked on the way when they are gzip's. Memory does not grow with either length.
 * @throws PlatformError when packed bytes are damaged or stand for more than `maxBytes`
 */
export async function* unpacked(chunks: AsyncIterable<Uint8Array>, options: UnpackOptions): AsyncGenerator<Uint8Array> {
  const source = chunks[Symbol.asyncIterator]()
  try {
    const first = await source.next()
    if (first.done === true) return
    const all = joined(first.value, source)
    yield* isPacked(first.value) ? gunzipped(all, options) : all
  } finally {
    await source.return?.()
  }
}

function isPacked(head: Uint8Array): boolean {
  return MAGIC.every((byte, index) => head[index] === byte)
}

async function* joined(first: Uint8Array, rest: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield first
  for (let next = await rest.next(); next.done !== true; next = await rest.next()) yield next.value
}

async function* gunzipped(
  chunks: AsyncIterable<Uint8Array>,
  { given, maxBytes = MAX_UNPACKED_BYTES }: UnpackOptions,
): AsyncGenerator<Uint8Array> {
  const gunzip = createGunzip({ chunkSize: CHUNK_BYTES })
  let failure: unknown = null
  // The failure comes out of the loop too, but a pipeline without a listener would end the process with it.
  const piped = pipeline(chunks, gunzip, (error) => {
    failure = error
  })
  let bytes = 0
  try {
    for await (const chunk of piped) {
      bytes += chunk.length
      if (bytes > maxBytes) throw tooLong(given, maxBytes)
      yield chunk
    }
  } catch (error) {
    throw error instanceof PlatformError ? error : damaged(given, failure ?? error)
  } finally {
    gunzip.destroy()
  }
}

function tooLong(given: string, maxBytes: number): PlatformError {
  return new PlatformError(`${given} stands for more than ${maxBytes} bytes once it is unpacked`, {
    remedy: 'check that it is a report, or unpack and split it',
  })
}

function damaged(given: string, cause: unknown): PlatformError {
  return new PlatformError(`cannot unpack ${given}: ${messageOf(cause)}`, {
    cause,
    remedy: 'look at the step that writes it: it may have been stopped, or the file is no gzip file',
  })
}
