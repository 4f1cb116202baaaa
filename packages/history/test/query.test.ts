import { expect, test } from '@jest/globals'
import type { HistoryRecord } from '@testwarden/core/model/history-record'
import { variantKeyOf } from '@testwarden/core/model/record-key'
import { sampleRecord, shaOf } from '@testwarden/testkit/history-store-conformance'
import { matchesFilter, type RecordFilter } from '../src/query.js'

const key = sampleRecord().key
const main = sampleRecord({ run: '1', testedSha: shaOf(1) })
const rerun = sampleRecord({ key: { ...key, run: '2', attempt: 3 }, testedSha: shaOf(2) })
const otherJob = sampleRecord({ key: { ...key, job: 'lint' }, testedSha: shaOf(1) })
const fork = sampleRecord({ run: '4', trust: 'fork' })
const all = [fork, main, rerun, otherJob]

function chosen(filter: RecordFilter): HistoryRecord[] {
  return all.filter((record) => matchesFilter(record, filter))
}

test('an empty filter takes everything', () => {
  expect(chosen({})).toEqual(all)
})

test('by action', () => {
  expect(chosen({ action: 'coverage-gate' })).toEqual(all)
  expect(chosen({ action: 'coverage' })).toEqual([])
})

test('by commits', () => {
  expect(chosen({ shas: new Set([shaOf(2)]) })).toEqual([rerun])
  expect(chosen({ shas: new Set() })).toEqual([])
})

test('by variant: any run and attempt of the same job, in whatever order the fields come', () => {
  const variant = variantKeyOf(key)
  expect(chosen({ variant })).toEqual([fork, main, rerun])
  const reversed = Object.fromEntries(Object.entries(variant).reverse()) as typeof variant
  expect(matchesFilter(rerun, { variant: reversed })).toBe(true)
  expect(matchesFilter(otherJob, { variant })).toBe(false)
})

test('by trust, together with everything else', () => {
  const trust = new Set(['default-branch'] as const)
  expect(chosen({ trust })).toEqual([main, rerun, otherJob])
  expect(chosen({ trust, shas: new Set([shaOf(1)]), variant: variantKeyOf(key) })).toEqual([main])
})
