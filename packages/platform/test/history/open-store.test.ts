import { mkdtemp, readdir, rm, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { ConfigurationError } from '@testwarden/core/model/errors'
import { sampleRecord } from '@testwarden/testkit/history-store-conformance'
import { openStore } from '../../src/history/open-store.js'

let workspace = ''

beforeEach(async () => {
  workspace = await mkdtemp(join(tmpdir(), 'testwarden-open-store-'))
})

afterEach(() => rm(workspace, { recursive: true, force: true }))

test('dir: opens a folder of the workspace, by a relative or an absolute path', async () => {
  const relative = openStore('dir:.testwarden/history', { workspace })
  expect(relative.name).toBe('dir:.testwarden/history')
  await relative.append(sampleRecord())
  const absolute = openStore(`dir:${join(workspace, '.testwarden', 'history')}`, { workspace })
  expect((await absolute.read({ action: 'coverage-gate' })).records).toEqual([sampleRecord()])
})

test('opening makes nothing', async () => {
  openStore('dir:history', { workspace })
  expect(await readdir(workspace)).toEqual([])
})

test.each([
  'git:testwarden-history',
  'history',
  '',
  'DIR:history',
  '__proto__:x',
  'constructor:x',
])('%j is no store, and the kinds that exist are listed', (text) => {
  expect(() => openStore(text, { workspace })).toThrow(ConfigurationError)
  expect(() => openStore(text, { workspace })).toThrow(
    expect.objectContaining({ remedy: expect.stringMatching(/dir:$/) }),
  )
})

test.each([
  'dir:',
  'dir:..',
  'dir:../history',
  'dir:a/../../b',
  'dir:/somewhere/else',
])('%s is refused: the history stays in the workspace', (text) => {
  expect(() => openStore(text, { workspace })).toThrow(ConfigurationError)
})

test('a folder whose name begins with two dots is inside', () => {
  expect(openStore('dir:..history', { workspace }).name).toBe('dir:..history')
})

test('a link out of the workspace is refused when it is used', async () => {
  await symlink(tmpdir(), join(workspace, 'link'))
  const store = openStore('dir:link', { workspace })
  await expect(store.read({ action: 'coverage-gate' })).rejects.toThrow(/link that leaves/)
  await expect(store.append(sampleRecord())).rejects.toThrow(/link that leaves/)
})
