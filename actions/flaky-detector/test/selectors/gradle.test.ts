import { expect, test } from '@jest/globals'
import { gradleSelector } from '../../src/selectors/gradle.js'
import { testNamed } from './kit.js'

test('each method is an option of its own', () => {
  const tests = ['adds', 'removes()', 'rows(int)[2]'].map((name) => testNamed(name, { className: 'com.acme.CartTest' }))
  expect(gradleSelector.select(tests)).toMatchObject({
    args: [
      ...['--tests', 'com.acme.CartTest.adds', '--tests', 'com.acme.CartTest.removes'],
      ...['--tests', 'com.acme.CartTest.rows', '--tests', 'com.acme.CartTest.rows[*]'],
    ],
    inexact: ['Of com.acme.CartTest.rows all rows are meant, not only `[2]`.'],
  })
})
