import { describe, expect, test } from '@jest/globals'
import type { Outcome } from '../../src/model/outcome.js'
import { COLLECTED, type Reason } from '../../src/model/verdict.js'
import { plainText } from '../../src/render/inline.js'
import { hasAssumedLimit, verdictTable, verdictTitle } from '../../src/render/verdict-heading.js'
import { gate, reason } from './picture.js'

function row(over: Partial<Reason>): string[] {
  const table = verdictTable([gate({ verdict: { outcome: 'pass', headline: 'h', reasons: [reason(over)] } })])
  return (table.rows[0] ?? []).map(plainText)
}

describe('a row of the verdict table', () => {
  test.each([
    [
      { actual: { numerator: 17, denominator: 20 }, limit: '90', wording: { counted: 'lines' } },
      ['17 of 20 lines (85.0 %)', 'at least 90 %', '–'],
    ],
    [
      { actual: { numerator: 0, denominator: 0 }, limit: '90', wording: { counted: 'lines' } },
      ['no lines', 'at least 90 %', '–'],
    ],
    [{ actual: { numerator: 0, denominator: 0 }, limit: '90' }, ['–', 'at least 90 %', '–']],
    [
      {
        actual: { numerator: 1, denominator: 4 },
        baseline: { numerator: 1, denominator: 2 },
        limit: '0.1',
        unit: 'points' as const,
      },
      ['1 of 4 (25.00 %)', 'drop at most 0.1 points', '1 of 2 (50.00 %)'],
    ],
    [{ actual: 3, baseline: 1, limit: '0', unit: 'lines' as const }, ['3 lines', 'at most 0 lines', '1 line']],
    [{ actual: 1204, limit: '5', unit: 'count' as const }, ['1,204', 'at most 5', '–']],
    [{ actual: null, limit: null }, ['–', '–', '–']],
    [
      { actual: { numerator: 1, denominator: 2 }, limit: '80', limitOrigin: 'assumed' as const },
      ['1 of 2 (50.0 %)', 'at least 80 % (assumed)', '–'],
    ],
    [{ wording: { actual: 'a', limit: 'l', baseline: 'b' } }, ['a', 'l', 'b']],
  ])('%j reads %j', (over, expected) => {
    expect(row(over).slice(2)).toEqual(expected)
  })

  test('names the rule and its outcome', () => {
    expect(row({ title: 'new code tested', outcome: 'fail' }).slice(0, 2)).toEqual(['new code tested', '❌ fail'])
  })
})

test('a gate that could not judge has a row with its headline', () => {
  const table = verdictTable([
    gate({ title: 'Coverage', verdict: { outcome: 'inconclusive', headline: 'Not read.', reasons: [] } }),
  ])
  expect(table.rows.map((cells) => cells.map(plainText))).toEqual([
    ['Coverage', '❔ inconclusive', 'Not read.', '–', '–'],
  ])
})

test.each<[Outcome, string]>([
  ['fail', 'Testwarden: 1 thing to fix in this run'],
  ['inconclusive', 'Testwarden: 1 verdict missing for this run'],
  ['warn', 'Testwarden: 1 thing worth a look in this run'],
  ['pass', 'Testwarden: nothing to fix in this run'],
  ['skipped', 'Testwarden: nothing to judge in this run'],
])('%s is titled %s', (outcome, expected) => {
  expect(verdictTitle([gate({ verdict: { outcome, headline: 'h', reasons: [] } })], 'this run')).toBe(expected)
})

test('a leg that only hands its evidence over says so, and does not claim that there is nothing to judge', () => {
  const collected = gate({ verdict: { outcome: 'skipped', headline: COLLECTED, reasons: [] } })
  expect(verdictTitle([collected], 'this run')).toBe('Testwarden: collected from this run')
})

test('only a limit that nobody wrote is marked', () => {
  const gates = (limitOrigin: Reason['limitOrigin']) => [
    gate({ verdict: { outcome: 'pass', headline: 'h', reasons: [reason({ limitOrigin })] } }),
  ]
  expect([hasAssumedLimit(gates('assumed')), hasAssumedLimit(gates('written'))]).toEqual([true, false])
})
