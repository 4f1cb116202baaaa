import { expect, test } from '@jest/globals'
import { firstTextLine } from '../../src/text/first-text-line.js'
import { bytesOf } from '../support/read.js'

test.each([
  ['mode: set\nx', 'mode: set'],
  ['\ufeff\r\n  mode: set \r\nx', 'mode: set'],
  ['alone', 'alone'],
  ['', null],
  [' \n\t\n', null],
])('the first line of %j is %j', (text, line) => {
  expect(firstTextLine(bytesOf(text))).toBe(line)
})
