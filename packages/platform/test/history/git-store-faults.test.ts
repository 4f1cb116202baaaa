import { beforeAll, expect, test } from '@jest/globals'
import { tempFolder } from '../support/temp-folder.js'
import { bundleHistoryWriter } from './support/bundle-writer.js'
import { type FaultRow, runHistoryFaults } from './support/history-faults.js'

let rows: readonly FaultRow[] = []

beforeAll(async () => {
  const folder = tempFolder()
  rows = await runHistoryFaults({ folder, writer: bundleHistoryWriter(folder), writers: 4, recordsEach: 2 })
})

test('no fault loses, invents, halves or hides a record (the large version: scripts/faults-history.mjs)', () => {
  expect(rows.map(({ fault, observed }) => [fault, observed])).toEqual(
    rows.map(({ fault, expected }) => [fault, expected]),
  )
  expect(rows.length).toBeGreaterThan(6)
})
