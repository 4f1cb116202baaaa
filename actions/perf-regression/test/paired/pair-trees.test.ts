import { expect, test } from '@jest/globals'
import { FakeGit } from '@testwarden/testkit/fakes/fake-git'
import { findPairTrees } from '../../src/paired/pair-trees.js'
import { runOf } from '../kit.js'

const BASE = 'b'.repeat(40)
const git = new FakeGit({
  commits: [
    { sha: 'a'.repeat(40), parents: [BASE] },
    { sha: BASE, parents: [], files: { a: 'x' } },
  ],
})

test('are those of the base and of what was tested', async () => {
  const run = { ...runOf(), testedSha: 'a'.repeat(40), testedTree: 'c'.repeat(40) }
  expect(await findPairTrees(run, git)).toEqual({
    kind: 'pair',
    base: { sha: BASE, tree: await git.treeOf(BASE) },
    head: { sha: 'a'.repeat(40), tree: 'c'.repeat(40) },
  })
})

test('a base that cannot be fetched is told where its clone is made', async () => {
  const lost = { ...runOf(), base: { kind: 'commit', sha: 'd'.repeat(40), origin: 'named' } as const }
  expect(await findPairTrees(lost, git)).toMatchObject({ kind: 'pair', base: { tree: null } })
})

test('the working tree of a developer has no commit', async () => {
  expect(await findPairTrees({ ...runOf(), testedSha: null }, git)).toMatchObject({ head: { sha: null, tree: null } })
})

test.each([
  [{ kind: 'history' }, 'judged by history'],
  [{ kind: 'unknown', reason: 'The clone is shallow.', remedy: 'x' }, 'The clone is shallow.'],
  [{ kind: 'diff-file', path: 'a.diff' }, 'no base'],
] as const)('without a commit as base there are none: %j', async (base, reason) => {
  expect(await findPairTrees({ ...runOf(), base }, git)).toEqual({
    kind: 'none',
    reason: expect.stringContaining(reason),
  })
})

test('without git there are none', async () => {
  expect(await findPairTrees(runOf(), new FakeGit({ absence: 'no-git' }))).toMatchObject({ kind: 'none' })
})
