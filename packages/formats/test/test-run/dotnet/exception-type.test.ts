import { expect, test } from '@jest/globals'
import { exceptionType } from '../../../src/test-run/dotnet/exception-type.js'

test.each([
  ['System.DivideByZeroException : Attempted to divide by zero.', 'System.DivideByZeroException'],
  ['Basket.Über.LeerException : leer', 'Basket.Über.LeerException'],
  ['OutOfStockException : none left', 'OutOfStockException'],
  ['Ns.Problem`1+Inner : x', 'Ns.Problem`1+Inner'],
])('%s begins with the type of an exception', (message, expected) => {
  expect(exceptionType(message)).toBe(expected)
})

test.each([
  '',
  'Expected: 3',
  'TearDown : System.IO.IOException : disk full',
  'two words.here : x',
  'System.Exception: without a blank in front of the colon',
  ' : nothing',
  `${'N.'.repeat(200)}E : too long`,
])('%j does not', (message) => {
  expect(exceptionType(message)).toBeNull()
})
