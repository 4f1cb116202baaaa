import { describe, expect, test } from '@jest/globals'
import { renderTerminal } from '@testwarden/core/render/terminal'
import { backtestRecords } from '../../src/backtest/backtest-records.js'
import { triedPolicySections } from '../../src/page/tried-policy.js'
import { parseFacts } from '../../src/parse-facts.js'
import { recordsOf } from '../backtest/kit.js'
import { configOf, legOf, withQuarantine } from '../kit.js'

const NOBODY = configOf({ 'new-failures': '0' })
const X_EXCUSED = withQuarantine(
  [{ test: 'x', reason: 'waits', owner: 'acme', since: '2026-01-01', expires: '2026-03-01' }],
  { 'new-failures': '0' },
)

const RECORDS = recordsOf('PP[FP]PP[FP]PPFFF')
const BACKTEST = backtestRecords({ records: RECORDS, firstParents: [], policies: [X_EXCUSED, NOBODY], runs: 200 })

function textOf(...backtests: readonly (typeof BACKTEST | null)[]): string {
  const legs = backtests.map((backtest, at) => legOf({ x: 'P' }, { at: String(at) }, { backtest }))
  return renderTerminal(triedPolicySections({ legs }), { columns: 100, style: 'plain' })
}

describe('a change of the policy', () => {
  test('is told beside the policy in force, with the regressions that it would let pass', () => {
    const text = textOf(BACKTEST)
    expect(text).toContain('With the policy of this change, the last 11 runs would have had')
    expect(text).toMatch(/red runs +0 +3/)
    expect(text).toMatch(/real regressions excused +3 of 3 +0 of 3/)
    expect(text).toContain('Real regressions that it would have excused')
  })

  test('is told of all legs together', () => {
    expect(textOf(BACKTEST, BACKTEST, null)).toContain('the last 22 runs')
  })

  test('is not told where it changes nothing, or nothing is recorded', () => {
    expect(textOf(null)).toBe('')
    expect(textOf({ ...BACKTEST, runs: 0 })).toBe('')
  })

  test('survives being handed over, and a stranger’s word is checked', () => {
    const facts = { legs: [legOf({ x: 'P' }, {}, { backtest: BACKTEST })] }
    expect(parseFacts(JSON.parse(JSON.stringify(facts)))).toEqual(facts)
    const lie = { legs: [legOf({ x: 'P' }, {}, { backtest: { ...BACKTEST, runs: -1 } })] }
    expect(() => parseFacts(lie)).toThrow('backtest.runs')
  })
})
