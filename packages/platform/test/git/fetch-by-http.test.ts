import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterEach, expect, test } from '@jest/globals'
import { createExec } from '../../src/exec.js'
import { type GitHttpServer, serveGit } from '../support/git-http-server.js'
import { commit, fingerprint, GIT_ENV, openGit, run, shallowCheckout } from '../support/git-project.js'
import { tempFolder } from '../support/temp-folder.js'

const TOKEN = 'ghs_notARealToken0123456789'
const OURS = `basic ${Buffer.from(`x-access-token:${TOKEN}`).toString('base64')}`

let server: GitHttpServer | undefined

afterEach(() => server?.close())

interface Scene {
  readonly workspace: string
  readonly base: string
  readonly head: string
  readonly serverUrl: string
  readonly env: NodeJS.ProcessEnv
}

async function scene(accepted: string): Promise<Scene> {
  const root = tempFolder()
  const remote = path.join(root, 'owner', 'project')
  mkdirSync(remote, { recursive: true })
  run(remote, 'init', '--quiet', '--initial-branch=main')
  const base = commit(remote, { 'a.ts': 'one\n' })
  const head = commit(remote, { 'a.ts': 'two\n' })
  server = await serveGit(root, accepted)
  const workspace = shallowCheckout(`file://${remote}`, head)
  run(workspace, 'remote', 'set-url', 'origin', `${server.url}/owner/project`)
  const env = { GITHUB_SERVER_URL: server.url, GITHUB_REPOSITORY: 'owner/project' }
  return { workspace, base, head, serverUrl: server.url, env }
}

function authorizations(): readonly (readonly string[])[] {
  return server?.authorizations ?? []
}

test('the token travels as the only header, whatever checkout and the machine have kept', async () => {
  const { workspace, base, head, serverUrl, env } = await scene(OURS)
  const key = `http.${serverUrl}/.extraheader`
  run(workspace, 'config', key, 'AUTHORIZATION: basic b2xk')
  run(workspace, 'config', '--add', `http.${serverUrl}/owner.extraheader`, 'AUTHORIZATION: basic b2xk')
  const home = tempFolder()
  writeFileSync(
    path.join(home, '.gitconfig'),
    `[http "${serverUrl}/"]\n\textraheader = AUTHORIZATION: basic b2xkZXI=\n`,
  )
  const before = fingerprint(workspace)
  const { git } = openGit(workspace, {
    token: TOKEN,
    env: { ...env, HOME: home, GIT_TEST_ASSUME_DIFFERENT_OWNER: '1' },
  })
  await git.ensureCommit(base)
  expect(await git.diff(base, head)).toHaveLength(1)
  expect(authorizations().length).toBeGreaterThan(1)
  expect(new Set(authorizations().map((headers) => headers.join()))).toEqual(new Set([OURS]))
  expect(fingerprint(workspace)).toEqual(before)
})

test('the token is in no command line, no URL and no file', async () => {
  const { workspace, base, env } = await scene(OURS)
  run(workspace, 'remote', 'set-url', 'origin', `${server?.url.replace('//', '//user:secret@')}/owner/project`)
  const bin = tempFolder()
  const calls = path.join(bin, 'calls')
  writeFileSync(
    path.join(bin, 'git'),
    `#!/bin/sh\necho "$*" >> '${calls}'\nexec '${run(bin, '--exec-path')}/git' "$@"\n`,
  )
  chmodSync(path.join(bin, 'git'), 0o755)
  const { git, temporary } = openGit(workspace, { token: TOKEN, env: { ...env, PATH: `${bin}:${GIT_ENV.PATH}` } })
  await git.ensureCommit(base)
  const written = Object.keys(fingerprint(temporary)).map((name) => readFileSync(path.join(temporary, name), 'latin1'))
  for (const text of [readFileSync(calls, 'utf8'), ...(server?.paths ?? []), ...written]) {
    expect(text).not.toContain(TOKEN)
    expect(text).not.toContain(Buffer.from(TOKEN).toString('base64').slice(0, 20))
    expect(text).not.toContain('secret')
  }
  expect(readFileSync(calls, 'utf8')).toContain('fetch')
})

test('a command of the tested code finds the token nowhere in its clone', async () => {
  const { workspace, base, env } = await scene(OURS)
  const { git, temporary } = openGit(workspace, { token: TOKEN, env })
  const { folder } = await git.clones.of({ sha: base })
  const written = Object.keys(fingerprint(temporary)).map((name) => readFileSync(path.join(temporary, name), 'latin1'))
  expect(readFileSync(path.join(folder, 'a.ts'), 'utf8')).toBe('one\n')
  expect(written.filter((text) => text.includes(TOKEN) || text.includes(OURS.slice(6)))).toEqual([])
  const config = ['--eval', 'console.log(JSON.stringify(process.env))']
  const exec = createExec({
    cwd: workspace,
    env: { ...GIT_ENV, ...env, INPUT_GITHUB_TOKEN: TOKEN },
    clones: git.clones,
  })
  const limits = { timeoutMs: 60_000, maxOutputBytes: 100_000 }
  const seen = await exec.run({ command: process.execPath, args: config, tree: { sha: base }, ...limits })
  const kept = await exec.run({ command: 'git', args: ['config', '--list'], tree: { sha: base }, ...limits })
  expect(seen.stdout + kept.stdout).toContain('PATH')
  expect(seen.stdout + kept.stdout).not.toContain(TOKEN)
  expect(kept.stdout).not.toMatch(/remote|extraheader/)
  await git.dispose()
})

test('without a token the header that checkout has kept is used', async () => {
  const { workspace, base, serverUrl, env } = await scene('basic b2xk')
  run(workspace, 'config', `http.${serverUrl}/.extraheader`, 'AUTHORIZATION: basic b2xk')
  await openGit(workspace, { env }).git.ensureCommit(base)
  expect(new Set(authorizations().flat())).toEqual(new Set(['basic b2xk']))
})

test('the token is not given to another server than the job’s own', async () => {
  const { workspace, base, env } = await scene('nobody')
  const { git } = openGit(workspace, { token: TOKEN, env: { ...env, GITHUB_SERVER_URL: 'https://github.example' } })
  await expect(git.ensureCommit(base)).rejects.toMatchObject({ name: 'PlatformError' })
  expect(authorizations().flat()).toEqual([])
})

test('a temporary folder that cannot be written is an error with its remedy', async () => {
  const { workspace, base, env } = await scene(OURS)
  const { git } = openGit(workspace, { token: TOKEN, env: { ...env, RUNNER_TEMP: '/dev/null/temp' } })
  await expect(git.ensureCommit(base)).rejects.toMatchObject({ remedy: expect.stringContaining('RUNNER_TEMP') })
})

test('a refused token ends in the missing permission, without the token', async () => {
  const { workspace, base, env } = await scene('nobody')
  const failure = await openGit(workspace, { token: TOKEN, env })
    .git.ensureCommit(base)
    .then(
      () => null,
      (error: unknown) => error,
    )
  expect(failure).toMatchObject({
    name: 'PlatformError',
    permission: 'contents: read',
    remedy: expect.stringContaining('contents: read'),
    retryable: false,
  })
  expect(JSON.stringify(failure)).not.toContain(TOKEN)
})
