import { expect, test } from '@jest/globals'
import { createNamePattern } from '../../src/config/name-pattern.js'

test.each([
  ['search*', 'search_jobs', true],
  ['search*', 'tests/test_api.py::search_jobs[10]', true],
  ['search*', 'tests/test_api.py::test_search_jobs', false],
  ['*search*', 'tests/test_api.py::test_search_jobs', true],
  ['BenchmarkFib', 'example.org/x.BenchmarkFib', true],
  ['BenchmarkFib', 'example.org/x.BenchmarkFib10', false],
  ['fib[10]', 'fib[10]', true],
  ['fib[10]', 'fib1', false],
  ['a.b', 'axb', false],
  ['*', 'anything at all', true],
])('%s means %s: %s', (pattern, name, isMeant) => {
  expect(createNamePattern(pattern)(name)).toBe(isMeant)
})

test('takes no exponential time on hostile names', () => {
  expect(createNamePattern('*a*a*a*b')(`${'a/'.repeat(200)}c`)).toBe(false)
})
