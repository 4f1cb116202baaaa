import { expect, test } from '@jest/globals'
import { jestSelector } from '../../src/selectors/jest.js'
import { testNamed } from './kit.js'

test('a test is named by its full name, as an expression that takes everything literally', () => {
  const named = testNamed('adds (1 + 1) [twice] for $5?', { suite: ['cart'], file: '/repo/cart.test.js' })
  expect(jestSelector.select([named])).toMatchObject({
    args: [
      '--testNamePattern=^cart adds \\(1 \\+ 1\\) \\[twice\\] for \\$5\\?$',
      '--runTestsByPath',
      '/repo/cart.test.js',
    ],
    inexact: [],
  })
})

test.each([
  ['cart adds', 'cart adds', 'cart adds'],
  ['cart', 'adds', 'cart adds'],
  ['cart', 'cart adds', 'cart adds'],
  ['a.test.js', 'adds', 'adds'],
])('of the class %p and the name %p the full name is %p', (className, name, full) => {
  expect(jestSelector.nameOf(testNamed(name, { className, file: 'a.test.js' }))).toEqual({
    place: 'a.test.js',
    name: full,
  })
})

test('names in several files count in each of them, which is told', () => {
  const tests = [testNamed('adds', { file: 'a.test.js' }), testNamed('sums', { file: 'b.test.js' })]
  expect(jestSelector.select(tests)).toMatchObject({
    args: ['--testNamePattern=^(?:adds|sums)$', '--runTestsByPath', 'a.test.js', 'b.test.js'],
    inexact: ['Jest looks for each name in all 2 files: one that several of them have runs in each.'],
  })
})

test('without a file the name is looked for everywhere, which is told', () => {
  const { args, inexact } = jestSelector.select([testNamed('adds')])
  expect(args).toEqual(['--testNamePattern=^adds$'])
  expect(inexact).toEqual(['The report names no file: Jest runs tests of these names in every file.'])
})

test('no tests are no arguments, not all tests', () => {
  expect(jestSelector.select([])).toEqual({ args: [], text: '', inexact: [] })
})
