import { expect, test } from '@jest/globals'
import { pickBaseline } from '../../src/baseline/pick-baseline.js'
import type { HistoryRecord } from '../../src/model/history-record.js'
import { variantKeyOf } from '../../src/model/record-key.js'

const KEY = {
  action: 'coverage-gate',
  workflow: 'ci',
  job: 'test',
  matrix: '{"os":"linux"}',
  step: '1',
  checkRun: '',
  run: '1',
  attempt: 1,
}

function record(testedSha: string, part: Partial<HistoryRecord> = {}): HistoryRecord {
  return {
    schema: 'testwarden.record/1',
    key: KEY,
    testedSha,
    tree: null,
    branch: 'main',
    event: 'push',
    trust: 'default-branch',
    time: '2026-01-01T00:00:00.000Z',
    machine: { cpu: '', cores: 1, memoryMiB: 1, image: '' },
    body: testedSha,
    ...part,
  }
}

function pick(records: readonly HistoryRecord[]) {
  const picked = pickBaseline({ records, ancestors: ['c', 'b', 'a'], variant: variantKeyOf(KEY) })
  return picked === null ? null : [picked.record.body, picked.distance]
}

test('the nearest ancestor with a record counts', () => {
  expect(pick([record('a'), record('b'), record('elsewhere')])).toEqual(['b', 1])
})

test('there is no baseline without a record on the way', () => {
  expect(pick([record('elsewhere')])).toBeNull()
})

test('records of pull requests and forks are never believed', () => {
  expect(pick([record('c', { trust: 'pull-request' }), record('b', { trust: 'fork' }), record('a')])).toEqual(['a', 2])
})

test('another cell of the matrix is no baseline', () => {
  expect(pick([record('c', { key: { ...KEY, matrix: '{"os":"mac"}' } })])).toBeNull()
})

test('the only other job with records for this cell stands in, and is named as such', () => {
  const pushed = record('b', { key: { ...KEY, workflow: 'push' } })
  const query = { ancestors: ['c', 'b', 'a'], variant: variantKeyOf(KEY) }
  expect(pickBaseline({ ...query, records: [pushed] })).toMatchObject({ distance: 1, kinship: 'stand-in' })
  expect(pickBaseline({ ...query, records: [pushed, record('a')] })).toMatchObject({
    distance: 2,
    kinship: 'same-variant',
  })
  const other = record('b', { key: { ...KEY, job: 'nightly' } })
  expect(pickBaseline({ ...query, records: [pushed, other] })).toBeNull()
})

test('of several runs of one commit the last one counts, in whatever order they come', () => {
  const runs = [
    record('b', { body: 'old' }),
    record('b', { body: 'rerun', key: { ...KEY, attempt: 2 } }),
    record('b', { body: 'later', time: '2026-01-02T00:00:00.000Z' }),
  ]
  expect(pick(runs)).toEqual(['later', 1])
  expect(pick(runs.toReversed())).toEqual(['later', 1])
  expect(pick(runs.slice(0, 2))).toEqual(['rerun', 1])
  expect(pick(runs.slice(0, 2).toReversed())).toEqual(['rerun', 1])
})

test('what two callers of one reusable workflow left in one run is nobody’s, and a single job’s check run makes no difference', () => {
  const twins = ['71', '72'].map((checkRun) => record('c', { key: { ...KEY, checkRun } }))
  const single = record('b', { key: { ...KEY, run: '0', checkRun: '61' } })
  expect(pick([...twins, single])).toEqual(['b', 1])
  expect(pick(twins)).toBeNull()
})
