import {
  chmodSync,
  existsSync,
  lstatSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { createExec } from '../../src/exec.js'
import {
  commit,
  fingerprint,
  GIT_ENV,
  newRepository,
  openGit,
  run,
  shallowCheckout,
  write,
} from '../support/git-project.js'
import { tempFolder } from '../support/temp-folder.js'

function project() {
  const remote = newRepository()
  run(remote, 'config', 'uploadpack.allowAnySHA1InWant', 'true')
  const first = commit(remote, { 'a.txt': 'one\n', 'sub/b.txt': 'one\n' })
  run(remote, 'tag', '-a', '-m', 'the first', 'v1')
  const second = commit(remote, { 'a.txt': 'two\n', 'sub/b.txt': 'two\n' })
  return { remote, first, second }
}

function read(folder: string, file: string): string | null {
  return existsSync(path.join(folder, file)) ? readFileSync(path.join(folder, file), 'utf8') : null
}

describe('a commit', () => {
  test('is a repository of its own, the same for every command, gone in the end, with no trace in the checkout', async () => {
    const { remote, first } = project()
    const before = fingerprint(remote)
    const { git, temporary } = openGit(remote)
    const { folder, lacks } = await git.clones.of({ sha: first })
    expect(read(folder, 'a.txt')).toBe('one\n')
    expect(run(folder, 'rev-parse', 'HEAD')).toBe(first)
    expect(run(folder, 'status', '--porcelain')).toBe('')
    expect(run(folder, 'remote')).toBe('')
    expect(lacks).toEqual([])
    write(folder, { 'built.txt': 'x' })
    expect((await git.clones.of({ sha: first })).folder).toBe(folder)
    expect(fingerprint(remote)).toEqual(before)
    await git.dispose()
    expect(readdirSync(temporary)).toEqual([])
  })

  test('that is missing is fetched, cut off from its history', async () => {
    const { remote, first, second } = project()
    const workspace = shallowCheckout(`file://${remote}`, second)
    const before = fingerprint(workspace)
    const { git, temporary } = openGit(workspace)
    const [base, head] = [await git.clones.of({ sha: first }), await git.clones.of({ sha: second })]
    expect([read(base.folder, 'a.txt'), read(head.folder, 'a.txt')]).toEqual(['one\n', 'two\n'])
    expect(run(base.folder, 'log', '--format=%H')).toBe(first)
    expect(run(head.folder, 'log', '--format=%H')).toBe(second)
    expect(base.folder).toHaveLength(head.folder.length)
    expect(fingerprint(workspace)).toEqual(before)
    await git.dispose()
    expect(readdirSync(temporary)).toEqual([])
  })

  test('of a partial clone is whole, and fetched into nothing of the user’s', async () => {
    const { remote, first } = project()
    run(remote, 'config', 'uploadpack.allowFilter', 'true')
    const parent = tempFolder()
    run(parent, 'clone', '--quiet', '--filter=blob:none', `file://${remote}`, 'partial')
    const workspace = path.join(parent, 'partial')
    const before = fingerprint(workspace)
    const { git } = openGit(workspace)
    const { folder } = await git.clones.of({ sha: first })
    expect(read(folder, 'a.txt')).toBe('one\n')
    expect(fingerprint(workspace)).toEqual(before)
    await git.dispose()
  })

  test('knows the tags that builds name themselves after', async () => {
    const { remote, second } = project()
    const { git } = openGit(remote)
    const { folder } = await git.clones.of({ sha: second })
    expect(run(folder, 'describe')).toMatch(/^v1-1-g/)
    await git.dispose()
  })

  test('has the folder that the workspace is, and the name of the repository', async () => {
    const { remote, first } = project()
    const { git } = openGit(path.join(remote, 'sub'))
    const { folder } = await git.clones.of({ sha: first })
    expect(folder.split(path.sep).slice(-2)).toEqual([path.basename(remote), 'sub'])
    expect(read(folder, 'b.txt')).toBe('one\n')
    await git.dispose()
  })

  test('without the folder that the workspace is runs nothing', async () => {
    const { remote, first } = project()
    commit(remote, { 'later/c.txt': 'x' })
    const { git, temporary } = openGit(path.join(remote, 'later'))
    await expect(git.clones.of({ sha: first })).rejects.toThrow('no folder later/ in that tree')
    await git.dispose()
    expect(readdirSync(temporary)).toEqual([])
  })

  test('that cannot be had is an error, and what was made goes away', async () => {
    const { remote, second } = project()
    const { git, temporary } = openGit(shallowCheckout(`file://${remote}`, second))
    await expect(git.clones.of({ sha: 'a'.repeat(40) })).rejects.toMatchObject({ name: 'PlatformError' })
    await expect(git.clones.of({ sha: '--upload-pack=x' })).rejects.toThrow('no commit id')
    await git.dispose()
    expect(readdirSync(temporary)).toEqual([])
  })
})

describe('what is not in it', () => {
  test('is told: submodules, and files of Git LFS', async () => {
    const { remote, first } = project()
    run(remote, 'update-index', '--add', '--cacheinfo', `160000,${first},vendor/lib`)
    write(remote, { '.gitattributes': '*.bin filter=lfs\n', 'big.bin': 'version https://git-lfs.github.com/spec/v1\n' })
    run(remote, 'add', '.gitattributes', 'big.bin')
    run(remote, 'commit', '--quiet', '-m', 'more')
    const { git } = openGit(remote)
    const { lacks } = await git.clones.of({ sha: run(remote, 'rev-parse', 'HEAD') })
    expect(lacks).toEqual(['Submodules are left empty: vendor/lib.', 'Files of Git LFS are pointers only: big.bin.'])
    await git.dispose()
  })

  test('no program of the machine’s Git LFS and no hook runs for it', async () => {
    const { remote, first } = project()
    const marker = path.join(tempFolder(), 'ran')
    const [home, hooks] = [tempFolder(), tempFolder()]
    const evil = path.join(home, 'evil')
    writeFileSync(evil, `#!/bin/sh\ntouch '${marker}'\ncat\n`)
    writeFileSync(path.join(hooks, 'post-checkout'), `#!/bin/sh\ntouch '${marker}'\n`)
    for (const file of [evil, path.join(hooks, 'post-checkout')]) chmodSync(file, 0o755)
    const lfs = `[filter "lfs"]\n\tsmudge = ${evil}\n\tprocess = ${evil}\n\trequired = true\n`
    writeFileSync(path.join(home, '.gitconfig'), `${lfs}[core]\n\thooksPath = ${hooks}\n`)
    commit(remote, { '.gitattributes': '* filter=lfs\n' })
    const { git } = openGit(remote, { env: { HOME: home } })
    await git.clones.of({ sha: run(remote, 'rev-parse', 'HEAD') })
    await git.clones.of({ sha: first })
    expect(existsSync(marker)).toBe(false)
    await git.dispose()
  })
})

describe('the working tree', () => {
  test('is as it is now: changed, new, removed, and nothing that git ignores', async () => {
    const remote = newRepository()
    commit(remote, {
      'changed.txt': 'one\n',
      'gone.txt': 'x',
      'same.txt': 'x',
      'dir/in.txt': 'x',
      flat: 'x',
      '.gitignore': 'out/\n',
    })
    write(remote, { 'changed.txt': 'two\n', 'new/deep.txt': 'new', 'out/built.txt': 'x', 'staged.txt': 'staged' })
    run(remote, 'add', 'staged.txt')
    unlinkSync(path.join(remote, 'gone.txt'))
    unlinkSync(path.join(remote, 'flat'))
    write(remote, { 'flat/file.txt': 'x', 'run.sh': '#!/bin/sh\n' })
    chmodSync(path.join(remote, 'run.sh'), 0o755)
    symlinkSync('changed.txt', path.join(remote, 'link'))
    const before = fingerprint(remote)
    const { git, temporary } = openGit(remote)
    const { folder } = await git.clones.of({ sha: null })
    expect(filesOf(folder)).toEqual(filesOf(remote).filter((file) => !file.startsWith('out')))
    expect(read(folder, 'changed.txt')).toBe('two\n')
    expect(lstatSync(path.join(folder, 'link')).isSymbolicLink()).toBe(true)
    expect(lstatSync(path.join(folder, 'run.sh')).mode & 0o111).not.toBe(0)
    expect(fingerprint(remote)).toEqual(before)
    await git.dispose()
    expect(readdirSync(temporary)).toEqual([])
  })

  test('of a repository without a commit is refused', async () => {
    const { git } = openGit(newRepository())
    await expect(git.clones.of({ sha: null })).rejects.toThrow('no commit yet')
    await git.dispose()
  })
})

test('commands run in their trees, and read what those wrote there', async () => {
  const { remote, first, second } = project()
  const { git, temporary } = openGit(path.join(remote, 'sub'))
  const exec = createExec({
    cwd: path.join(remote, 'sub'),
    env: { ...GIT_ENV, RUNNER_TEMP: temporary },
    clones: git.clones,
  })
  const command = { timeoutMs: 60_000, maxOutputBytes: 10_000 }
  const show = { ...command, command: 'git', args: ['show', '--no-patch', '--format=%H'] }
  expect((await exec.run({ ...show, tree: { sha: first } })).stdout.trim()).toBe(first)
  expect((await exec.run(show)).stdout.trim()).toBe(second)
  const { value } = await exec.runForFiles(
    {
      ...command,
      command: 'cp',
      args: ['b.txt', 'c.txt'],
      tree: { sha: first },
      report: { written: '*.txt', outputAs: null },
    },
    async ({ files }) => [(await files.find('.')).map(({ path: given }) => given), await files.readText('c.txt', 10)],
  )
  expect(value).toEqual([['c.txt'], 'one\n'])
  expect(existsSync(path.join(remote, 'sub', 'c.txt'))).toBe(false)
  await git.dispose()
})

test('a tree of its own where there is no repository is refused', async () => {
  const exec = createExec({ cwd: tempFolder(), env: GIT_ENV })
  await expect(
    exec.run({ command: 'true', args: [], tree: { sha: null }, timeoutMs: 1_000, maxOutputBytes: 1 }),
  ).rejects.toThrow('no repository')
})

function filesOf(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true })
    .map(String)
    .filter((file) => !/^\.git(\/|$)/.test(file))
    .sort()
}
