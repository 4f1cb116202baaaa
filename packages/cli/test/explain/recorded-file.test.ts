import { expect, test } from '@jest/globals'
import { recordedFile } from '../../src/explain/recorded-file.js'

test('a row of a record is a file’s totals', () => {
  const body = {
    files: [
      ['a.py', 1, 2],
      ['b.py', 3, 4, 1, 2, null, null, 5, 6],
    ],
  }
  expect(recordedFile(body, 'b.py')).toEqual({
    lines: { covered: 3, total: 4 },
    branches: { covered: 1, total: 2 },
    functions: null,
    statements: { covered: 5, total: 6 },
  })
  expect(recordedFile(body, 'a.py')).toMatchObject({ lines: { covered: 1, total: 2 }, branches: null })
})

test.each([
  null,
  7,
  {},
  { files: 'x' },
  { files: [['a.py']] },
  { files: [['a.py', 3, 2]] },
  { files: [['b.py', 1, 2]] },
])('%j does not tell of a.py', (body) => {
  expect(recordedFile(body, 'a.py')).toBeNull()
})
