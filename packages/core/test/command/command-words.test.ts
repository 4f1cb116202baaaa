import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { commandWords } from '../../src/command/command-words.js'

test.each([
  ['pytest -q  {tests}', ['pytest', '-q', '{tests}']],
  [' a\tb ', ['a', 'b']],
  [`run 'a b' "c d"`, ['run', 'a b', 'c d']],
  [`--name='a "b" c'd`, ['--name=a "b" cd']],
  [`'' ""`, ['', '']],
  ['C:\\dir\\run.exe $HOME *.ts \\', ['C:\\dir\\run.exe', '$HOME', '*.ts', '\\']],
  ['', []],
])('the words of %p are %j', (line, words) => {
  expect(commandWords(line)).toEqual(words)
})

test('a quote without an end is told', () => {
  expect(commandWords(`run 'a`)).toBeNull()
  expect(commandWords(`it's`)).toBeNull()
})

test('quoted words are read back', () => {
  const word = fc.string().filter((text) => !text.includes("'"))
  fc.assert(
    fc.property(fc.array(word), (words) => {
      expect(commandWords(words.map((text) => `'${text}'`).join(' '))).toEqual(words)
    }),
  )
})
