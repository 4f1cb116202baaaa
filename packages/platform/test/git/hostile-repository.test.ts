import { chmodSync, existsSync, mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { commit, fingerprint, newRepository, openGit, run, shallowCheckout } from '../support/git-project.js'
import { tempFolder } from '../support/temp-folder.js'

/** Three commits in a row. */
function history(): {
  readonly remote: string
  readonly first: string
  readonly second: string
  readonly third: string
} {
  const remote = newRepository()
  const first = commit(remote, { 'a.txt': 'one\n' })
  const second = commit(remote, { 'a.txt': 'two\n' })
  return { remote, first, second, third: commit(remote, { 'a.txt': 'three\n' }) }
}

function program(folder: string, lines: readonly string[]): string {
  const file = path.join(folder, 'program')
  writeFileSync(file, ['#!/bin/sh', ...lines, ''].join('\n'))
  chmodSync(file, 0o755)
  return file
}

test('a temporary folder that refuses is told once, and takes nothing else with it', async () => {
  const { remote, first, second, third } = history()
  const { git } = openGit(shallowCheckout(`file://${remote}`, third), { env: { RUNNER_TEMP: '/dev/null/none' } })
  await expect(git.ensureCommit(second)).rejects.toMatchObject({ remedy: expect.stringContaining('RUNNER_TEMP') })
  expect(await git.parents(third)).toEqual([second])
  expect(await git.mergeBase(first, third)).toBeNull()
  await expect(git.dispose()).resolves.toBeUndefined()
})

test('grafts do not change where a branch left', async () => {
  const { remote, first, second, third } = history()
  mkdirSync(path.join(remote, '.git', 'info'), { recursive: true })
  writeFileSync(path.join(remote, '.git', 'info', 'grafts'), `${third} ${first}\n`)
  const { git } = openGit(remote)
  expect(await git.mergeBase(second, third)).toBe(second)
  expect(await git.firstParents(third, 9)).toEqual([third, second, first])
})

test('a commit that a partial clone lacks is never fetched into the user’s repository', async () => {
  const { remote, third } = history()
  run(remote, 'config', 'uploadpack.allowFilter', 'true')
  run(remote, 'config', 'uploadpack.allowAnySHA1InWant', 'true')
  const parent = tempFolder()
  run(parent, 'clone', '--quiet', '--filter=blob:none', `file://${remote}`, 'partial')
  const later = commit(remote, { 'a.txt': 'four\n' })
  const workspace = path.join(parent, 'partial')
  const before = fingerprint(path.join(workspace, '.git', 'objects'))
  const { git } = openGit(workspace)
  expect(await git.mergeBase(later, third)).toBeNull()
  expect(fingerprint(path.join(workspace, '.git', 'objects'))).toEqual(before)
})

test('the ssh command that the checkout keeps is the one that fetches', async () => {
  const { remote, second, third } = history()
  run(remote, 'config', 'uploadpack.allowAnySHA1InWant', 'true')
  const workspace = shallowCheckout(`file://${remote}`, third)
  const ssh = program(tempFolder(), ['for last; do :; done', 'exec sh -c "$last"'])
  run(workspace, 'config', 'core.sshCommand', ssh)
  run(workspace, 'remote', 'set-url', 'origin', `ssh://git@127.0.0.1${remote}`)
  const { git } = openGit(workspace)
  await git.ensureCommit(second)
  expect(await git.diff(second, third)).toHaveLength(1)
  await git.dispose()
})

describe('programs that the configuration of a repository names', () => {
  test('are not run by any question', async () => {
    const { remote, first, third } = history()
    const marker = path.join(tempFolder(), 'ran')
    const evil = program(tempFolder(), [`touch '${marker}'`, 'cat'])
    const hooks = tempFolder()
    for (const hook of ['post-index-change', 'reference-transaction', 'pre-auto-gc', 'fsmonitor-watchman'])
      chmodSync(writeExecutable(path.join(hooks, hook), evil), 0o755)
    const included = path.join(tempFolder(), 'included')
    writeFileSync(included, `[diff]\n\texternal = ${evil}\n[core]\n\thooksPath = ${hooks}\n`)
    for (const [name, value] of [
      ['core.fsmonitor', evil],
      ['core.pager', evil],
      ['core.editor', evil],
      ['diff.evil.textconv', evil],
      ['diff.evil.command', evil],
      ['core.alternateRefsCommand', evil],
      [`includeIf.gitdir:${remote}/.path`, included],
      ['include.path', included],
    ] as const)
      run(remote, 'config', name, value)
    writeFileSync(path.join(remote, '.gitattributes'), '* diff=evil\n')
    writeFileSync(path.join(remote, 'a.txt'), 'changed\n')
    const { git } = openGit(remote)
    await git.headSha()
    await git.trackedFiles()
    await git.diff(first, third)
    await git.diff(first, null)
    await git.mergeBase(first, third)
    await git.resolve('main')
    await git.dispose()
    expect(existsSync(marker)).toBe(false)
  })
})

test('a folder whose name holds a line break is refused, not misread', async () => {
  const parent = path.join(tempFolder(), 'a\nb')
  mkdirSync(parent)
  run(parent, 'init', '--quiet', '--initial-branch=main')
  commit(parent, { 'a.txt': 'one\n' })
  await expect(openGit(parent).git.headSha()).rejects.toThrow('line break')
})

function writeExecutable(file: string, command: string): string {
  writeFileSync(file, `#!/bin/sh\nexec '${command}'\n`)
  return file
}
