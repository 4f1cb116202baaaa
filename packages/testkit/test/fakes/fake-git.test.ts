import { expect, test } from '@jest/globals'
import { PlatformError } from '@testwarden/core/model/errors'
import { FakeGit } from '../../src/fakes/fake-git.js'

/** merge -> (main, topic), both -> root, whose parent is cut off. */
const git = new FakeGit({
  commits: [
    { sha: 'merge', parents: ['main', 'topic'] },
    { sha: 'main', parents: ['root'] },
    { sha: 'topic', parents: ['root'] },
    { sha: 'root', parents: ['cut'] },
  ],
  branches: { 'origin/main': 'main' },
})

test('history follows first parents as far as it is known', async () => {
  expect(await git.headSha()).toBe('merge')
  expect(await git.firstParents('merge', 10)).toEqual(['merge', 'main', 'root'])
  expect(await git.firstParents('merge', 2)).toEqual(['merge', 'main'])
  expect(await git.parents('root')).toEqual(['cut'])
  expect(await git.mergeBase('main', 'topic')).toBe('root')
})

test('names are resolved, and nothing else is', async () => {
  expect(await git.resolve('origin/main')).toBe('main')
  expect(await git.resolve('topic')).toBe('topic')
  expect(await git.resolve('constructor')).toBeNull()
})

test('commits that were cut off cannot be had', async () => {
  await expect(git.ensureCommit('cut')).rejects.toThrow(PlatformError)
  await expect(git.diff('cut', 'merge')).rejects.toThrow(PlatformError)
  await expect(new FakeGit().headSha()).rejects.toThrow(PlatformError)
})
