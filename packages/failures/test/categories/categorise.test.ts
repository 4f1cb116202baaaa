import { describe, expect, test } from '@jest/globals'
import { categorise } from '../../src/categories/categorise.js'
import { type OwnRule, withOwnRules } from '../../src/categories/own-rules.js'
import { CATEGORY_RULES } from '../../src/categories/registry.js'

function categoryOf(known: {
  readonly type?: string
  readonly message?: string
  readonly trace?: string
}): string | null {
  return categorise({ type: null, message: '', trace: '', ...known }, CATEGORY_RULES)?.id ?? null
}

test('a failure that no rule knows has no category', () => {
  expect(categoryOf({ message: 'the kiosk is closed on Sundays' })).toBeNull()
})

test('a sign in or out of something is no session of a database', () => {
  expect(categoryOf({ message: 'HTTP session login failed; dialog closed' })).toBeNull()
})

test('what an object lacks is no fault of a mock', () => {
  expect(categoryOf({ type: 'AttributeError', message: "'NoneType' object has no attribute 'name'" })).toBeNull()
})

test('the type counts', () => {
  expect(categoryOf({ type: 'java.util.concurrent.TimeoutException' })).toBe('timeout')
})

test('the cause in the trace counts before the assertion that it made fail', () => {
  expect(
    categoryOf({
      type: 'AssertionError',
      message: 'no answer',
      trace: 'Caused by: java.net.ConnectException: Connection refused',
    }),
  ).toBe('network')
})

describe('what is no word of the error is not looked at:', () => {
  test.each([
    ['a path', '    at open (src/deadlock detected/timed out.js:3:5)'],
    ['source of Python', '  File "a.py", line 3, in test\n    with raises(TimeoutError): open()'],
    ['source that pytest shows', '>   raise TimeoutError\nE   ValueError: no\n\na.py:3: ValueError'],
    ['a function', '\tat a.b.Deadlock.timed out(Deadlock.kt:3)'],
  ])('%s', (_, trace) => {
    expect(categoryOf({ message: 'no', trace })).toBeNull()
  })
})

test("rules of the user's are asked first", () => {
  const own: OwnRule = {
    id: 'till',
    title: 'Till',
    pattern: 'till * timed out',
    advice: 'Restart the till.',
    examples: ['the till 3 timed out'],
    counterexamples: ['the train timed out'],
  }
  const rules = withOwnRules([own], CATEGORY_RULES)
  const failure = { type: null, message: 'the till 3 timed out', trace: '' }
  expect(categorise(failure, rules)).toMatchObject({ id: 'till', priority: 'medium', minutes: null })
  expect(categorise({ ...failure, message: 'the train timed out' }, rules)?.id).toBe('timeout')
})
