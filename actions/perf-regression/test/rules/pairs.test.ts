import { expect, test } from '@jest/globals'
import { decide } from '../../src/decide.js'
import type { MetricFacts, PerfPast } from '../../src/facts.js'
import { withPairs } from '../../src/paired/with-pairs.js'
import { configOf, evidenceOf, knownPast, legOf, metricOf } from '../kit.js'
import { subjectOf } from '../paired/kit.js'

/** What is said of a base that does not build. */
function saidOf(metrics: readonly MetricFacts[], past: PerfPast): string {
  const asked = withPairs(subjectOf())
  if (asked === null) throw new Error('no pairs are asked for')
  const outcome = { kind: 'broken', side: 'base', step: 'build', fault: 'failed (exit code 2)' } as const
  const leg = legOf(metrics, { past, paired: { ...asked, outcome } })
  const { reasons } = decide(evidenceOf({ legs: [leg] }), configOf({ command: 'go-test' })).verdict
  return reasons.find(({ ruleId }) => ruleId === 'pairs')?.message ?? ''
}

test('history stands in for a base that cannot be measured only where a report can be held against it', () => {
  const told = '`build` of the base failed (exit code 2).'
  const none = { kind: 'none', reason: 'No history is configured.' } as const
  expect(saidOf([metricOf('fib', 1e6)], knownPast())).toBe(`${told} The change is judged by history instead.`)
  expect(saidOf([metricOf('fib', 1e6)], none)).toBe(`${told} So nobody knows how fast the change is.`)
  expect(saidOf([], knownPast())).toBe(`${told} So nobody knows how fast the change is.`)
})
