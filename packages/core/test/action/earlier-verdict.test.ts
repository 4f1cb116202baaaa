import { expect, test } from '@jest/globals'
import { earlierVerdict } from '../../src/action/earlier-verdict.js'
import type { Finding } from '../../src/model/finding.js'
import { VERDICT } from '../files/samples.js'

const REASON = VERDICT.gates[0]?.reasons[0]
const FINDING = VERDICT.gates[0]?.findings[0]

test('later gates get what is broken, and which tests need nobody, each once', () => {
  if (REASON === undefined || FINDING === undefined) throw new Error('no sample')
  const reasons = [REASON, { ...REASON, ruleId: 'fine', outcome: 'pass' as const }]
  const { flakyTest: _flakyTest, ...firm } = FINDING
  const findings: Finding[] = [
    { ...firm, flakyTest: 'b' },
    firm,
    { ...firm, flakyTest: 'a' },
    { ...firm, flakyTest: 'b' },
  ]
  const decision = { verdict: { outcome: 'fail' as const, headline: 'No.', reasons }, findings }
  expect(earlierVerdict({ gate: 'coverage', title: 'Coverage', decision })).toEqual({
    gate: 'coverage',
    title: 'Coverage',
    outcome: 'fail',
    broken: [{ ruleId: 'patch-line', title: 'new code tested', message: '1 of 2 changed lines' }],
    flakyTests: ['a', 'b'],
  })
})
