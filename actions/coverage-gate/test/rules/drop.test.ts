import { describe, expect, test } from '@jest/globals'
import type { BaselineFacts } from '../../src/facts.js'
import { fileOf, reasonsOf } from '../kit.js'

function baselineOf(covered: number, total: number): BaselineFacts {
  const totals = { lines: { covered, total }, branches: null, functions: null, statements: null, partialLines: 0 }
  return {
    kind: 'record',
    sha: 'a',
    distance: 2,
    totals,
    time: '2026-01-01T00:00:00.000Z',
    components: [],
    writtenBy: null,
  }
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

  test('compares with a baseline that is older than assumed, and warns', () => {
    const old = { ...baselineOf(899, 1000), time: '2025-11-01T00:00:00.000Z' }
    const [reason] = reasonsOf('drop', { files: FILES, baselines: [old] }, { drop: '0.1' })
    expect(reason).toMatchObject({ outcome: 'warn', baseline: { numerator: 899, denominator: 1000 } })
    expect(reason?.message).toContain('62 days old, which is more than 30')
    const itself = { ...old, distance: 0 }
    expect(reasonsOf('drop', { files: FILES, baselines: [itself] }, { drop: '0.1' })).toMatchObject([
      { outcome: 'pass' },
    ])
  })

  test.each([
    [{ 'baseline-max-days': '0' }, '1 days old'],
    [{ 'baseline-max-commits': '1' }, '2 commits away'],
  ])('compares nothing with a baseline beyond a written limit: %j', (inputs, how) => {
    const facts = { files: FILES, baselines: [baselineOf(1000, 1000)] }
    const [reason] = reasonsOf('drop', facts, { drop: '0.1', ...inputs })
    expect(reason).toMatchObject({ outcome: 'inconclusive', actual: null })
    expect(reason?.message).toContain(how)
    expect(reason?.message).toContain('Run the gate on the default branch')
  })

  test('with records of strange commits only is inconclusive, with the way out', () => {
    const foreign = { kind: 'foreign', reason: 'None is an ancestor.', remedy: 'Raise `baseline-depth`.' } as const
    expect(reasonsOf('drop', { files: FILES, baselines: [foreign] }, { drop: '0.1' })).toMatchObject([
      { outcome: 'inconclusive', message: 'None is an ancestor. Raise `baseline-depth`.' },
    ])
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
