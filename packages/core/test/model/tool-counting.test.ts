import { expect, test } from '@jest/globals'
import { countingOfAll, countingOfReport } from '../../src/model/tool-counting.js'

test.each([
  ['cobertura', 'coverage.py', 'lines-and-branches'],
  ['cobertura', 'gcovr', 'lines'],
  ['coverage-py-json', null, 'lines-and-branches'],
  ['clover', 'openclover', 'elements'],
  ['clover', 'phpunit', 'lines'],
  ['go-cover', null, 'statements'],
  ['lcov', null, 'lines'],
])('%s written by %s counts %s', (format, dialect, counting) => {
  expect(countingOfReport({ format, dialect })).toBe(counting)
})

test('reports of tools that do not count the same are counted by lines', () => {
  expect(countingOfAll(['statements', 'statements'])).toBe('statements')
  expect(countingOfAll(['statements', 'elements'])).toBe('lines')
  expect(countingOfAll([])).toBe('lines')
})
