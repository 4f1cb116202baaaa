import { expect, test } from '@jest/globals'
import { nextestSelector } from '../../src/selectors/nextest.js'
import { testNamed } from './kit.js'

const TESTS = [
  testNamed('totals::sum', { className: 'shop::cart' }),
  testNamed('rows::case_1(a, b\\c)', { className: 'shop' }),
]

test('binary and test are compared as they are, with what ends a matcher escaped', () => {
  expect(nextestSelector.select(TESTS).args).toEqual([
    '-E',
    '(binary_id(=shop::cart) & test(=totals::sum)) | (binary_id(=shop) & test(=rows::case_1(a\\, b\\\\c\\)))',
  ])
})

test('the opposite is the same behind a not', () => {
  expect(nextestSelector.deselect?.(TESTS.slice(0, 1)).args).toEqual([
    '-E',
    'not ((binary_id(=shop::cart) & test(=totals::sum)))',
  ])
})
