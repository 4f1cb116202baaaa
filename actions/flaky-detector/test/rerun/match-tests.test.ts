import { expect, test } from '@jest/globals'
import { matchTests } from '../../src/rerun/match-tests.js'
import { jestSelector } from '../../src/selectors/jest.js'
import { testNamed } from '../selectors/kit.js'

const WANTED = testNamed('cart adds', { className: 'cart adds', suite: ['cart'], file: null, format: 'jest-junit' })

test('a test is found in a report of another format', () => {
  const again = testNamed('adds', { suite: ['cart'], file: '/repo/cart.test.js', format: 'jest-json' })
  expect(matchTests(WANTED, [testNamed('other'), again], jestSelector)).toEqual([again])
})

test('of equal names those in the same file are meant, however its path begins', () => {
  const placed = { ...WANTED, file: './src/cart.test.js' }
  const same = testNamed('adds', { suite: ['cart'], file: '/repo/src/cart.test.js' })
  const other = testNamed('adds', { suite: ['cart'], file: '/repo/src/old-cart.test.js' })
  expect(matchTests(placed, [other, same], jestSelector)).toEqual([same])
})

test('what changes in a name from run to run is no difference', () => {
  const seeded = testNamed('shuffles seed=123456', { file: 'a.test.js' })
  const again = testNamed('shuffles seed=654321', { file: 'a.test.js' })
  expect(matchTests(seeded, [again], jestSelector)).toEqual([again])
})
