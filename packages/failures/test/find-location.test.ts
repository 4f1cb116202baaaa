import { describe, expect, test } from '@jest/globals'
import { findLocation, passedPlaces } from '../src/find-location.js'
import { searchIn } from './support/traces.js'

const search = searchIn([
  'src/cart.js',
  'test/cart.test.js',
  'test/support/check.js',
  'vendor/expect/index.js',
  'a/log_test.go',
  'b/log_test.go',
])

function failureAt(type: string, places: readonly string[]) {
  return { type, message: 'no', trace: places.map((place) => `    at run (/ci/build/${place}:5)`).join('\n') }
}

describe('an assertion', () => {
  test('is looked at in the test, not in a helper of tests', () => {
    const failure = failureAt('AssertionError', ['test/support/check.js:3', 'test/cart.test.js:9'])
    expect(findLocation(failure, search)).toEqual({ path: 'test/cart.test.js', line: 9 })
  })

  test('is looked at in the test, not in a tracked copy of a library', () => {
    const failure = failureAt('AssertionError', ['vendor/expect/index.js:3', 'test/cart.test.js:9'])
    expect(findLocation(failure, search)).toEqual({ path: 'test/cart.test.js', line: 9 })
  })

  test('of the code under test is looked at where that code makes it', () => {
    const failure = failureAt('AssertionError', ['src/cart.js:3', 'test/cart.test.js:9'])
    expect(findLocation(failure, search, { file: 'test/cart.test.js', line: 1 })).toEqual({
      path: 'src/cart.js',
      line: 3,
    })
  })
})

test('an assertion that the code under test makes by a copy of a library is looked at in that code', () => {
  const failure = failureAt('AssertionError', ['vendor/expect/index.js:3', 'src/cart.js:4', 'test/cart.test.js:9'])
  expect(findLocation(failure, search)).toEqual({ path: 'src/cart.js', line: 4 })
})

test('an error is looked at where it arose, in a helper of tests as well', () => {
  const failure = failureAt('TypeError', [
    'node_modules/x/index.js:1',
    'test/support/check.js:3',
    'test/cart.test.js:9',
  ])
  expect(findLocation(failure, search)).toEqual({ path: 'test/support/check.js', line: 3 })
})

test('a tracked copy of a library is looked at only where nothing else is', () => {
  expect(findLocation(failureAt('TypeError', ['vendor/expect/index.js:3', 'src/cart.js:4']), search)?.path).toBe(
    'src/cart.js',
  )
  expect(findLocation(failureAt('TypeError', ['vendor/expect/index.js:3']), search)?.path).toBe(
    'vendor/expect/index.js',
  )
})

test('a bare file name is looked for beside the test first', () => {
  const failure = { type: null, message: 'Failed', trace: '    log_test.go:12: got 1, want 2' }
  expect(findLocation(failure, search)).toBeNull()
  expect(findLocation(failure, search, { file: 'b/log_test.go', line: null })).toEqual({
    path: 'b/log_test.go',
    line: 12,
  })
})

test('the package of a test in Go leads to its files', () => {
  const failure = { type: null, message: 'Failed', trace: '    log_test.go:12: got 1, want 2' }
  const inModule = (path: string): string | null => search(path.replace(/^example\.com\/shop\//, ''))
  expect(findLocation(failure, inModule, { file: 'example.com/shop/b/', line: null })).toEqual({
    path: 'b/log_test.go',
    line: 12,
  })
})

test('without a frame of the repository, the place of the test counts, if it has a line and is tracked', () => {
  const failure = failureAt('TypeError', ['node_modules/x/index.js:1'])
  expect(findLocation(failure, search, { file: 'test/cart.test.js', line: 7 })).toEqual({
    path: 'test/cart.test.js',
    line: 7,
  })
  expect(findLocation(failure, search, { file: 'test/cart.test.js', line: null })).toBeNull()
  expect(findLocation(failure, search, { file: 'gone.test.js', line: 7 })).toBeNull()
  expect(findLocation(failure, search)).toBeNull()
})

test('a recursion without end asks for each file once', () => {
  const asked: string[] = []
  const failure = failureAt('RangeError', Array<string>(300).fill('src/none.js:1'))
  findLocation(failure, (path) => {
    asked.push(path)
    return null
  })
  expect(asked).toEqual(['/ci/build/src/none.js'])
})

test('a trace passes each line of the repository once, innermost first', () => {
  const failure = failureAt('TypeError', [
    'src/cart.js:3',
    'node_modules/x/index.js:1',
    'src/cart.js:3',
    'test/cart.test.js:9',
  ])
  expect(passedPlaces(failure, search)).toEqual([
    { path: 'src/cart.js', line: 3 },
    { path: 'test/cart.test.js', line: 9 },
  ])
})

test('of a deep recursion twenty lines are kept', () => {
  const failure = failureAt(
    'RangeError',
    Array.from({ length: 90 }, (_, index) => `src/cart.js:${index + 1}`),
  )
  expect(passedPlaces(failure, search)).toHaveLength(20)
})
