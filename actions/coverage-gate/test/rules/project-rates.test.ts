import { describe, expect, test } from '@jest/globals'
import type { BaselineFacts } from '../../src/facts.js'
import { fileOf, reasonsOf } from '../kit.js'

const FILES = [
  fileOf('a.ts', {
    covered: '1-8',
    missed: '9-10',
    branches: [{ line: 2, taken: ['0', '1', '2'], untaken: ['3', '4'], counted: [0, 0] }],
    functions: { covered: ['1:f'], missed: ['5:g'] },
    statements: { covered: ['s0', 's1', 's2'], missed: ['s3'] },
  }),
  fileOf('gen/b.ts', { isTracked: false, missed: '1-10' }),
]

describe.each([
  ['project-line', 'line', 8, 20, '40'],
  ['project-branch', 'branch', 3, 5, '60'],
  ['project-function', 'function', 1, 2, '50'],
  ['project-statement', 'statement', 3, 4, '75'],
])('%s', (ruleId, input, numerator, denominator, limit) => {
  test('passes exactly on its limit and fails just below it', () => {
    expect(reasonsOf(ruleId, { files: FILES }, { [input]: limit })).toMatchObject([
      { outcome: 'pass', actual: { numerator, denominator }, limit, unit: 'percent' },
    ])
    expect(reasonsOf(ruleId, { files: FILES }, { [input]: `${limit}.000001` })).toMatchObject([{ outcome: 'fail' }])
  })

  test('is never 100 % of nothing', () => {
    const [reason] = reasonsOf(ruleId, { files: [] }, { [input]: limit })
    expect(reason).toMatchObject({ outcome: 'inconclusive', actual: null })
  })
})

test('limits that nobody wrote advise, and ask for nothing that reports need not have', () => {
  const bare = [fileOf('a.ts', { covered: '1', missed: '2-9' })]
  expect(reasonsOf('project-line', { files: bare })).toMatchObject([{ outcome: 'warn', limitOrigin: 'assumed' }])
  expect(reasonsOf('project-branch', { files: bare })).toMatchObject([
    { outcome: 'skipped', message: 'No report lists branches.' },
  ])
  expect(reasonsOf('project-statement', { files: bare })).toEqual([])
  expect(reasonsOf('project-function', { files: bare })).toEqual([])
})

test('the baseline stands beside the rate', () => {
  const totals = { lines: { covered: 1, total: 3 }, branches: null, functions: null, statements: null, partialLines: 0 }
  const baselines: BaselineFacts[] = [
    {
      kind: 'record',
      sha: 'a',
      distance: 0,
      totals,
      components: [],
      time: '2026-01-01T00:00:00.000Z',
      writtenBy: null,
    },
  ]
  expect(reasonsOf('project-line', { files: FILES, baselines })).toMatchObject([
    { baseline: { numerator: 1, denominator: 3 } },
  ])
  expect(reasonsOf('project-branch', { files: FILES, baselines })).toMatchObject([{ baseline: null }])
})
