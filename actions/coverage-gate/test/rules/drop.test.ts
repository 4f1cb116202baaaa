import { describe, expect, test } from '@jest/globals'
import type { BaselineFacts } from '../../src/facts.js'
import { fileOf, reasonsOf } from '../kit.js'

function baselineOf(covered: number, total: number): BaselineFacts {
  const totals = { lines: { covered, total }, branches: null, functions: null, statements: null }
  return { kind: 'record', sha: 'a', distance: 2, totals, writtenBy: null }
}

/** 899 of 1000 lines. */
const FILES = [fileOf('a.ts', { covered: '1-899', missed: '900-1000' })]

describe('drop', () => {
  test('passes exactly on its limit and fails just beyond it', () => {
    const facts = { files: FILES, baselines: [baselineOf(900, 1000)] }
    expect(reasonsOf('drop', facts, { drop: '0.1' })).toMatchObject([{ outcome: 'pass', unit: 'points' }])
    expect(reasonsOf('drop', facts, { drop: '0.099' })).toMatchObject([
      {
        outcome: 'fail',
        actual: { numerator: 899, denominator: 1000 },
        baseline: { numerator: 900, denominator: 1000 },
      },
    ])
    const further = { files: FILES, baselines: [baselineOf(910, 1000)] }
    expect(reasonsOf('drop', further)).toMatchObject([{ outcome: 'warn', limitOrigin: 'assumed' }])
  })

  test('is never red for an improvement', () => {
    expect(reasonsOf('drop', { files: FILES, baselines: [baselineOf(1, 1000)] }, { drop: '0' })).toMatchObject([
      { outcome: 'pass' },
    ])
  })

  test('is not red when tested code was deleted and nothing untested came', () => {
    const facts = { files: FILES, baselines: [baselineOf(9899, 10_000)] }
    const [reason] = reasonsOf('drop', facts, { drop: '0.1' })
    expect(reason).toMatchObject({ outcome: 'pass' })
    expect(reason?.message).toContain('not one more line is untested')
  })

  test('without a baseline is inconclusive for who wrote the limit, skipped for who did not', () => {
    const facts = { files: FILES, baselines: [{ kind: 'none', reason: 'No baseline yet: first run.' }] as const }
    expect(reasonsOf('drop', facts, { drop: '0.1' })).toMatchObject([
      { outcome: 'inconclusive', message: 'No baseline yet: first run.' },
    ])
    expect(reasonsOf('drop', facts)).toMatchObject([{ outcome: 'skipped', message: 'No baseline yet: first run.' }])
  })

  test('does not add up baselines of different legs', () => {
    const facts = { files: FILES, baselines: [baselineOf(900, 1000), baselineOf(1, 2)] }
    expect(reasonsOf('drop', facts, { drop: '0.1' })).toMatchObject([{ outcome: 'inconclusive', actual: null }])
  })

  test('has no rate to compare with 0 of 0 lines', () => {
    const facts = { files: FILES, baselines: [baselineOf(0, 0)] }
    expect(reasonsOf('drop', facts, { drop: '0.1' })).toMatchObject([{ outcome: 'inconclusive', actual: null }])
    const empty = { files: [], baselines: [baselineOf(1, 1)] }
    expect(reasonsOf('drop', empty, { drop: '0.1' })).toMatchObject([{ outcome: 'inconclusive', actual: null }])
  })
})
