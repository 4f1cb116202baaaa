import { expect, test } from '@jest/globals'
import { nearestPaths } from '../../src/explain/nearest-paths.js'

const KNOWN = ['src/cart/price.ts', 'lib/price.ts', 'src/cart/total.ts', 'test/price.ts']

test('paths of the same name come first that share most folders', () => {
  expect(nearestPaths('cart/price.ts', KNOWN)).toEqual(['src/cart/price.ts', 'lib/price.ts', 'test/price.ts'])
})

test('a name that is misspelt leads to the one that is meant', () => {
  expect(nearestPaths('src/cart/totl.ts', KNOWN)).toEqual(['src/cart/total.ts'])
})

test('nothing is like a name that nothing is like', () => {
  expect(nearestPaths('README', KNOWN)).toEqual([])
})

test('only a few are told', () => {
  const many = Array.from({ length: 100 }, (_, index) => `p${index}/index.ts`)
  expect(nearestPaths('index.ts', many)).toHaveLength(5)
})
