import { expect, test } from '@jest/globals'
import { aliasNotes, readAliases } from '../../src/reading/aliases.js'

const WRITTEN = ['tests/a.py › old -> tests/a.py › new', 'a => b', 'a -> b -> c']

test('an alias leads from the new name to the old one', () => {
  expect([...readAliases(WRITTEN)]).toEqual([['tests/a.py\u001fnew', 'tests/a.py\u001fold']])
})

test('what is written otherwise is told', () => {
  expect(aliasNotes(WRITTEN)).toEqual([
    '`aliases` has "a => b", which is not `<old name> -> <new name>`: it is left out.',
    '`aliases` has "a -> b -> c", which is not `<old name> -> <new name>`: it is left out.',
  ])
})
