import { expect, test } from '@jest/globals'
import { errorLines, messagesOf } from '../src/error-text.js'
import { traceFixture } from './support/traces.js'

const HANDLED = 'During handling of the above exception, another exception occurred:'

test('type and message come first', () => {
  expect(errorLines({ type: 'KeyError', message: "'count'", trace: '' })[0]).toBe("KeyError: 'count'")
})

test('of pytest, only what the error says is left', () => {
  expect(messagesOf(traceFixture('python/pytest-long-error').failure.trace)).toEqual(["KeyError: 'count'"])
})

test('causes stay, frames and source go', () => {
  expect(messagesOf(traceFixture('java/junit-cause').failure.trace)).toEqual([
    'java.lang.IllegalStateException: the gate is empty',
    'Caused by: java.lang.IndexOutOfBoundsException: Index 0 out of bounds for length 0',
  ])
  expect(messagesOf(traceFixture('go/test-error').failure.trace)).toEqual(['got 3, want 4'])
})

test.each([
  ['javascript/jest-error', ["TypeError: Cannot read properties of undefined (reading 'count')"]],
  ['python/unittest', ['AssertionError: 6 != 7']],
  ['python/native-while-handling', ["KeyError: 'count'", HANDLED, "TypeError: 'NoneType' object is not iterable"]],
  ['typescript/vitest-error', ["TypeError: Cannot read properties of undefined (reading 'count')"]],
  ['ruby/cause', []],
  ['php/phpunit-failure', ['LedgerTest::testAverage', 'Failed asserting that 2 is identical to 3.']],
])('%s says no more than %j', (name, said) => {
  expect(messagesOf(traceFixture(name).failure.trace).filter((line) => line.trim() !== '')).toEqual(said)
})
