import { expect, test } from '@jest/globals'
import { hasWord, wordsOf } from '../../src/model/test-category.js'

test.each([
  ['test_auth', 'auth', true],
  ['AuthCheck.verifiesLogin', 'auth', true],
  ['test_author_security_label', 'auth', false],
  ['test_author_security_label', 'security', true],
  ['HTMLParser', 'parser', true],
  ['rapid response', 'api', false],
  ['checkout end-to-end', 'end-to-end', true],
  ['weekend to end', 'end-to-end', false],
  ['', 'auth', false],
])('%s has the word %s: %s', (name, word, expected) => {
  expect(hasWord(wordsOf(name), word)).toBe(expected)
})
