import { expect, test } from '@jest/globals'
import { variantKeyOf } from '@testwarden/core/model/record-key'
import { sampleRecord, shaOf } from '@testwarden/testkit/history-store-conformance'
import { matchesFilter, selectRecords } from '../src/query.js'

const key = sampleRecord().key
const main = sampleRecord({ run: '1', testedSha: shaOf(1) })
const rerun = sampleRecord({ key: { ...key, run: '2', attempt: 3 }, testedSha: shaOf(2) })
const otherJob = sampleRecord({ key: { ...key, job: 'lint' }, testedSha: shaOf(1) })
const fork = sampleRecord({ run: '4', trust: 'fork' })
const all = [fork, main, rerun, otherJob]

test('an empty filter takes everything and keeps the order', () => {
  expect(selectRecords(all, {})).toEqual(all)
})

test('by action', () => {
  expect(selectRecords(all, { action: 'coverage-gate' })).toEqual(all)
  expect(selectRecords(all, { action: 'coverage' })).toEqual([])
})

test('by commits', () => {
  expect(selectRecords(all, { shas: new Set([shaOf(2)]) })).toEqual([rerun])
  expect(selectRecords(all, { shas: new Set() })).toEqual([])
})

test('by variant: any run and attempt of the same job, in whatever order the fields come', () => {
  const variant = variantKeyOf(key)
  expect(selectRecords(all, { variant })).toEqual([fork, main, rerun])
  const reversed = Object.fromEntries(Object.entries(variant).reverse()) as typeof variant
  expect(matchesFilter(rerun, { variant: reversed })).toBe(true)
  expect(matchesFilter(otherJob, { variant })).toBe(false)
})

test('by trust, together with everything else', () => {
  const trust = new Set(['default-branch'] as const)
  expect(selectRecords(all, { trust })).toEqual([main, rerun, otherJob])
  expect(selectRecords(all, { trust, shas: new Set([shaOf(1)]), variant: variantKeyOf(key) })).toEqual([main])
})
