import { mkdtemp, readdir, rm, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { ConfigurationError } from '@testwarden/core/model/errors'
import { sampleRecord } from '@testwarden/testkit/history-store-conformance'
import { locateHistory, openStore } from '../../src/history/open-store.js'

let workspace = ''

const place = () => ({ workspace, env: {}, token: null })

beforeEach(async () => {
  workspace = await mkdtemp(join(tmpdir(), 'testwarden-open-store-'))
})

afterEach(() => rm(workspace, { recursive: true, force: true }))

test('dir: opens a folder of the workspace, by a relative or an absolute path', async () => {
  const relative = openStore('dir:.testwarden/history', place())
  expect(relative.name).toBe('dir:.testwarden/history')
  await relative.append(sampleRecord())
  const absolute = openStore(`dir:${join(workspace, '.testwarden', 'history')}`, place())
  expect((await absolute.read({ action: 'coverage-gate' })).records).toEqual([sampleRecord()])
})

test.each(['dir:.git/testwarden', 'dir:sub/.GIT/x'])('%s is refused: git keeps its own things there', (text) => {
  expect(() => openStore(text, place())).toThrow(ConfigurationError)
})

test('opening makes nothing', async () => {
  openStore('dir:history', place())
  expect(await readdir(workspace)).toEqual([])
})

test.each([
  ['git:', 'refs/heads/testwarden-history'],
  ['git:quality/history', 'refs/heads/quality/history'],
  ['git:refs/testwarden/history', 'refs/testwarden/history'],
])('%s means the ref %s, and nothing is asked yet', (text, ref) => {
  expect(locateHistory(text, workspace)).toEqual({ kind: 'git', name: text, ref })
  expect(openStore(text, place()).name).toBe(text)
})

test.each([
  'git:../main',
  'git:-upload-pack=x',
  'git:a b',
  'git:a:b',
  'git:+main',
  'git:a\u0000b',
  'git:refs/heads',
  'git:refs/',
  'git:x.lock',
  'git:@',
  'git:.hidden',
  'git:a..b',
  'git:a*',
  'git:refs/pull/1/head',
  'git:refs/tags/v1',
  `git:${'a'.repeat(300)}`,
])('%j is no place for a history', (text) => {
  expect(() => openStore(text, place())).toThrow(ConfigurationError)
})

test.each([
  'history',
  '',
  'DIR:history',
  '__proto__:x',
  'constructor:x',
])('%j is no store, and the kinds that exist are listed', (text) => {
  expect(() => openStore(text, place())).toThrow(ConfigurationError)
  expect(() => openStore(text, place())).toThrow(
    expect.objectContaining({ remedy: expect.stringMatching(/git:, dir:$/) }),
  )
})

test.each([
  'dir:',
  'dir:..',
  'dir:../history',
  'dir:a/../../b',
  'dir:/somewhere/else',
])('%s is refused: the history stays in the workspace', (text) => {
  expect(() => openStore(text, place())).toThrow(ConfigurationError)
})

test('a folder whose name begins with two dots is inside', () => {
  expect(openStore('dir:..history', place()).name).toBe('dir:..history')
})

test('a link out of the workspace is refused when it is used', async () => {
  await symlink(tmpdir(), join(workspace, 'link'))
  const store = openStore('dir:link', place())
  await expect(store.read({ action: 'coverage-gate' })).rejects.toThrow(/link that leaves/)
  await expect(store.append(sampleRecord())).rejects.toThrow(/link that leaves/)
})
