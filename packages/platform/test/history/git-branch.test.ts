import { chmodSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { PlatformError } from '@testwarden/core/model/errors'
import { git } from '@testwarden/testkit/git-remote/git'
import { sampleRecord } from '@testwarden/testkit/history-store-conformance'
import { MARKER } from '../../src/history/branch-marker.js'
import { JOB_PATIENCE, type Patience } from '../../src/history/growing-wait.js'
import { fingerprint } from '../support/git-project.js'
import { tempFolder } from '../support/temp-folder.js'
import { type GitHistory, makeGitHistory, REF } from './support/git-history.js'

const QUERY = { action: 'coverage-gate' }
/** Gives up at once. */
const NO_PATIENCE: Patience = { ...JOB_PATIENCE, totalMs: 0 }

describe('the branch', () => {
  test('begins as an orphan that says what it is, and moves forward one commit for each record', async () => {
    const history = makeGitHistory(tempFolder())
    for (const run of ['1', '2']) await history.open().append(sampleRecord({ run }))
    expect(git(history.remote.folder, ['rev-list', '--count', REF])).toBe('2')
    expect(git(history.remote.folder, ['ls-tree', '--name-only', REF])).toBe(`${MARKER}\nREADME.md\ncoverage-gate`)
    expect(git(history.remote.folder, ['log', '--format=%s%n%b', '-1', REF])).toMatch(
      /^Record coverage-gate of 0000000\n\[skip ci\]/,
    )
  })

  test('nothing of the user’s repository changes, and nothing is left beside it', async () => {
    const history = makeGitHistory(tempFolder())
    const before = fingerprint(history.workspace)
    const store = history.open()
    await store.append(sampleRecord())
    await store.read(QUERY)
    expect(fingerprint(history.workspace)).toEqual(before)
    expect(git(history.remote.folder, ['for-each-ref', '--format=%(refname)']).split('\n')).toEqual([
      'refs/heads/main',
      REF,
    ])
  })

  test('a job without a checkout uses the repository that it runs for', async () => {
    const history = makeGitHistory(tempFolder())
    await history.open().append(sampleRecord())
    const elsewhere = tempFolder()
    await expect(history.openBranch({ workspace: elsewhere }).fetch()).rejects.toThrow(/no remote to fetch from/)
    expect(readdirSync(elsewhere)).toEqual([])
  })

  test('a branch that holds something else is neither read nor written', async () => {
    const history = makeGitHistory(tempFolder())
    const project = history.remote.refSha('refs/heads/main') ?? ''
    history.remote.setRef(REF, project)
    await expect(history.open().read(QUERY)).rejects.toThrow(/no history of Testwarden/)
    await expect(history.open().append(sampleRecord())).rejects.toThrow(/no history of Testwarden/)
    expect(history.remote.refSha(REF)).toBe(project)
  })

  test('links and strangers are warnings, and no link is followed', async () => {
    const history = makeGitHistory(tempFolder())
    await history.open().append(sampleRecord())
    history.plantFile('coverage-gate/2026-03/notes.txt', 'x')
    history.plantFile('coverage-gate/readme.md', 'x')
    plantLink(history, 'coverage-gate/2026-03/link.jsonl')
    const { records, warnings } = await history.open().read(QUERY)
    expect(records).toHaveLength(1)
    expect(warnings).toEqual([
      expect.stringContaining('link.jsonl is no regular file'),
      expect.stringContaining('notes.txt'),
      expect.stringContaining('readme.md'),
    ])
  })

  test('who made the branch and is then outrun has not lost it', async () => {
    const history = makeGitHistory(tempFolder())
    const first = history.open()
    await first.append(sampleRecord({ run: '1' }))
    for (const run of ['2', '3']) await history.open().append(sampleRecord({ run }))
    expect(await first.append(sampleRecord({ run: '4' }))).toBe('appended')
    expect((await history.open().read(QUERY)).records).toHaveLength(4)
  })

  test('a job reads its own record after its append', async () => {
    const history = makeGitHistory(tempFolder())
    await history.open().append(sampleRecord())
    const store = history.open()
    await store.read(QUERY)
    expect(await store.append(sampleRecord({ run: '2' }))).toBe('appended')
    expect((await store.read(QUERY)).records).toHaveLength(2)
  })

  test('months that are over are packed by the next append, in the same commit', async () => {
    const history = makeGitHistory(tempFolder())
    const runs = Array.from({ length: 16 }, (_, run) => String(run))
    const february = runs.map((run) => sampleRecord({ run, time: `2026-02-03T00:00:${run.padStart(2, '0')}Z` }))
    const job = history.open()
    for (const record of february) await job.append(record)
    await history.open().append(sampleRecord({ run: 'march' }))
    const names = git(history.remote.folder, ['ls-tree', '-r', '--name-only', REF, 'coverage-gate/2026-02/'])
    expect(names).toMatch(/^coverage-gate\/2026-02\/packed-[0-9a-f]{32}\.jsonl$/)
    expect(git(history.remote.folder, ['rev-list', '--count', REF])).toBe('17')
    expect(await history.open().append(february[0] ?? sampleRecord())).toBe('already-there')
    await expect(history.open().append({ ...february[1], body: 'other' } as never)).rejects.toThrow(PlatformError)
    expect((await history.open().read(QUERY)).records.map(({ key }) => key.run)).toEqual([...runs, 'march'])
  })
})

describe('what the server refuses', () => {
  test.each([
    ['a ruleset', 'remote: error: GH013: Repository rule violations found for refs/heads/x.', /ruleset/, null],
    ['protection', 'remote: error: GH006: Protected branch update failed.', /protect/, null],
    ['an archive', 'remote: This repository was archived so it is read-only.', /archived/, null],
    ['a custom hook', 'no', /refuses writes to this ref/, null],
    ['a read-only token', 'remote: Permission to o/r.git denied to github-actions[bot].', /may not/, 'contents: write'],
  ])('%s is said with its remedy, and is not tried again', async (_name, said, message, permission) => {
    const history = makeGitHistory(tempFolder())
    const calls = refuse(history, said)
    const failure = await history
      .open(JOB_PATIENCE)
      .append(sampleRecord())
      .then(String, (error: unknown) => error)
    expect(failure).toMatchObject({ name: 'PlatformError', message: expect.stringMatching(message), permission })
    expect(failure).toMatchObject({ retryable: false, remedy: expect.stringMatching(/\w{4}/) })
    expect(readdirSync(calls)).toHaveLength(1)
    expect(history.remote.refSha(REF)).toBeNull()
  })

  test('a ref that is locked by another push is tried again until it is free', async () => {
    const history = makeGitHistory(tempFolder())
    await history.open().append(sampleRecord())
    const lock = path.join(history.remote.folder, `${REF}.lock`)
    writeFileSync(lock, '')
    const busy = await history
      .open(NO_PATIENCE)
      .append(sampleRecord({ run: '2' }))
      .then(String, (error: unknown) => error)
    expect(busy).toMatchObject({ retryable: true, remedy: expect.stringContaining('publish') })
    let waits = 0
    const patience: Patience = {
      ...JOB_PATIENCE,
      sleep: async () => {
        waits++
        if (waits === 2) rmSync(lock)
      },
    }
    expect(await history.open(patience).append(sampleRecord({ run: '2' }))).toBe('appended')
    expect(waits).toBe(2)
  })
})

describe('what can be read is never taken for empty', () => {
  test('a remote that is gone, and one whose objects are damaged, are errors', async () => {
    const history = makeGitHistory(tempFolder())
    await history.open().append(sampleRecord())
    const [blob = ''] = git(history.remote.folder, [
      'ls-tree',
      '-r',
      '--format=%(objectname)',
      REF,
      'coverage-gate/',
    ]).split('\n')
    const object = path.join(history.remote.folder, 'objects', blob.slice(0, 2), blob.slice(2))
    chmodSync(object, 0o644)
    writeFileSync(object, 'damaged')
    await expect(history.open().read(QUERY)).rejects.toThrow(PlatformError)
    await expect(history.open().append(sampleRecord({ run: '2' }))).rejects.toThrow(PlatformError)
  })
})

/** The remote says this to every push. @returns a folder with a file for each of them */
function refuse({ remote }: GitHistory, said: string): string {
  const calls = tempFolder()
  const hook = path.join(remote.folder, 'hooks', 'pre-receive')
  mkdirSync(path.dirname(hook), { recursive: true })
  writeFileSync(hook, `#!/bin/sh\nmktemp '${calls}/XXXXXX' > /dev/null\necho '${said}' >&2\nexit 1\n`)
  chmodSync(hook, 0o755)
  return calls
}

function plantLink({ remote }: GitHistory, name: string): void {
  const env = { GIT_INDEX_FILE: path.join(tempFolder(), 'index') }
  const target = git(remote.folder, ['hash-object', '-w', '--stdin'], { input: '/etc/passwd' })
  git(remote.folder, ['read-tree', REF], { env })
  git(remote.folder, ['update-index', '--add', '--cacheinfo', `120000,${target},${name}`], { env })
  const tree = git(remote.folder, ['write-tree'], { env })
  remote.setRef(REF, git(remote.folder, ['commit-tree', tree, '-p', REF, '-m', 'link']))
}
