import { expect, test } from '@jest/globals'
import type { Problem } from '@testwarden/core/model/errors'
import { decide } from '../../src/decide.js'
import { configOf, evidenceOf } from '../kit.js'

function problemsOf(count: number): Problem[] {
  return Array.from({ length: count }, (_, index) => ({
    kind: 'report',
    message: 'Broken.',
    path: `${index}.xml`,
    line: 3,
    remedy: 'Mend it.',
  }))
}

function judge(count: number, inputs: Readonly<Record<string, string>> = {}) {
  const { reasons } = decide(evidenceOf({}, { problems: problemsOf(count) }), configOf(inputs)).verdict
  return reasons.filter(({ ruleId }) => ruleId === 'report-problems')
}

test('each unreadable report is a reason with place and remedy', () => {
  expect(judge(1)).toMatchObject([{ outcome: 'inconclusive', message: '0.xml:3: Broken. Mend it.' }])
  expect(judge(0)).toEqual([])
})

test('a user may relax them to warnings', () => {
  expect(judge(1, { 'on-report-error': 'warn' })).toMatchObject([{ outcome: 'warn' }])
})

test('a thousand of them do not bury the verdict', () => {
  const reasons = judge(1000)
  expect(reasons).toHaveLength(6)
  expect(reasons.at(-1)?.message).toBe('995 more reports could not be used.')
})
