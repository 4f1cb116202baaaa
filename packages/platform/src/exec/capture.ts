import type { Readable } from 'node:stream'

export interface Captured {
  readonly text: string
  readonly isTruncated: boolean
}

/** The bytes that two streams may keep together. */
export interface ByteBudget {
  remaining: number
}

/** Reads a stream to its end, keeping what the budget allows: a writer that nobody reads from would block for ever. */
export async function capture(stream: Readable, budget: ByteBudget): Promise<Captured> {
  const kept: Uint8Array[] = []
  let isTruncated = false
  for await (const chunk of chunksOf(stream)) {
    const part = chunk.subarray(0, budget.remaining)
    budget.remaining -= part.length
    if (part.length > 0) kept.push(part)
    if (part.length < chunk.length) isTruncated = true
  }
  return { text: Buffer.concat(kept).toString('utf8'), isTruncated }
}

/** A stream that a timeout destroyed just ends: who started the process learns of the timeout from its end. */
export async function* chunksOf(stream: Readable): AsyncGenerator<Uint8Array> {
  try {
    yield* stream as AsyncIterable<Uint8Array>
  } catch (error) {
    if (!stream.destroyed || stream.errored !== null) throw error
  }
}
