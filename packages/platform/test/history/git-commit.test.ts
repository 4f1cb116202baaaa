import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from '@jest/globals'
import { git } from '@testwarden/testkit/git-remote/git'
import { findGitProgram } from '../../src/git/absence.js'
import type { GitPlace } from '../../src/git/run-git.js'
import type { TreeChange } from '../../src/history/branch.js'
import { createCommit } from '../../src/history/git-commit.js'
import { tempFolder } from '../support/temp-folder.js'
import { CLEAN_ENVIRONMENT } from './support/git-history.js'

function makePlace(format: 'sha1' | 'sha256' = 'sha1'): GitPlace {
  const cwd = path.join(tempFolder(), 'own')
  mkdirSync(cwd)
  git(cwd, ['init', '--quiet', '--bare', `--object-format=${format}`])
  const program = findGitProgram(process.env) ?? ''
  return { program, cwd, env: CLEAN_ENVIRONMENT, config: [], variables: { GIT_DIR: cwd } }
}

function write(file: string, content: string | Uint8Array): TreeChange {
  return { kind: 'write', path: file, content: Buffer.from(content) }
}

function filesOf({ cwd }: GitPlace, commit: string): string[] {
  return git(cwd, ['ls-tree', '-r', '-z', '--name-only', commit]).split('\0').slice(0, -1)
}

test.each(['sha1', 'sha256'] as const)('a commit of a %s repository holds what its draft says', async (format) => {
  const place = makePlace(format)
  const content = new Uint8Array([0, 0x0a, 0xff, 0x22])
  const first = await createCommit(place, { parent: null, changes: [write('a/b', content)], message: 'One\n\ntwo\n' })
  expect(git(place.cwd, ['log', '-1', '--format=%an %cn%n%B', first])).toBe(
    'github-actions[bot] github-actions[bot]\nOne\n\ntwo\n',
  )
  expect(git(place.cwd, ['hash-object', '-t', 'blob', '--stdin'], { input: content })).toBe(
    git(place.cwd, ['rev-parse', `${first}:a/b`]),
  )
})

test('changes stand on the parent’s files, and a name that is left can be taken again', async () => {
  const place = makePlace()
  const parent = await createCommit(place, {
    parent: null,
    changes: [write('kept', '1'), write('moved', '2'), write('gone/deep', '3')],
    message: 'first',
  })
  const blob = git(place.cwd, ['rev-parse', `${parent}:moved`])
  const commit = await createCommit(place, {
    parent,
    changes: [
      { kind: 'place', path: 'gone', blob },
      { kind: 'remove', path: 'moved' },
      { kind: 'remove', path: 'gone/deep' },
    ],
    message: 'second',
  })
  expect(filesOf(place, commit)).toEqual(['gone', 'kept'])
  expect(git(place.cwd, ['show', `${commit}:gone`])).toBe('2')
  expect(git(place.cwd, ['rev-parse', `${commit}^`])).toBe(parent)
})

test('an orphan after another commit has no parent', async () => {
  const place = makePlace()
  await createCommit(place, { parent: null, changes: [write('a', '1')], message: 'first' })
  const orphan = await createCommit(place, { parent: null, changes: [write('b', '1')], message: 'second' })
  expect(git(place.cwd, ['rev-list', '--count', orphan])).toBe('1')
  expect(filesOf(place, orphan)).toEqual(['b'])
})

test.each([
  ['a line end', 'a\nD kept'],
  ['quotes', '"a" "b"'],
  ['a backslash', 'a\\n'],
  ['the words of a command', 'inline from :1'],
  ['letters beyond ASCII', 'ünï→'],
])('a path with %s is a path and nothing else', async (_name, strange) => {
  const place = makePlace()
  const parent = await createCommit(place, {
    parent: null,
    changes: [write('kept', '1'), write(strange, '2')],
    message: 'first',
  })
  expect(filesOf(place, parent).sort()).toEqual(['kept', strange].sort())
  const commit = await createCommit(place, { parent, changes: [{ kind: 'remove', path: strange }], message: 'second' })
  expect(filesOf(place, commit)).toEqual(['kept'])
})

test('content and message that look like commands are text', async () => {
  const place = makePlace()
  const text = 'data 3\nabc\nD kept\ndone\n'
  const commit = await createCommit(place, {
    parent: null,
    changes: [write('kept', text), write('other', text)],
    message: text,
  })
  expect(filesOf(place, commit)).toEqual(['kept', 'other'])
})

test('a parent that is not there is an error, not a commit', async () => {
  const draft = { parent: 'f'.repeat(40), changes: [write('a', '1')], message: 'x' }
  await expect(createCommit(makePlace(), draft)).rejects.toThrow(/cannot prepare the history commit/)
})
