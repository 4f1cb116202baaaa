import { expect, test } from '@jest/globals'
import { attemptOf, sumOfAttempts, untoldFailures } from '../../src/test-run/attempt.js'

const WORDS = { type: null, message: 'no', trace: '' }

test('attempts that are only counted failed, without words', () => {
  expect(untoldFailures(2)).toHaveLength(2)
  expect(untoldFailures(1)).toEqual([
    { status: 'failed', durationUs: null, failure: { type: null, message: '', trace: '' } },
  ])
})

test.each([
  [0, 0],
  [-3, 0],
  [Number.MAX_SAFE_INTEGER, 1000],
])('a count of %d makes %d of them', (count, length) => {
  expect(untoldFailures(count)).toHaveLength(length)
})

test('only an attempt that went wrong has a failure', () => {
  expect(attemptOf('passed', 1, WORDS).failure).toBeNull()
  expect(attemptOf('skipped', 1, WORDS).failure).toBeNull()
  expect(attemptOf('errored', 1, WORDS).failure).toEqual(WORDS)
})

test('the duration of a case is that of the attempts that are timed', () => {
  expect(sumOfAttempts([attemptOf('failed', 5, WORDS), attemptOf('failed', null, WORDS)])).toBe(5)
  expect(sumOfAttempts(untoldFailures(3))).toBeNull()
})
