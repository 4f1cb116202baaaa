import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from '@jest/globals'
import {
  commit,
  fingerprint,
  GIT_ENV,
  newRepository,
  openGit,
  run,
  shallowCheckout,
  write,
} from './support/git-project.js'
import { tempFolder } from './support/temp-folder.js'

/** A main branch that went on after a branch left it, and the merge commit that GitHub would test. */
function pullRequest(): { remote: string; left: string; base: string; head: string; merge: string } {
  const remote = newRepository()
  commit(remote, { 'first.txt': 'first\n' })
  const left = commit(remote, { 'src/a.ts': 'one\ntwo\nthree\n', 'src/old.ts': 'a\nb\nc\nd\ne\n' })
  run(remote, 'checkout', '--quiet', '-b', 'topic')
  run(remote, 'mv', 'src/old.ts', 'src/new.ts')
  const head = commit(remote, { 'src/a.ts': 'one\n2\nthree\nfour\n' })
  run(remote, 'checkout', '--quiet', 'main')
  const base = commit(remote, { 'src/b.ts': 'other\n' })
  run(remote, 'checkout', '--quiet', '--detach')
  run(remote, 'merge', '--quiet', '--no-ff', '-m', 'merge', 'topic')
  const merge = run(remote, 'rev-parse', 'HEAD')
  run(remote, 'update-ref', 'refs/pull/1/merge', merge)
  run(remote, 'checkout', '--quiet', 'main')
  return { remote, left, base, head, merge }
}

const CHANGE_OF_TOPIC = [
  {
    oldPath: 'src/a.ts',
    newPath: 'src/a.ts',
    isBinary: false,
    hunks: [
      { oldStart: 2, oldCount: 1, newStart: 2, newCount: 1 },
      { oldStart: 3, oldCount: 0, newStart: 4, newCount: 1 },
    ],
  },
  { oldPath: 'src/old.ts', newPath: 'src/new.ts', isBinary: false, hunks: [] },
]

describe('a checkout of the merge commit at depth 1', () => {
  test('names both parents although history is cut off', async () => {
    const { remote, base, head, merge } = pullRequest()
    const { git } = openGit(shallowCheckout(`file://${remote}`, merge))
    expect(await git.headSha()).toBe(merge)
    expect(await git.parents(merge)).toEqual([base, head])
    expect(await git.firstParents(merge, 10)).toEqual([merge, base])
  })

  test('fetches the base and compares with it without a trace in the checkout', async () => {
    const { remote, base, merge } = pullRequest()
    const workspace = shallowCheckout(`file://${remote}`, merge)
    const before = fingerprint(workspace)
    const { git, temporary } = openGit(workspace)
    await git.ensureCommit(base)
    expect(await git.diff(base, merge)).toEqual(CHANGE_OF_TOPIC)
    expect(await git.diff(base, null)).toEqual(CHANGE_OF_TOPIC)
    expect(fingerprint(workspace)).toEqual(before)
    expect(readdirSync(temporary)).toHaveLength(1)
    await git.dispose()
    expect(readdirSync(temporary)).toEqual([])
  })

  test('knows no merge base, because the way to it is cut off', async () => {
    const { remote, base, head, merge } = pullRequest()
    const { git } = openGit(shallowCheckout(`file://${remote}`, merge))
    expect(await git.mergeBase(base, head)).toBeNull()
    await git.ensureCommit(base)
    await git.ensureCommit(head)
    expect(await git.mergeBase(base, head)).toBeNull()
    expect(await git.mergeBase(base, base)).toBe(base)
  })

  test('says what to do about a commit that no server has', async () => {
    const { remote, merge } = pullRequest()
    const { git } = openGit(shallowCheckout(`file://${remote}`, merge))
    await expect(git.ensureCommit('1'.repeat(40))).rejects.toMatchObject({
      name: 'PlatformError',
      remedy: expect.stringContaining('no longer on the server'),
    })
  })
})

