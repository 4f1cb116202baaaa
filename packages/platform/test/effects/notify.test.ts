import { expect, test } from '@jest/globals'
import type { Receipt } from '@testwarden/core/model/change'
import { PlatformError } from '@testwarden/core/model/errors'
import type { Notifier } from '@testwarden/core/ports/notifier'
import { CapturingLog } from '@testwarden/testkit/fakes/capturing-log'
import { FakeGit } from '@testwarden/testkit/fakes/fake-git'
import { FixedClock } from '@testwarden/testkit/fakes/fixed-clock'
import { idleExec } from '@testwarden/testkit/fakes/idle-exec'
import { MemoryFiles } from '@testwarden/testkit/fakes/memory-files'
import type { EffectContext } from '../../src/effects/effect.js'
import { notifyEffect } from '../../src/effects/notify.js'
import { performChanges } from '../../src/perform.js'
import { NOTICE } from '../support/notices.js'

const TARGET = { name: 'pd', kind: 'pagerduty', secret: 'PAGERDUTY_KEY', url: null } as const
const CHANGE = { kind: 'notify', key: 'notify:pd', target: TARGET, notice: NOTICE } as const
const CONTEXT: EffectContext = {
  env: {},
  files: new MemoryFiles({}),
  github: null,
  log: new CapturingLog(),
  receipts: new Map(),
}

function perform(send: Notifier['send']) {
  return notifyEffect.perform({ ...CHANGE, notifier: { send } }, CONTEXT)
}

test('the receipt keeps the thread', async () => {
  expect(await perform(async () => ({ thread: 'c1:1.2' }))).toEqual({ key: CHANGE.key, status: 'done', id: 'c1:1.2' })
  expect(await perform(async () => ({ thread: null }))).toEqual({ key: CHANGE.key, status: 'done' })
})

test('what a person must mend is refused, what may pass has failed', async () => {
  const refused = new PlatformError('cannot tell pd: no', { remedy: 'check the secret' })
  expect(await perform(() => Promise.reject(refused))).toMatchObject({
    status: 'refused',
    permission: null,
    message: 'Cannot tell pd: no. Check the secret.',
  })
  const failed = new PlatformError('cannot tell pd: later', { retryable: true })
  expect(await perform(() => Promise.reject(failed))).toMatchObject({ status: 'failed', retryable: true })
})

test('a mistake of ours is a receipt too', async () => {
  expect(await perform(() => Promise.reject(new TypeError('x is undefined')))).toMatchObject({
    status: 'failed',
    retryable: false,
    message: 'Cannot tell pd: this is a fault of Testwarden, not yours: x is undefined.',
  })
})

test.each<[string, Receipt | null]>([
  ['failed', { key: 'u', status: 'failed', message: 'no', retryable: true }],
  ['is not there', null],
])('nobody is told what nobody would remember: the issue %s', async (_name, receipt) => {
  const send = async () => Promise.reject(new Error('sent'))
  const receipts = new Map(receipt === null ? [] : [[receipt.key, receipt]])
  expect(await notifyEffect.perform({ ...CHANGE, needs: 'u', notifier: { send } }, { ...CONTEXT, receipts })).toEqual({
    key: CHANGE.key,
    status: 'failed',
    message: 'pd is not told: the issue that would remember it could not be written. The next run tells it.',
    retryable: true,
    isConsequence: true,
  })
})

test('what needs no memory is told also where the issue could not be written, but not what another run tells', async () => {
  const change = { ...CHANGE, needs: 'u', knowsKey: true as const, notifier: { send: async () => ({ thread: null }) } }
  const after = (receipt: Receipt) => notifyEffect.perform(change, { ...CONTEXT, receipts: new Map([['u', receipt]]) })
  const failed: Receipt = { key: 'u', status: 'failed', message: 'no', retryable: true }
  expect(await after(failed)).toEqual({ key: CHANGE.key, status: 'done' })
  const others: Receipt = { key: 'u', status: 'done', id: 3, isOthers: true }
  expect(await after(others)).toEqual({ key: CHANGE.key, status: 'done', isOthers: true })
  expect(notifyEffect.describe(change)).toMatch(/, unless another run is quicker$/)
})

test('what is remembered is told', async () => {
  const receipts = new Map<string, Receipt>([['u', { key: 'u', status: 'done' }]])
  const told = { ...CHANGE, needs: 'u', notifier: { send: async () => ({ thread: null }) } }
  expect(await notifyEffect.perform(told, { ...CONTEXT, receipts })).toMatchObject({ status: 'done' })
})

const ports = { files: new MemoryFiles(), git: new FakeGit(), exec: idleExec, clock: new FixedClock() }
const run = {} as Parameters<typeof performChanges>[1]['run']

test('a run without the secret, as in a fork, is told the remedy', async () => {
  const performing = { run, ports: { ...ports, log: new CapturingLog(), github: null, history: null }, env: {} }
  const [receipt] = await performChanges([CHANGE], { ...performing, how: 'for-real' })
  expect(receipt).toMatchObject({ status: 'refused', permission: null })
  expect(receipt).toMatchObject({ message: expect.stringContaining('The environment has no PAGERDUTY_KEY') })
})

test('a dry run tells nobody and prints neither text nor secret', async () => {
  const performing = { run, ports: { ...ports, log: new CapturingLog(), github: null, history: null } }
  const [receipt] = await performChanges([CHANGE], { ...performing, env: { PAGERDUTY_KEY: 'k3y' }, how: 'dry-run' })
  expect(receipt).toMatchObject({ status: 'planned' })
  const description = receipt?.status === 'planned' ? receipt.description : ''
  expect(description).toMatch(/^tell pd \(pagerduty\): trigger "Login fails on main", \d+ bytes$/)
})
