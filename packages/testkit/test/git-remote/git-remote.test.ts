import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { checkout } from '../../src/git-remote/checkout.js'
import { git, hasGit } from '../../src/git-remote/git.js'
import { createGitRemote, type GitRemote } from '../../src/git-remote/git-remote.js'

let root: string
let remote: GitRemote
let first: string
let main: string
let head: string
let merge: string

const withGit = hasGit() ? describe : describe.skip

function parentsIn(folder: string): readonly string[] {
  const raw = git(folder, ['cat-file', 'commit', 'HEAD'])
  return [...raw.matchAll(/^parent (\w+)$/gm)].map((match) => match[1] ?? '')
}

withGit('with git', () => {
  beforeAll(() => {
    root = mkdtempSync(join(tmpdir(), 'git-remote-'))
    remote = createGitRemote(join(root, 'remote.git'))
    first = remote.commit({ files: { 'src/a.py': 'one\n', 'old name.txt': 'x' } })
    main = remote.commit({ parents: [first], files: { 'README.md': '# Example\n' }, message: 'Document' })
    head = remote.commit({ parents: [first], files: { 'src/a.py': 'one\ntwo\n', 'old name.txt': null } })
    remote.setRef('refs/heads/main', main)
    remote.setRef('refs/heads/feature/topic', head)
    merge = remote.openPull(7, { base: main, head })
  })

  afterAll(() => rmSync(root, { recursive: true, force: true }))

  describe('createGitRemote', () => {
    test('makes the same commit of the same content', () => {
      expect(remote.commit({ files: { 'src/a.py': 'one\n', 'old name.txt': 'x' } })).toBe(first)
    })

    test('keeps what a commit does not change and removes what is null', () => {
      const files = (sha: string) => git(remote.folder, ['ls-tree', '-r', '--name-only', sha]).split('\n')
      expect(files(main)).toEqual(['README.md', 'old name.txt', 'src/a.py'])
      expect(files(head)).toEqual(['src/a.py'])
      expect(files(merge)).toEqual(['README.md', 'src/a.py'])
    })

    test('tells its refs', () => {
      expect(remote.refSha('refs/pull/7/merge')).toBe(merge)
      expect(remote.refSha('refs/pull/7/head')).toBe(head)
      expect(remote.refSha('refs/heads/nothing')).toBeNull()
    })

    test('refuses to merge what conflicts', () => {
      const other = remote.commit({ parents: [first], files: { 'src/a.py': 'three\n' } })
      expect(() => remote.openPull(8, { base: head, head: other })).toThrow('merge-tree')
    })
  })

  describe('checkout', () => {
    test('of a merge commit at depth 1 has no parents to read but names them', () => {
      const folder = join(root, 'merge')
      expect(checkout(remote, { folder, ref: 'refs/pull/7/merge' })).toBe(merge)
      expect(readFileSync(join(folder, 'src/a.py'), 'utf8')).toBe('one\ntwo\n')
      expect(parentsIn(folder)).toEqual([main, head])
      expect(() => git(folder, ['rev-parse', '--verify', '--quiet', 'HEAD^1'])).toThrow()
      expect(git(folder, ['rev-parse', 'refs/remotes/pull/7/merge'])).toBe(merge)
      expect(() => git(folder, ['symbolic-ref', '--quiet', 'HEAD'])).toThrow()
      expect(git(folder, ['rev-parse', '--is-shallow-repository'])).toBe('true')
    })

    test('at depth 2 has the parents', () => {
      const folder = join(root, 'deeper')
      checkout(remote, { folder, ref: 'refs/pull/7/merge', depth: 2 })
      expect(git(folder, ['rev-parse', 'HEAD^1', 'HEAD^2']).split('\n')).toEqual([main, head])
      expect(() => git(folder, ['rev-parse', '--verify', '--quiet', 'HEAD^1^'])).toThrow()
    })

    test('at depth 0 has every branch and the whole history', () => {
      const folder = join(root, 'whole')
      checkout(remote, { folder, ref: 'refs/pull/7/merge', depth: 0 })
      expect(git(folder, ['rev-parse', 'refs/remotes/origin/main'])).toBe(main)
      expect(git(folder, ['merge-base', 'refs/remotes/origin/main', 'refs/remotes/origin/feature/topic'])).toBe(first)
      expect(git(folder, ['rev-parse', '--is-shallow-repository'])).toBe('false')
    })

    test('of a branch is on that branch, of a sha on none', () => {
      const branch = join(root, 'branch')
      expect(checkout(remote, { folder: branch, ref: 'refs/heads/feature/topic' })).toBe(head)
      expect(git(branch, ['symbolic-ref', '--short', 'HEAD'])).toBe('feature/topic')
      const detached = join(root, 'sha')
      expect(checkout(remote, { folder: detached, ref: first })).toBe(first)
      expect(() => git(detached, ['symbolic-ref', '--quiet', 'HEAD'])).toThrow()
    })

    test('lets a missing commit be fetched by its sha later, also one that no ref keeps', () => {
      const folder = join(root, 'later')
      checkout(remote, { folder, ref: 'refs/pull/7/merge' })
      const loose = remote.commit({ files: { 'b.py': 'loose\n' } })
      for (const sha of [main, loose]) {
        git(folder, ['fetch', '--quiet', '--depth=1', 'origin', sha])
        expect(git(folder, ['cat-file', '-t', sha])).toBe('commit')
      }
    })
  })

  test("git takes no part of the developer's own configuration", () => {
    writeFileSync(join(root, '.gitconfig'), '[user]\n\tname = Somebody\n')
    expect(git(root, ['config', '--list', '--show-scope'], { env: { HOME: root } })).not.toContain('Somebody')
  })
})
