import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { BLOCK_BYTES, BlockDecoder } from '../../src/text/block-decoder.js'
import { bytesOf } from '../support/read.js'

function decode(
  bytes: Uint8Array,
  portion = BLOCK_BYTES,
): { readonly text: string; readonly oddities: readonly string[] } {
  let text = ''
  const decoder = new BlockDecoder((block) => {
    text += block
  })
  for (let at = 0; at < bytes.length; at += portion) decoder.write(bytes.subarray(at, at + portion))
  decoder.end()
  return { text, oddities: decoder.oddities }
}

test('any bytes give the text that TextDecoder makes of them in one piece', () => {
  const byteArb = fc.oneof(
    fc.nat(255),
    fc.constantFrom(0xc3, 0xa9, 0xe2, 0x82, 0xac, 0xf0, 0x9f, 0x98, 0x80, 0xed, 0xff),
  )
  fc.assert(
    fc.property(fc.array(byteArb, { maxLength: 40 }), fc.integer({ min: -20, max: 3 }), (tail, shift) => {
      const bytes = new Uint8Array(BLOCK_BYTES + shift + tail.length).fill(0x61)
      bytes.set(tail, BLOCK_BYTES + shift)
      expect(decode(bytes).text).toBe(new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes))
    }),
    { numRuns: 300 },
  )
})

test('a character that lies across two blocks stays whole', () => {
  const text = `${'a'.repeat(BLOCK_BYTES - 2)}😀€é`
  expect(decode(bytesOf(text), 1000)).toEqual({ text, oddities: [] })
})

test('a byte order mark decides and is no text', () => {
  expect(decode(Uint8Array.from([0xef, 0xbb, 0xbf, 0x61])).text).toBe('a')
  expect(decode(Uint8Array.from([0xff, 0xfe, 0x61, 0, 0x34, 0xd8, 0x1e, 0xdd]), 1).text).toBe('a\u{1d11e}')
  expect(decode(Uint8Array.from([0xfe, 0xff, 0, 0x61])).text).toBe('a')
})

test('the encoding that an XML declaration names is followed', () => {
  const latin = (encoding: string) => [...bytesOf(`<?xml version="1.0" encoding="${encoding}"?>`), 0xe9, 0x80]
  expect(decode(Uint8Array.from(latin('ISO-8859-1'))).text.slice(-2)).toBe('é€')
  expect(decode(Uint8Array.from(latin('windows-1252'))).text.slice(-2)).toBe('é€')
})

test('an encoding that is not followed and bytes that are no text are told', () => {
  expect(decode(bytesOf('<?xml version="1.0" encoding="utf-16"?><a/>')).oddities).toEqual([
    expect.stringContaining('declares the encoding utf-16'),
  ])
  expect(decode(Uint8Array.from([0x61, 0xff])).oddities).toEqual([expect.stringContaining('not valid text')])
})
