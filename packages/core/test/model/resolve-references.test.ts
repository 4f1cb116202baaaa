import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { Receipt } from '../../src/model/change.js'
import { resolveReferences } from '../../src/model/resolve-references.js'

const RECEIPTS = new Map<string, Receipt>([
  ['open', { key: 'open', status: 'done', id: 7 }],
  ['bare', { key: 'bare', status: 'done' }],
  ['failed', { key: 'failed', status: 'failed', message: 'no', retryable: true }],
  ['planned', { key: 'planned', status: 'planned', description: 'open' }],
])

function to(ref: string): unknown {
  return { ref, field: 'id' }
}

test('a reference becomes the id of what was done, at whatever depth, and null where nothing was', () => {
  const body = { a: [to('open'), { b: to('bare') }], c: to('failed'), d: to('planned'), e: to('unknown') }
  expect(resolveReferences(body, RECEIPTS)).toEqual({ a: [7, { b: null }], c: null, d: null, e: null })
  expect(resolveReferences(to('open'), RECEIPTS)).toBe(7)
})

test.each([
  { ref: 'open', field: 'id', more: 1 },
  { ref: 'open' },
  { ref: 'open', field: 'name' },
  { ref: 1, field: 'id' },
])('%j is no reference', (value) => {
  expect(resolveReferences(value, RECEIPTS)).toEqual(value)
})

test('everything else stays', () => {
  fc.assert(fc.property(fc.jsonValue(), (value) => expect(resolveReferences(value, RECEIPTS)).toEqual(value)))
})
