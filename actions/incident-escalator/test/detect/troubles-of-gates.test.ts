import { describe, expect, test } from '@jest/globals'
import type { EarlierVerdict } from '@testwarden/core/model/earlier-verdict'
import { troublesOfGates } from '../../src/detect/troubles-of-gates.js'

function verdict(gate: string, ...rules: readonly string[]): EarlierVerdict {
  const broken = rules.map((ruleId) => ({ ruleId, title: `rule ${ruleId}`, message: `${ruleId} is broken.` }))
  return { gate, title: gate, outcome: rules.length > 0 ? 'fail' : 'pass', broken, flakyTests: [] }
}

const severityOf = (gate: string) => (gate === 'coverage' ? 'high' : 'low')

describe('gates that failed', () => {
  test('are one trouble for each rule that is broken, named by both', () => {
    const verdicts = [verdict('coverage', 'patch-line', 'project-line'), verdict('perf')]
    const troubles = troublesOfGates(verdicts, { severityOf, knowsTests: true })
    expect(troubles.map(({ cause, severity, said }) => [cause, severity, said])).toEqual([
      ['gate:coverage:patch-line', 'high', 'patch-line is broken.'],
      ['gate:coverage:project-line', 'high', 'project-line is broken.'],
    ])
  })

  test('the gate of tests is told test by test, where this run knows the tests', () => {
    const verdicts = [verdict('flaky', 'new-failures')]
    expect(troublesOfGates(verdicts, { severityOf, knowsTests: true })).toEqual([])
    expect(troublesOfGates(verdicts, { severityOf, knowsTests: false })).toHaveLength(1)
  })
})
