import { expect, test } from '@jest/globals'
import { BLOCK_BYTES } from '../../src/text/block-decoder.js'
import { headText } from '../../src/text/head-text.js'
import { bytesOf } from '../support/read.js'

test.each([
  ['', ''],
  ['TN:\n', 'TN:\n'],
  ['\ufeffTN:\n', 'TN:\n'],
])('the head %j reads %j', (text, read) => {
  expect(headText(bytesOf(text))).toBe(read)
})

test('the head of a file in UTF-16 is read as such', () => {
  expect(headText(new Uint8Array(Buffer.from('\ufeffmode: set', 'utf16le')))).toBe('mode: set')
})

test('a head longer than a block is whole', () => {
  const long = 'SF:a.ts\n'.repeat(BLOCK_BYTES / 4)
  expect(headText(bytesOf(long))).toBe(long)
})

test('a character that the end of the head cuts is a replacement', () => {
  expect(headText(bytesOf('é').subarray(0, 1))).toBe('\ufffd')
})
