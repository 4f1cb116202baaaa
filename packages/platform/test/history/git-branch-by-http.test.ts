import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterEach, expect, test } from '@jest/globals'
import { git } from '@testwarden/testkit/git-remote/git'
import { createGitRemote, type GitRemote } from '@testwarden/testkit/git-remote/git-remote'
import { sampleRecord } from '@testwarden/testkit/history-store-conformance'
import { findGitProgram } from '../../src/git/absence.js'
import { openStore } from '../../src/history/open-store.js'
import { type GitHttpServer, serveGit } from '../support/git-http-server.js'
import { tempFolder } from '../support/temp-folder.js'
import { CLEAN_ENVIRONMENT, REF } from './support/git-history.js'

const TOKEN = 'ghs_notARealToken0123456789'
const OURS = `basic ${Buffer.from(`x-access-token:${TOKEN}`).toString('base64')}`

let server: GitHttpServer | undefined

afterEach(() => server?.close())

interface Scene {
  readonly remote: GitRemote
  readonly env: NodeJS.ProcessEnv
}

async function scene(accepted: string): Promise<Scene> {
  const root = tempFolder()
  mkdirSync(path.join(root, 'owner'))
  const remote = createGitRemote(path.join(root, 'owner', 'project'))
  git(remote.folder, ['config', 'http.receivepack', 'true'])
  server = await serveGit(root, accepted)
  const job = { GITHUB_SERVER_URL: server.url, GITHUB_REPOSITORY: 'owner/project', RUNNER_TEMP: tempFolder() }
  return { remote, env: { ...CLEAN_ENVIRONMENT, ...job } }
}

test('a job without a checkout reads and writes its own repository, with its token as the only header', async () => {
  const { remote, env } = await scene(OURS)
  const open = () => openStore('git:', { workspace: tempFolder(), env, token: TOKEN })
  expect(await open().append(sampleRecord())).toBe('appended')
  expect((await open().read({ action: 'coverage-gate' })).records).toEqual([sampleRecord()])
  expect(remote.refSha(REF)).not.toBeNull()
  expect(new Set(server?.authorizations.map((headers) => headers.join()))).toEqual(new Set([OURS]))
})

test('the token is in no command line and no URL', async () => {
  const { env } = await scene(OURS)
  const bin = tempFolder()
  const calls = path.join(bin, 'calls')
  const real = findGitProgram(process.env)
  writeFileSync(path.join(bin, 'git'), `#!/bin/sh\necho "$*" >> '${calls}'\nexec '${real}' "$@"\n`)
  chmodSync(path.join(bin, 'git'), 0o755)
  const faked = { ...env, PATH: `${bin}${path.delimiter}${env.PATH}` }
  await openStore('git:', { workspace: tempFolder(), env: faked, token: TOKEN }).append(sampleRecord())
  for (const text of [readFileSync(calls, 'utf8'), ...(server?.paths ?? [])]) {
    expect(text).not.toContain(TOKEN)
    expect(text).not.toContain(Buffer.from(TOKEN).toString('base64').slice(0, 20))
  }
  expect(readFileSync(calls, 'utf8')).toContain('push --porcelain')
})

test('a refused token is an error with the missing permission, never an empty history', async () => {
  const { env } = await scene('nobody')
  const store = openStore('git:', { workspace: tempFolder(), env, token: TOKEN })
  await expect(store.read({ action: 'coverage-gate' })).rejects.toMatchObject({ permission: 'contents: read' })
  await expect(store.append(sampleRecord())).rejects.toMatchObject({ name: 'PlatformError' })
})

test('a token that may read but not push is told contents: write', async () => {
  const { remote, env } = await scene(OURS)
  git(remote.folder, ['config', 'http.receivepack', 'false'])
  const store = openStore('git:', { workspace: tempFolder(), env, token: TOKEN })
  expect(await store.read({ action: 'coverage-gate' })).toEqual({ records: [], warnings: [] })
  await expect(store.append(sampleRecord())).rejects.toMatchObject({
    permission: 'contents: write',
    remedy: expect.stringContaining('publish'),
    retryable: false,
  })
})

test('a ref beside the branches works the same, and clones do not see it', async () => {
  const { remote, env } = await scene(OURS)
  remote.setRef('refs/heads/main', remote.commit({ files: { a: '1' } }))
  const open = () => openStore('git:refs/testwarden/history', { workspace: tempFolder(), env, token: TOKEN })
  await open().append(sampleRecord())
  expect((await open().read({ action: 'coverage-gate' })).records).toEqual([sampleRecord()])
  const clone = path.join(tempFolder(), 'clone')
  git(remote.folder, ['clone', '--quiet', remote.url, clone])
  git(clone, ['fetch', '--quiet', '--all'])
  expect(git(clone, ['for-each-ref', '--format=%(refname)'])).not.toContain('testwarden')
})
