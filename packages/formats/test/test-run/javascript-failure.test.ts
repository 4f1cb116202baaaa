import { expect, test } from '@jest/globals'
import { failureOfMessage, failureOfStack, typeOfStack } from '../../src/test-run/javascript-failure.js'

test('a stack is type, message and frames', () => {
  expect(failureOfStack('TypeError: no door\nwith a handle\n    at open (door.js:1:2)\n    at walk.js:3:4')).toEqual({
    type: 'TypeError',
    message: 'no door\nwith a handle',
    trace: '    at open (door.js:1:2)\n    at walk.js:3:4',
  })
})

test.each([
  ['AssertionError [ERR_ASSERTION]: not equal', 'AssertionError', 'not equal'],
  ['Uncaught Error: late', 'Error', 'late'],
  ['Error: plain', 'Error', 'plain'],
  ['Expected: 1', null, 'Expected: 1'],
  ['meet me at noon', null, 'meet me at noon'],
  ['', null, ''],
])('%j is of type %s', (stack, type, message) => {
  expect(failureOfStack(stack)).toEqual({ type, message, trace: '' })
})

test('a message apart from its stack keeps both', () => {
  expect(failureOfMessage('RangeError: far', 'RangeError: far\n    at a.js:1')).toEqual({
    type: 'RangeError',
    message: 'far',
    trace: 'RangeError: far\n    at a.js:1',
  })
  expect(typeOfStack('no error at all')).toBeNull()
})

test('a stack made to be slow is all message', () => {
  const hostile = `${'A'.repeat(100_000)}\n${' '.repeat(100_000)}at`
  expect(failureOfStack(hostile)).toEqual({ type: null, message: hostile, trace: '' })
})
