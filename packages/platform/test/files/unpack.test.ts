import { gzipSync } from 'node:zlib'
import { describe, expect, test } from '@jest/globals'
import { PlatformError } from '@testwarden/core/model/errors'
import { unpacked } from '../../src/files/unpack.js'

/** A file that knows whether it was closed. */
function fileOf(bytes: Uint8Array, portion = 100) {
  const state = { isClosed: false, portions: 0 }
  async function* read(): AsyncGenerator<Uint8Array> {
    try {
      for (let at = 0; at < bytes.length; at += portion) {
        state.portions++
        yield bytes.subarray(at, at + portion)
      }
    } finally {
      state.isClosed = true
    }
  }
  return { state, chunks: read() }
}

async function readAll(chunks: AsyncIterable<Uint8Array>): Promise<string> {
  const found: Uint8Array[] = []
  for await (const chunk of chunks) found.push(chunk)
  return Buffer.concat(found).toString()
}

const TEXT = 'line of a report\n'.repeat(20_000)

describe('bytes', () => {
  test.each(['', 'x', '\x1f\x8b', TEXT])('that are not packed stay as they are', async (text) => {
    const bytes = Buffer.from(text, 'latin1')
    const all = await readAll(unpacked(fileOf(bytes).chunks, { given: 'a' }))
    expect(Buffer.from(all).length).toBe(Buffer.from(bytes.toString()).length)
  })

  test('that are packed are unpacked', async () => {
    expect(await readAll(unpacked(fileOf(gzipSync(TEXT)).chunks, { given: 'a.gz' }))).toBe(TEXT)
  })

  test('of two packed files, one behind the other, are unpacked one behind the other', async () => {
    const both = Buffer.concat([gzipSync('one '), gzipSync('two')])
    expect(await readAll(unpacked(fileOf(both).chunks, { given: 'a.gz' }))).toBe('one two')
  })
})

describe('packed bytes', () => {
  test('that are cut off end in an error that names the file', async () => {
    const cut = gzipSync(TEXT).subarray(0, 300)
    const reading = readAll(unpacked(fileOf(cut).chunks, { given: 'a.gz' }))
    await expect(reading).rejects.toThrow(/cannot unpack a\.gz: /)
    await expect(reading).rejects.toBeInstanceOf(PlatformError)
  })

  test('that are damaged end in an error', async () => {
    const damaged = gzipSync(TEXT)
    damaged.fill(0xff, 100, 140)
    await expect(readAll(unpacked(fileOf(damaged).chunks, { given: 'a.gz' }))).rejects.toBeInstanceOf(PlatformError)
  })

  test('that stand for more than the limit are given up on long before their end', async () => {
    const bomb = fileOf(gzipSync(Buffer.alloc(20_000_000)), 1000)
    const reading = readAll(unpacked(bomb.chunks, { given: 'a.gz', maxBytes: 1_000_000 }))
    await expect(reading).rejects.toThrow('a.gz stands for more than 1000000 bytes once it is unpacked')
    expect(bomb.state.isClosed).toBe(true)
  })
})

test.each([
  ['packed', gzipSync(Buffer.alloc(5_000_000, 'no two lines are the same ', 'utf8'))],
  ['plain', Buffer.from(TEXT)],
])('whoever stops reading closes the file: %s', async (_kind, bytes) => {
  const file = fileOf(bytes)
  for await (const _ of unpacked(file.chunks, { given: 'a' })) break
  expect(file.state.isClosed).toBe(true)
})

test('an error of the disk stays what it is', async () => {
  // biome-ignore lint/correctness/useYield: it fails before there is anything to give
  async function* broken(): AsyncGenerator<Uint8Array> {
    throw new PlatformError('cannot read a: EIO')
  }
  await expect(readAll(unpacked(broken(), { given: 'a' }))).rejects.toThrow('cannot read a: EIO')
})

test('an error of the disk in the middle of packed bytes stays what it is', async () => {
  async function* broken(): AsyncGenerator<Uint8Array> {
    yield gzipSync(TEXT).subarray(0, 100)
    throw new PlatformError('cannot read a: EIO')
  }
  await expect(readAll(unpacked(broken(), { given: 'a' }))).rejects.toThrow('cannot read a: EIO')
})
