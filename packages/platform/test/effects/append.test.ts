import { expect, test } from '@jest/globals'
import type { Receipt } from '@testwarden/core/model/change'
import type { HistoryRecord } from '@testwarden/core/model/history-record'
import { CapturingLog } from '@testwarden/testkit/fakes/capturing-log'
import { MemoryFiles } from '@testwarden/testkit/fakes/memory-files'
import { MemoryHistory } from '@testwarden/testkit/fakes/memory-history'
import { appendHistoryEffect } from '../../src/effects/append-history.js'
import { appendRecordsEffect } from '../../src/effects/append-records.js'
import type { EffectContext } from '../../src/effects/effect.js'
import { recordEnvelope } from '../../src/record-of-run.js'
import { localRun } from '../support/local-run.js'

const DONE: Receipt = { key: 'open', status: 'done', id: 7 }
const CONTEXT: EffectContext = {
  env: {},
  files: new MemoryFiles({}),
  github: null,
  log: new CapturingLog(),
  receipts: new Map([[DONE.key, DONE]]),
}
const RECORD = recordEnvelope({ ...localRun('sample'), testedSha: 'a'.repeat(40) })
const BODY = { issue: { ref: 'open', field: 'id' }, other: { ref: 'never', field: 'id' } }

async function kept(store: MemoryHistory): Promise<readonly HistoryRecord[]> {
  return (await store.read({ action: 'sample', shas: new Set([RECORD.testedSha]) })).records
}

test('a record says which issue was opened', async () => {
  const store = new MemoryHistory()
  const change = { kind: 'append-history', key: 'h', body: BODY, record: RECORD, store } as const
  await appendHistoryEffect.perform(change, CONTEXT)
  expect(await kept(store)).toMatchObject([{ body: { issue: 7, other: null } }])
})

test('records that are written together do so too', async () => {
  const store = new MemoryHistory()
  const records = [{ ...RECORD, body: BODY }]
  await appendRecordsEffect.perform({ kind: 'append-records', key: 'h', records, store }, CONTEXT)
  expect(await kept(store)).toMatchObject([{ body: { issue: 7, other: null } }])
})
