import { spawnSync } from 'node:child_process'
import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { quoteWords } from '../../src/selectors/shell-words.js'

test('a shell reads back the very words', () => {
  const word = fc.string({ unit: 'grapheme-composite' }).filter((text) => !text.includes('\0'))
  fc.assert(
    fc.property(fc.array(word, { minLength: 1, maxLength: 5 }), (words) => {
      const { stdout } = spawnSync('sh', ['-c', `printf '%s\\0' ${quoteWords(words)}`], { encoding: 'utf8' })
      expect(stdout.split('\0').slice(0, -1)).toEqual(words)
    }),
    { numRuns: 30 },
  )
})