test('a shallow clone takes no older common ancestor for the merge base', async () => {
  const folder = newRepository()
  const root = commit(folder, { a: '1' })
  run(folder, 'checkout', '--quiet', '-b', 'topic')
  commit(folder, { side: '1' })
  run(folder, 'checkout', '--quiet', 'main')
  const best = commit(folder, { a: '2' })
  run(folder, 'checkout', '--quiet', '-b', 'update')
  const update = commit(folder, { update: '1' })
  run(folder, 'checkout', '--quiet', 'topic')
  run(folder, 'merge', '--quiet', '--no-ff', '-m', 'update the topic', 'update')
  run(folder, 'checkout', '--quiet', 'main')
  const main = commit(folder, { a: '3' })
  const topic = run(folder, 'rev-parse', 'topic')
  expect(await openGit(folder).git.mergeBase(main, topic)).toBe(best)
  // The way from the topic to the best ancestor is cut off; the root is still reached by the other parent.
  writeFileSync(path.join(folder, '.git', 'shallow'), `${update}\n`)
  expect(run(folder, 'merge-base', main, topic)).toBe(root)
  expect(await openGit(folder).git.mergeBase(main, topic)).toBeNull()
})

describe('a full clone', () => {
  test('finds merge base and first parents without a repository of our own', async () => {
    const { remote, left, base, head, merge } = pullRequest()
    const { git, temporary } = openGit(remote)
    expect(await git.mergeBase(base, head)).toBe(left)
    expect(await git.firstParents(merge, 2)).toEqual([merge, base])
    expect(await git.resolve('topic')).toBe(head)
    expect(await git.resolve('no-such-branch')).toBeNull()
    expect(await git.resolve('--all')).toBeNull()
    expect(await git.diff(base, merge)).toEqual(CHANGE_OF_TOPIC)
    expect(readdirSync(temporary)).toEqual([])
  })

  test('keeps its index byte for byte when only time stamps differ', async () => {
    const { remote, base } = pullRequest()
    const then = new Date('2020-01-01')
    utimesSync(path.join(remote, 'src/a.ts'), then, then)
    const before = fingerprint(path.join(remote, '.git'))
    expect(await openGit(remote).git.diff(base, null)).toEqual([])
    expect(fingerprint(path.join(remote, '.git'))).toEqual(before)
  })

  test('is read even where it belongs to another user, as in a container', async () => {
    const { remote, base, merge } = pullRequest()
    const link = path.join(tempFolder(), 'link')
    symlinkSync(remote, link)
    const env = { GIT_TEST_ASSUME_DIFFERENT_OWNER: '1' }
    for (const workspace of [remote, link, path.join(link, 'src')])
      expect(await openGit(workspace, { env }).git.diff(base, merge)).toEqual(CHANGE_OF_TOPIC)
  })

  test('refuses what is no commit id', async () => {
    const { remote } = pullRequest()
    const { git } = openGit(remote)
    await expect(git.ensureCommit('main')).rejects.toMatchObject({ name: 'PlatformError' })
    await expect(git.diff('--output=/tmp/x', null)).rejects.toMatchObject({ name: 'PlatformError' })
  })
})

