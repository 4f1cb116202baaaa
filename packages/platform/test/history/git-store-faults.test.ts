import { beforeAll, expect, test } from '@jest/globals'
import { tempFolder } from '../support/temp-folder.js'
import { bundleHistoryWriter } from './support/bundle-writer.js'
import { type FaultRow, runHistoryFaults } from './support/history-faults.js'

/** Processes start slowly on a small machine. */
const TIMEOUT_MS = 240_000

let rows: readonly FaultRow[] = []

beforeAll(async () => {
  const folder = tempFolder()
  rows = await runHistoryFaults({ folder, writer: bundleHistoryWriter(folder), writers: 4, recordsEach: 2 })
}, TIMEOUT_MS)

test('no fault loses, invents, halves or hides a record (the large version: scripts/faults-history.mjs)', () => {
  expect(rows.map(({ fault, observed }) => [fault, observed])).toEqual(
    rows.map(({ fault, expected }) => [fault, expected]),
  )
  expect(rows.length).toBeGreaterThan(6)
})
