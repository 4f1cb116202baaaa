import { expect, test } from '@jest/globals'
import { MemoryHistory } from '../src/fakes/memory-history.js'
import { describeHistoryStore, sampleRecord, shaOf } from '../src/history-store-conformance.js'

describeHistoryStore('the history in memory', async () => {
  const history = new MemoryHistory()
  return { open: () => history }
})

test('a sample record is the same in every call, and its changes are its own', () => {
  expect(sampleRecord()).toEqual(sampleRecord())
  expect(sampleRecord({ run: '2', event: 'schedule' })).toMatchObject({ key: { run: '2' }, event: 'schedule' })
  expect(shaOf(255)).toBe('00000000000000000000000000000000000000ff')
})
