import { expect, test } from '@jest/globals'
import { PlatformError } from '@testwarden/core/model/errors'
import { createRetryBudget } from '../../src/github/retry-budget.js'

test('waits are granted until the time of the run is spent, and then nothing is sent any more', () => {
  const budget = createRetryBudget(10_000)
  expect([budget.take(6000), budget.take(3000)]).toEqual([true, true])
  expect(() => budget.check('ask')).not.toThrow()
  expect(budget.take(2000)).toBe(false)
  expect(() => budget.check('ask')).toThrow(PlatformError)
  expect(() => budget.check('ask')).toThrow(/cannot ask: not tried/)
})

test('a wait that is too long ends it at once, because GitHub wants to be left alone', () => {
  const budget = createRetryBudget(10_000)
  expect(budget.take(3_600_000)).toBe(false)
  expect(budget.take(1)).toBe(false)
})

test('requests that hang use it up as waits do', () => {
  const budget = createRetryBudget(10_000)
  budget.spend(15_000)
  expect(() => budget.check('ask')).toThrow(PlatformError)
})

test('an address where nobody listens is tried twice in a run, and an answer in between begins anew', () => {
  const budget = createRetryBudget(10_000)
  budget.noteUnreachable()
  budget.noteAnswer()
  budget.noteUnreachable()
  expect(() => budget.check('ask')).not.toThrow()
  budget.noteUnreachable()
  expect(() => budget.check('ask')).toThrow(/cannot ask: not tried/)
})
