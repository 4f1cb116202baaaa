import { describe, expect, test } from '@jest/globals'
import { decide } from '../../src/decide.js'
import type { PairedOutcome } from '../../src/paired/facts.js'
import { withPairs } from '../../src/paired/with-pairs.js'
import { configOf, evidenceOf, knownPast, legOf, metricOf } from '../kit.js'
import { subjectOf } from '../paired/kit.js'

const CONFIG = configOf({ command: 'go-test', 'missing-benchmarks': 'fail' })
const { key } = metricOf('fib', 1e6)

/** What is said of a run that has no report, whose pairs came to this, and whose base had one benchmark. */
function saidOf(outcome: PairedOutcome | null): string | undefined {
  const asked = withPairs(subjectOf())
  const paired = outcome === null || asked === null ? null : { ...asked, outcome }
  const leg = legOf([], { past: knownPast({ missing: [key], expected: 1 }), paired })
  const { reasons } = decide(evidenceOf({ legs: [leg] }), CONFIG).verdict
  return reasons.find(({ ruleId }) => ruleId === 'missing-benchmarks')?.outcome
}

describe('benchmarks that are not there', () => {
  test.each<[string, PairedOutcome | null]>([
    ['no report has them', null],
    ['the change broke what measures them', { kind: 'broken', side: 'head', step: 'command', fault: 'failed' }],
    ['pairs measured others', { kind: 'measured' }],
  ])('are missing where %s', (_, outcome) => {
    expect(saidOf(outcome)).toBe('fail')
  })

  test.each<[string, PairedOutcome]>([
    ['the base cannot be measured', { kind: 'broken', side: 'base', step: 'build', fault: 'failed' }],
    ['neither side can', { kind: 'broken', side: 'both', step: 'command', fault: 'failed' }],
    ['both sides have the same files', { kind: 'same-tree' }],
    ['there was too little time', { kind: 'too-little-time' }],
  ])('are not said to be missing where %s', (_, outcome) => {
    expect(saidOf(outcome)).not.toBe('fail')
  })
})
