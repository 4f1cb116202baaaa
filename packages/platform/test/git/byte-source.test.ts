import { Readable } from 'node:stream'
import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { readBytes } from '../../src/git/byte-source.js'

const TEXT = 'first line\nabcdefgh\nsecond\n'

test('lines and bytes come out alike, however the stream is cut', async () => {
  const cuts = fc.array(fc.integer({ min: 1, max: TEXT.length - 1 }), { maxLength: 10 })
  await fc.assert(
    fc.asyncProperty(cuts, async (places) => {
      const source = readBytes(Readable.from(pieces(places)))
      expect(await source.line()).toBe('first line')
      expect(String(await source.take(8))).toBe('abcdefgh')
      expect(String(await source.take(1))).toBe('\n')
      expect(await source.line()).toBe('second')
    }),
  )
})

test('a stream that ends too early gives nothing, never a part', async () => {
  expect(await readBytes(Readable.from([Buffer.from('no line end')])).line()).toBeNull()
  expect(await readBytes(Readable.from([Buffer.from('1234')])).take(5)).toBeNull()
  expect(await readBytes(Readable.from([])).line()).toBeNull()
})

function pieces(places: readonly number[]): Buffer[] {
  const sorted = [0, ...new Set(places), TEXT.length].sort((left, right) => left - right)
  return sorted.slice(1).map((end, index) => Buffer.from(TEXT.slice(sorted[index], end)))
}
