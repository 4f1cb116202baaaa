import { constants } from 'node:fs'
import { type FileHandle, open } from 'node:fs/promises'
import { PlatformError } from '@testwarden/core/model/errors'
import { type Boundary, confineReading } from './confine.js'
import { isMissing, messageOf } from './failure.js'

const CHUNK_BYTES = 256 * 1024

/** Non-blocking, because opening a pipe would otherwise wait for a writer before we could refuse it. */
const OPEN_FLAGS = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0)

export async function* readChunks(boundary: Boundary, given: string): AsyncGenerator<Uint8Array> {
  const handle = await openRegular(boundary, given)
  try {
    for (;;) {
      const chunk = await readSome(handle, { given, limit: CHUNK_BYTES })
      if (chunk.length === 0) return
      yield chunk
    }
  } finally {
    await handle.close()
  }
}

export async function readHead(boundary: Boundary, given: string, limit: number): Promise<Uint8Array> {
  const handle = await openRegular(boundary, given)
  try {
    return await readUpTo(handle, { given, limit })
  } finally {
    await handle.close()
  }
}

/** null when there is no such file. */
export async function readText(boundary: Boundary, given: string, maxBytes: number): Promise<string | null> {
  const handle = await openRegular(boundary, given).catch((error: unknown) => {
    if (error instanceof PlatformError && isMissing(error.cause)) return null
    throw error
  })
  if (handle === null) return null
  try {
    const bytes = await readUpTo(handle, { given, limit: maxBytes + 1 })
    if (bytes.length > maxBytes)
      throw new PlatformError(`${given} is longer than ${maxBytes} bytes`, { remedy: 'shorten the file' })
    return new TextDecoder().decode(bytes)
  } finally {
    await handle.close()
  }
}

async function openRegular(boundary: Boundary, given: string): Promise<FileHandle> {
  const handle = await open(await confineReading(boundary, given), OPEN_FLAGS).catch((cause: unknown) => {
    throw unreadable(given, cause)
  })
  const found = await handle.stat()
  if (found.isFile()) return handle
  await handle.close()
  throw new PlatformError(`${given} is ${found.isDirectory() ? 'a folder' : 'no regular file'}`, {
    remedy: 'name a regular file',
  })
}

interface ReadSize {
  readonly given: string
  readonly limit: number
}

async function readUpTo(handle: FileHandle, { given, limit }: ReadSize): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  for (let missing = limit; missing > 0; ) {
    const chunk = await readSome(handle, { given, limit: Math.min(missing, CHUNK_BYTES) })
    if (chunk.length === 0) break
    chunks.push(chunk)
    missing -= chunk.length
  }
  return Buffer.concat(chunks)
}

async function readSome(handle: FileHandle, { given, limit }: ReadSize): Promise<Uint8Array> {
  const buffer = Buffer.allocUnsafe(limit)
  try {
    const { bytesRead } = await handle.read(buffer, 0, limit, null)
    return buffer.subarray(0, bytesRead)
  } catch (cause) {
    throw unreadable(given, cause)
  }
}

function unreadable(given: string, cause: unknown): PlatformError {
  if (isMissing(cause))
    return new PlatformError(`${given} does not exist`, {
      cause,
      remedy: 'check the path, and that the step that writes the file ran before this one',
    })
  return new PlatformError(`cannot read ${given}: ${messageOf(cause)}`, { cause, remedy: 'make the file readable' })
}
