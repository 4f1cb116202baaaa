import { expect, test } from '@jest/globals'
import { readBranchKey, readMethodKey } from '../../../src/coverage/simplecov/ruby-key.js'

test.each([
  ['[:if, 3, 8, 6, 8, 36]', { type: 'if', line: 8, column: 6, endLine: 8, endColumn: 36 }],
  ['[:"&.", 3, 15, 4, 15, 16]', { type: '&.', line: 15, column: 4, endLine: 15, endColumn: 16 }],
  ['[:if, 3, 0, 6, 8, 36]', null],
  ['[:if, 3, 8, 6, 8]', null],
  ['if', null],
  [`[:${'a'.repeat(100_000)}`, null],
])('the branch %j is read', (text, key) => {
  expect(readBranchKey(text)).toEqual(key)
})

test.each([
  ['["Pay", :total, 2, 2, 4, 5]', { line: 2, name: 'Pay#total' }],
  ['[Pay::Night, :total?, 2, 2, 4, 5]', { line: 2, name: 'Pay::Night#total?' }],
  ['[#<Class:Pay>, :"[]=", 5, 2, 6, 5]', { line: 5, name: '#<Class:Pay>#[]=' }],
  ['["Pay", :total]', null],
  ['total', null],
])('the method %j is read', (text, key) => {
  expect(readMethodKey(text)).toEqual(key)
})