describe('the working tree of a developer', () => {
  test('counts a file that git does not know yet as added', async () => {
    const folder = newRepository()
    const base = commit(folder, { 'a.ts': 'one\n', '.gitignore': 'ignored.ts\n' })
    write(folder, {
      'a.ts': 'one\ntwo\n',
      'new.ts': 'one\ntwo\nthree',
      'empty.ts': '',
      'ignored.ts': 'x\n',
      'blob.bin': 'a\0b',
    })
    symlinkSync('a.ts', path.join(folder, 'link.ts'))
    const diff = await openGit(folder).git.diff(base, null)
    expect(diff).toEqual([
      {
        oldPath: 'a.ts',
        newPath: 'a.ts',
        isBinary: false,
        hunks: [{ oldStart: 1, oldCount: 0, newStart: 2, newCount: 1 }],
      },
      { oldPath: null, newPath: 'blob.bin', isBinary: true, hunks: [] },
      { oldPath: null, newPath: 'empty.ts', isBinary: false, hunks: [] },
      {
        oldPath: null,
        newPath: 'new.ts',
        isBinary: false,
        hunks: [{ oldStart: 0, oldCount: 0, newStart: 1, newCount: 3 }],
      },
    ])
  })

  test('names paths from the root of the repository when the workspace is a folder in it', async () => {
    const folder = newRepository()
    const base = commit(folder, { 'pkg/app/a.ts': 'one\n', 'top.ts': 'one\n' })
    write(folder, { 'pkg/app/a.ts': 'two\n', 'ümläut "q".ts': 'x\n' })
    const { git } = openGit(path.join(folder, 'pkg/app'))
    expect(await git.workspacePrefix()).toBe('pkg/app/')
    expect(await git.trackedFiles()).toEqual(['pkg/app/a.ts', 'top.ts', 'ümläut "q".ts'])
    expect((await git.diff(base, null)).map((file) => file.newPath)).toEqual(['pkg/app/a.ts', 'ümläut "q".ts'])
    expect(await openGit(folder).git.workspacePrefix()).toBe('')
  })

  test('is not shown through the tools and habits that the repository configures', async () => {
    const folder = newRepository()
    const marker = path.join(folder, 'ran')
    const hostile = path.join(tempFolder(), 'hostile')
    writeFileSync(hostile, `#!/bin/sh\ntouch '${marker}'\ncat "$1" 2>/dev/null\n`)
    chmodSync(hostile, 0o755)
    const base = commit(folder, { 'a.ts': 'one\ntwo\n', '.gitattributes': '*.ts diff=evil\n' })
    for (const [name, value] of Object.entries({
      'diff.external': hostile,
      'diff.evil.textconv': hostile,
      'diff.evil.command': hostile,
      'core.fsmonitor': hostile,
      'diff.noprefix': 'true',
      'diff.mnemonicPrefix': 'true',
      'diff.context': '9',
      'diff.interHunkContext': '9',
      'color.ui': 'always',
      'diff.renames': 'false',
    }))
      run(folder, 'config', name, value)
    write(folder, { 'a.ts': 'one\n2\n' })
    expect(await openGit(folder).git.diff(base, null)).toEqual([
      {
        oldPath: 'a.ts',
        newPath: 'a.ts',
        isBinary: false,
        hunks: [{ oldStart: 2, oldCount: 1, newStart: 2, newCount: 1 }],
      },
    ])
    expect(existsSync(marker)).toBe(false)
  })

  test('is not confused by the variables that git sets for its hooks', async () => {
    const folder = newRepository()
    const base = commit(folder, { 'a.ts': 'one\n' })
    const other = newRepository()
    const env = {
      GIT_DIR: path.join(other, '.git'),
      GIT_WORK_TREE: other,
      GIT_INDEX_FILE: '/nowhere',
      GIT_PREFIX: 'x/',
    }
    expect(await openGit(folder, { env }).git.headSha()).toBe(base)
  })
})

describe('absence', () => {
  test('is told without starting a process', () => {
    const empty = tempFolder()
    expect(openGit(empty).git.absence).toBe('no-repository')
    expect(openGit(empty, { env: { PATH: empty } }).git.absence).toBe('no-git')
    expect(openGit(newRepository()).git.absence).toBeNull()
  })

  test('makes every question end in a message with its remedy', async () => {
    await expect(openGit(tempFolder()).git.headSha()).rejects.toMatchObject({
      remedy: expect.stringContaining('checkout'),
    })
  })

  test('is not claimed before the first commit', async () => {
    const { git } = openGit(newRepository())
    expect(git.absence).toBeNull()
    await expect(git.headSha()).rejects.toMatchObject({ message: 'the repository has no commit yet' })
  })
})

test('a partial clone compares content that it never fetched', async () => {
  const { remote, base, merge } = pullRequest()
  run(remote, 'config', 'uploadpack.allowFilter', 'true')
  const parent = tempFolder()
  run(parent, 'clone', '--quiet', '--filter=blob:none', '--no-checkout', `file://${remote}`, 'partial')
  const workspace = path.join(parent, 'partial')
  run(workspace, 'fetch', '--quiet', 'origin', merge)
  const before = fingerprint(path.join(workspace, '.git'))
  const { git } = openGit(workspace)
  expect(await git.diff(base, merge)).toEqual(CHANGE_OF_TOPIC)
  expect(fingerprint(path.join(workspace, '.git'))).toEqual(before)
})

test('a question costs one process, and nothing is started before the first', async () => {
  const { remote, merge } = pullRequest()
  const bin = tempFolder()
  const calls = path.join(bin, 'calls')
  const real = run(remote, '--exec-path')
  mkdirSync(bin, { recursive: true })
  writeFileSync(path.join(bin, 'git'), `#!/bin/sh\necho "$1" >> '${calls}'\nexec '${real}/git' "$@"\n`)
  chmodSync(path.join(bin, 'git'), 0o755)
  const { git } = openGit(remote, { env: { PATH: `${bin}:${GIT_ENV.PATH}` } })
  expect(git.absence).toBeNull()
  expect(existsSync(calls)).toBe(false)
  await git.headSha()
  await git.headSha()
  await git.parents(merge)
  expect(readFileSync(calls, 'utf8').trim().split('\n')).toEqual(['rev-parse', 'cat-file'])
})
