import { readdirSync, symlinkSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { commit, fingerprint, newRepository, openGit, run, shallowCheckout } from '../support/git-project.js'

const MAX = 1000

describe('a file of a commit', () => {
  test('is read without a working tree, from a commit that is fetched for it, and leaves no trace', async () => {
    const remote = newRepository()
    const before = commit(remote, { '.github/testwarden.yml': 'old: 1\n', 'dir/a': '' })
    const after = commit(remote, { '.github/testwarden.yml': 'new: ümläut\n' })
    const workspace = shallowCheckout(`file://${remote}`, after)
    const trace = fingerprint(workspace)
    const { git } = openGit(workspace)
    expect(await git.readFile(before, '.github/testwarden.yml', MAX)).toBe('old: 1\n')
    expect(await git.readFile(after, '.github/../.github/testwarden.yml', MAX)).toBe('new: ümläut\n')
    expect(await git.readFile(after, 'dir/a', MAX)).toBe('')
    for (const missing of ['nothing', 'dir/b', 'dir/a/b', '.github/*'])
      expect([missing, await git.readFile(after, missing, MAX)]).toEqual([missing, null])
    expect(fingerprint(workspace)).toEqual(trace)
    await git.dispose()
  })

  test('is found where links inside the tree lead, and nowhere else', async () => {
    const remote = newRepository()
    commit(remote, { 'real/config.yml': 'yes' })
    for (const [from, to] of Object.entries({
      link: 'real/config.yml',
      folder: 'real',
      out: '../secret',
      absolute: '/etc/hostname',
      circle: 'circle',
      nothing: 'gone',
    }))
      symlinkSync(to, path.join(remote, from))
    const sha = commit(remote, {})
    const { git } = openGit(remote)
    expect(await git.readFile(sha, 'link', MAX)).toBe('yes')
    expect(await git.readFile(sha, 'folder/config.yml', MAX)).toBe('yes')
    expect(await git.readFile(sha, 'nothing', MAX)).toBeNull()
    for (const refused of ['out', 'absolute', 'circle', '../x', '/etc/hostname', 'real'])
      await expect(git.readFile(sha, refused, MAX)).rejects.toMatchObject({ name: 'PlatformError' })
  })

  test('that is too long is refused before it is read', async () => {
    const remote = newRepository()
    const sha = commit(remote, { long: 'x'.repeat(MAX + 1) })
    await expect(openGit(remote).git.readFile(sha, 'long', MAX)).rejects.toMatchObject({
      message: expect.stringContaining('longer than 1000 bytes'),
    })
  })

  test('of a partial clone is fetched', async () => {
    const remote = newRepository()
    const sha = commit(remote, { config: 'yes' })
    commit(remote, { config: 'no' })
    run(remote, 'config', 'uploadpack.allowFilter', 'true')
    run(remote, 'config', 'uploadpack.allowAnySHA1InWant', 'true')
    const workspace = `${newRepository()}-partial`
    run(remote, 'clone', '--quiet', '--filter=blob:none', `file://${remote}`, workspace)
    const { git } = openGit(workspace)
    expect(await git.readFile(sha, 'config', MAX)).toBe('yes')
    await git.dispose()
  })
})

describe('history behind the cut', () => {
  function line(length: number): { readonly remote: string; readonly shas: readonly string[] } {
    const remote = newRepository()
    const shas = Array.from({ length }, (_, index) => commit(remote, { file: `${index}\n` })).reverse()
    run(remote, 'config', 'uploadpack.allowFilter', 'true')
    run(remote, 'config', 'uploadpack.allowAnySHA1InWant', 'true')
    return { remote, shas }
  }

  test('is fetched as far as asked for, and what was cut off can still be compared', async () => {
    const { remote, shas } = line(12)
    const [tip = '', parent = ''] = shas
    const workspace = shallowCheckout(`file://${remote}`, tip)
    const trace = fingerprint(workspace)
    const { git, temporary } = openGit(workspace)
    expect(await git.firstParents(parent, 10)).toEqual([])
    await git.deepen(parent, 5)
    expect(await git.firstParents(parent, 10)).toEqual(shas.slice(1, 7))
    expect((await git.diff(parent, tip)).map(({ newPath }) => newPath)).toEqual(['file'])
    expect(await git.readFile(parent, 'file', MAX)).toBe('10\n')
    expect(fingerprint(workspace)).toEqual(trace)
    await git.dispose()
    expect(readdirSync(temporary)).toEqual([])
  })

  test('is left alone where nothing is cut off', async () => {
    const { remote, shas } = line(3)
    const { git } = openGit(remote)
    run(remote, 'remote', 'add', 'origin', 'file:///nowhere')
    await git.deepen(shas[0] ?? '', 100)
    expect(await git.firstParents(shas[0] ?? '', 100)).toEqual(shas)
  })

  test('brings commits without their files', async () => {
    const { remote, shas } = line(6)
    const workspace = shallowCheckout(`file://${remote}`, shas[0] ?? '')
    const { git, temporary } = openGit(workspace)
    await git.deepen(shas[0] ?? '', 6)
    const counted = run(path.join(temporary, readdirSync(temporary)[0] ?? ''), 'count-objects', '-v')
    expect(counted).toMatch(/in-pack: 6\b|count: 6\b/)
    await git.dispose()
  })
})

test('the tip of a branch is what the branch is now', async () => {
  const remote = newRepository()
  const old = commit(remote, { a: '1' })
  const workspace = shallowCheckout(`file://${remote}`, old)
  const tip = commit(remote, { a: '2' })
  const { git } = openGit(workspace)
  expect(await git.fetchBranch('main')).toBe(tip)
  expect(await git.readFile(tip, 'a', MAX)).toBe('2')
  for (const name of ['gone', '--upload-pack=x', 'a:b', 'a b', '', '+main', 'ma*n'])
    await expect(git.fetchBranch(name)).rejects.toMatchObject({ name: 'PlatformError' })
  await git.dispose()
})
