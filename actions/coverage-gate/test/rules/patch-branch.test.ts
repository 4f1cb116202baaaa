import { describe, expect, test } from '@jest/globals'
import { decide } from '../../src/decide.js'
import type { CoverageFacts } from '../../src/facts.js'
import { BASE_SHA, configOf, evidenceOf, fileOf, reasonsOf } from '../kit.js'

const CHANGES: CoverageFacts['changes'] = {
  kind: 'known',
  base: BASE_SHA,
  files: [{ path: 'a.ts', lines: '1-6' }],
}
const WITH_BRANCHES = fileOf('a.ts', {
  covered: '1-5,9',
  missed: '6',
  branches: [
    { line: 2, taken: ['0'], untaken: ['1'], counted: [0, 0] },
    { line: 4, taken: [], untaken: [], counted: [2, 2] },
    { line: 6, taken: [], untaken: ['0', '1'], counted: [0, 0] },
    { line: 9, taken: [], untaken: [], counted: [0, 4] },
  ],
})

describe('patch-branch', () => {
  test('counts the branches of changed lines', () => {
    const facts = { files: [WITH_BRANCHES], changes: CHANGES }
    expect(reasonsOf('patch-branch', facts, { 'patch-branch': '50' })).toMatchObject([
      { outcome: 'pass', actual: { numerator: 3, denominator: 6 } },
    ])
    expect(reasonsOf('patch-branch', facts, { 'patch-branch': '50.1' })).toMatchObject([{ outcome: 'fail' }])
  })

  test('has no reason as long as nobody sets a limit', () => {
    expect(reasonsOf('patch-branch', { files: [WITH_BRANCHES], changes: CHANGES })).toEqual([])
  })

  test('is inconclusive when no report lists branches, skipped when the changed lines have none', () => {
    const plain = fileOf('a.ts', { covered: '1-6' })
    expect(reasonsOf('patch-branch', { files: [plain], changes: CHANGES }, { 'patch-branch': '50' })).toMatchObject([
      { outcome: 'inconclusive', message: 'No report lists branches.' },
    ])
    const files = [plain, { ...WITH_BRANCHES, path: 'b.ts' }]
    expect(reasonsOf('patch-branch', { files, changes: CHANGES }, { 'patch-branch': '50' })).toMatchObject([
      { outcome: 'skipped', message: 'The changed lines have no branches.' },
    ])
  })

  test('finds lines that ran and left a branch out; lines that never ran are found already', () => {
    const { findings } = decide(evidenceOf({ files: [WITH_BRANCHES], changes: CHANGES }), configOf())
    expect(findings.filter(({ ruleId }) => ruleId === 'patch-branch')).toEqual([
      {
        ruleId: 'patch-branch',
        level: 'notice',
        title: 'Untested branch',
        message: 'Tests take 1 of the 2 branches of line 2.',
        location: { path: 'a.ts', startLine: 2, endLine: 2 },
        dedupKey: 'patch-branch:a.ts:2',
      },
    ])
  })
})
