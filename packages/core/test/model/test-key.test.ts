import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { keyOfParts, numberedKey, partsOfKey, testKeyOf, testNameOf } from '../../src/model/test-key.js'

function keyOf(name: string, rest: Partial<Parameters<typeof testKeyOf>[0]> = {}): string {
  return testKeyOf({ file: null, suite: [], className: null, name, ...rest })
}

test('a key has file, suites, class and name, each once in a row', () => {
  const key = keyOf('adds', { file: 'a.ts', suite: ['a.ts', 'sums'], className: 'sums' })
  expect(testNameOf(key)).toBe('a.ts › sums › adds')
  expect(testNameOf(keyOf('sums', { className: 'sums' }))).toBe('sums › sums')
})

test.each([
  ['reads 0f8fad5b-d9cb-469f-a165-70867728950e', 'reads 7c9e6679-7425-40de-944b-e07fc1f90ae7'],
  ['testShuffle {seed=[3A5F:99]}', 'testShuffle {seed=[BEEF:1234]}'],
  ['shuffles (seed: 42)', 'shuffles (seed: 4711)'],
  ['holds <Foo object at 0x7f2b1c3d4e50>', 'holds <Foo object at 0x7ffee4c0a1b0>'],
  ['[1] com.acme.Order@1b6d3586', '[1] com.acme.Order@4554617c'],
  ['at 2024-05-06T07:08:09Z', 'at 2025-01-02T03:04:05.678Z'],
])('%s is %s in another run', (one, other) => {
  expect(keyOf(one)).toBe(keyOf(other))
})

test.each([
  ['handles 404', 'handles 500'],
  ['test_x[1-2]', 'test_x[1-3]'],
  ['parses 2024-01-01', 'parses 2024-01-02'],
  ['seeds the table 1', 'seeds the table 2'],
  ['color #ff0000', 'color #00ff00'],
  ['sha1', 'sha256'],
  ['decade', 'facade'],
])('%s and %s are two tests', (one, other) => {
  expect(keyOf(one)).not.toBe(keyOf(other))
})

test('names with control characters cannot forge another key', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'binary' }), { minLength: 1 }), (parts) => {
      expect(partsOfKey(keyOfParts(parts))).toHaveLength(parts.length)
    }),
  )
  expect(keyOf('a\u001fb')).toBe('a b')
})

test('tests that are named alike are numbered from the second on', () => {
  expect([1, 2, 3].map((number) => numberedKey('a', number))).toEqual(['a', 'a #2', 'a #3'])
})

test('a name of a megabyte is read in no time', () => {
  const hostile = ['seed'.repeat(250_000), '0x'.repeat(500_000), 'a1'.repeat(500_000), '1-'.repeat(500_000)]
  for (const name of hostile) expect(keyOf(name).length).toBeGreaterThan(0)
})
