import { expect, test } from '@jest/globals'
import { recordBaseline, totalsOfRecord, whyNoRecord } from '../src/baseline-record.js'
import { evidenceOf, fileOf, reportOf, runOf } from './kit.js'

const FILES = [
  fileOf('a.py', { covered: '1-3', branches: [{ line: 1, taken: ['0'], untaken: ['1'], counted: [0, 0] }] }),
  fileOf('b.py', { missed: '1' }),
]

test('a record keeps totals and a few numbers per file, and is read back', () => {
  const [change] = recordBaseline(evidenceOf({ files: FILES }, { run: runOf({ isBaseline: true }) }))
  expect(change?.body).toMatchObject({
    files: [
      ['a.py', 3, 3, 1, 2, 1],
      ['b.py', 0, 1],
    ],
  })
  expect(totalsOfRecord(JSON.parse(JSON.stringify(change?.body)))).toEqual({
    lines: { covered: 3, total: 4 },
    branches: { covered: 1, total: 2 },
    functions: null,
    statements: null,
    partialLines: 1,
  })
})

test.each([
  ['knows its partial lines', { partialLines: 2 }, 2],
  ['knows that none is partial without branches', { branches: null }, 0],
  ['does not know them where an older version wrote it', {}, null],
  ['does not know them where somebody wrote more than ran', { partialLines: 4 }, null],
])('a record %s', (_what, part, partialLines) => {
  const some = {
    lines: { covered: 3, total: 4 },
    branches: { covered: 1, total: 2 },
    functions: null,
    statements: null,
  }
  const body = { schema: 'testwarden.coverage-record/1', totals: { ...some, ...part } }
  expect(totalsOfRecord(body)?.partialLines).toBe(partialLines)
})

test.each([
  ['lines', [reportOf('lcov'), reportOf('jacoco')]],
  ['statements', [reportOf('go-cover')]],
  ['lines', [reportOf('go-cover'), reportOf('cobertura', 'coverage.py')]],
])('a record keeps how its tools count: %s', (tool, reports) => {
  const evidence = evidenceOf({ files: FILES, reports }, { run: runOf({ isBaseline: true }) })
  expect(recordBaseline(evidence)[0]?.body).toMatchObject({ tool })
})

test('two attempts of a run have different keys', () => {
  const keyOf = (attempt: number) => {
    const run = runOf({ isBaseline: true, key: { ...runOf().key, attempt } })
    return recordBaseline(evidenceOf({ files: FILES }, { run }))[0]?.key
  }
  expect(keyOf(1)).not.toBe(keyOf(2))
  expect(keyOf(1)).toBe(keyOf(1))
})

test.each([
  ['a pull request', evidenceOf({ files: FILES })],
  ['reports without a file', evidenceOf({ files: [] }, { run: runOf({ isBaseline: true }) })],
  [
    'legs of different trees',
    evidenceOf({ files: FILES, testedShas: ['a', 'b'] }, { run: runOf({ isBaseline: true }) }),
  ],
])('nothing is recorded of %s, and why is said', (_name, evidence) => {
  expect(recordBaseline(evidence)).toEqual([])
  expect(whyNoRecord(evidence)).not.toBeNull()
})

test.each([
  ['null', null],
  ['another schema', { schema: 'testwarden.coverage-record/2', totals: {} }],
  ['more covered than there is', { schema: 'testwarden.coverage-record/1', totals: totals({ covered: 2, total: 1 }) }],
  ['fractions', { schema: 'testwarden.coverage-record/1', totals: totals({ covered: 0.5, total: 1 }) }],
  ['text', { schema: 'testwarden.coverage-record/1', totals: totals({ covered: '1', total: 1 }) }],
  ['a missing kind', { schema: 'testwarden.coverage-record/1', totals: { lines: { covered: 1, total: 1 } } }],
])('a body that is %s is not believed', (_name, body) => {
  expect(totalsOfRecord(body)).toBeNull()
})

function totals(lines: unknown): unknown {
  return { lines, branches: null, functions: null, statements: null }
}
