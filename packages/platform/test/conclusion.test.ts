import { expect, test } from '@jest/globals'
import { OUTCOMES } from '@testwarden/core/model/outcome'
import { conclusionOf, exitCodeOf } from '../src/conclusion.js'

test('only a failed gate stops a job, and what could not be read stops it harder', () => {
  expect(OUTCOMES.map((outcome) => exitCodeOf(outcome, []))).toEqual([0, 0, 0, 0, 1])
  const problem = { kind: 'report', message: '', path: null, line: null, remedy: null } as const
  expect(OUTCOMES.map((outcome) => exitCodeOf(outcome, [problem]))).toEqual([2, 2, 2, 2, 2])
})

test('an inconclusive verdict is never shown as success', () => {
  expect(OUTCOMES.map(conclusionOf)).toEqual(['skipped', 'success', 'neutral', 'neutral', 'failure'])
})
