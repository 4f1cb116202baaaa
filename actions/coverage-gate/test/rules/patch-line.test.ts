import { describe, expect, test } from '@jest/globals'
import { decide } from '../../src/decide.js'
import type { CoverageFacts } from '../../src/facts.js'
import { BASE_SHA, configOf, evidenceOf, fileOf, reasonsOf } from '../kit.js'

function changed(path: string, lines: string): CoverageFacts['changes'] {
  return { kind: 'known', base: BASE_SHA, files: [{ path, lines }] }
}

const REFUND = fileOf('src/refund.py', { covered: '1-17,30', missed: '18-20' })

describe('patch-line', () => {
  test('passes exactly on the limit and fails just below it', () => {
    const facts = { files: [REFUND], changes: changed('src/refund.py', '1-20') }
    expect(reasonsOf('patch-line', facts, { 'patch-line': '85' })).toMatchObject([
      { outcome: 'pass', actual: { numerator: 17, denominator: 20 }, limit: '85', limitOrigin: 'written' },
    ])
    expect(reasonsOf('patch-line', facts, { 'patch-line': '85.01' })).toMatchObject([{ outcome: 'fail' }])
  })

  test('only warns under an assumed limit', () => {
    const facts = { files: [REFUND], changes: changed('src/refund.py', '1-20') }
    expect(reasonsOf('patch-line', facts)).toMatchObject([{ outcome: 'warn', limitOrigin: 'assumed', limit: '90' }])
  })

  test('looks at changed lines only', () => {
    const facts = { files: [REFUND], changes: changed('src/refund.py', '1-10') }
    expect(reasonsOf('patch-line', facts)).toMatchObject([{ outcome: 'pass' }])
  })

  test('is skipped with numbers when few lines were changed', () => {
    const facts = { files: [REFUND], changes: changed('src/refund.py', '17-20') }
    expect(reasonsOf('patch-line', facts, { 'patch-line': '90' })).toMatchObject([
      {
        outcome: 'skipped',
        actual: null,
        message:
          'Only 4 changed lines can be covered, fewer than the 5 from which a share is judged: 1 of 4 lines (25.0 %).',
      },
    ])
    expect(reasonsOf('patch-line', facts, { 'patch-line': '90', 'min-changed-lines': '4' })).toMatchObject([
      { outcome: 'fail' },
    ])
  })

  test('is skipped when nothing coverable was changed', () => {
    const facts = { files: [REFUND], changes: changed('README.md', '1-20') }
    expect(reasonsOf('patch-line', facts, { 'patch-line': '90' })).toMatchObject([
      { outcome: 'skipped', message: 'No coverable line was changed.' },
    ])
  })

  test('is inconclusive when the changed source files are in no report, and names them', () => {
    const facts = { files: [REFUND], changes: changed('src/new.py', '1-20') }
    expect(reasonsOf('patch-line', facts, { 'patch-line': '90' })).toMatchObject([
      {
        outcome: 'inconclusive',
        message: 'No report mentions src/new.py, so nobody knows whether the changed lines ran.',
      },
    ])
    expect(reasonsOf('patch-line', facts)).toMatchObject([{ outcome: 'warn' }])
  })

  test('does not expect tests in a report that lists no tests', () => {
    const facts = { files: [REFUND], changes: changed('tests/test_refund.py', '1-20') }
    expect(reasonsOf('patch-line', facts, { 'patch-line': '90' })).toMatchObject([{ outcome: 'skipped' }])
  })

  test('does not call it "nothing coverable" when no report says anything', () => {
    const facts = { files: [], changes: changed('src/refund.py', '1-20') }
    expect(reasonsOf('patch-line', facts, { 'patch-line': '90' })).toMatchObject([{ outcome: 'inconclusive' }])
  })

  test('leaves out files that git does not track', () => {
    const facts = { files: [{ ...REFUND, isTracked: false }], changes: changed('src/refund.py', '1-20') }
    expect(reasonsOf('patch-line', facts, { 'patch-line': '90' })).toMatchObject([{ outcome: 'skipped' }])
  })

  test('is skipped without a change and inconclusive without the base', () => {
    const none: CoverageFacts['changes'] = { kind: 'none', reason: 'A push.' }
    expect(reasonsOf('patch-line', { files: [REFUND], changes: none }, { 'patch-line': '90' })).toMatchObject([
      { outcome: 'skipped', message: 'A push.' },
    ])
    const unknown: CoverageFacts['changes'] = { kind: 'unknown', reason: 'No base.', remedy: 'Fetch it.' }
    expect(reasonsOf('patch-line', { files: [REFUND], changes: unknown }, { 'patch-line': '90' })).toMatchObject([
      { outcome: 'inconclusive', message: 'No base. Fetch it.' },
    ])
    expect(reasonsOf('patch-line', { files: [REFUND], changes: unknown })).toMatchObject([{ outcome: 'warn' }])
  })
})

describe('findings of patch-line', () => {
  const facts = {
    files: [fileOf('a.py', { covered: '1,5', missed: '2,4,7,10-11' })],
    changes: changed('a.py', '2-8,10-11'),
  }

  test('are merged over changed lines that nothing could cover, never over covered or unchanged ones', () => {
    const { findings } = decide(evidenceOf(facts), configOf())
    expect(findings.map(({ location }) => [location?.startLine, location?.endLine])).toEqual([
      [2, 4],
      [7, 7],
      [10, 11],
    ])
  })

  test('are as loud as the reason behind them', () => {
    const levels = (inputs: Readonly<Record<string, string>>) =>
      decide(evidenceOf(facts), configOf({ 'min-changed-lines': '1', ...inputs })).findings.map(({ level }) => level)
    expect(levels({ 'patch-line': '90' })).toEqual(['error', 'error', 'error'])
    expect(levels({})).toEqual(['warning', 'warning', 'warning'])
    expect(levels({ 'patch-line': '0' })).toEqual(['notice', 'notice', 'notice'])
    expect(levels({ 'patch-line': '90', mode: 'advise' })).toEqual(['warning', 'warning', 'warning'])
    expect(levels({ 'patch-line': '90', mode: 'collect' })).toEqual([])
  })

  test('have keys that do not change from run to run', () => {
    const keys = decide(evidenceOf(facts), configOf()).findings.map(({ dedupKey }) => dedupKey)
    expect(keys).toEqual(['patch-line:a.py:2-4', 'patch-line:a.py:7-7', 'patch-line:a.py:10-11'])
  })
})
