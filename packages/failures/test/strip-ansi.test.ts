import { expect, test } from '@jest/globals'
import { stripAnsi } from '../src/strip-ansi.js'

test.each([
  ['\u001b[31mred\u001b[0m', 'red'],
  ['\u001b[38;5;12mblue\u001b[39m', 'blue'],
  ['[31mred[0m, its escapes taken out', 'red, its escapes taken out'],
  ['#x1B[1mbold#x1B[0m', 'bold'],
  ['\u001b]8;;https://example.com\u0007link\u001b]8;;\u0007', 'link'],
  ['\u001b[2K\u001b[1Gline', 'line'],
  ['cells[12] of [3] and list[1m]', 'cells[12] of [3] and list]'],
])('%j', (text, plain) => {
  expect(stripAnsi(text)).toBe(plain)
})
