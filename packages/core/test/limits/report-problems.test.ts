import { expect, test } from '@jest/globals'
import { reportProblemReasons } from '../../src/limits/report-problems.js'
import type { Problem } from '../../src/model/errors.js'

const PROBLEM: Problem = { kind: 'report', message: 'Broken.', path: 'a.xml', line: 3, remedy: 'Mend it.' }
const STRICT = { 'on-report-error': { value: 'error' } } as const
const RELAXED = { 'on-report-error': { value: 'warn' } } as const

test('what cannot be read is inconclusive, and a warning where the user relaxed it', () => {
  const message = 'a.xml:3: Broken. Mend it.'
  expect(reportProblemReasons([PROBLEM], STRICT)).toMatchObject([{ outcome: 'inconclusive', message }])
  expect(reportProblemReasons([PROBLEM], RELAXED)).toMatchObject([{ outcome: 'warn', message }])
  expect(reportProblemReasons([], STRICT)).toEqual([])
})

test('a problem without a place or a remedy is told without', () => {
  const [reason] = reportProblemReasons([{ ...PROBLEM, path: null, line: null, remedy: null }], STRICT)
  expect(reason?.message).toBe('Broken.')
})

test('a thousand of them are five and a count', () => {
  const reasons = reportProblemReasons(new Array<Problem>(1000).fill(PROBLEM), RELAXED)
  expect(reasons).toHaveLength(6)
  expect(reasons.at(-1)).toMatchObject({ outcome: 'warn', message: '995 more reports could not be used.' })
})
