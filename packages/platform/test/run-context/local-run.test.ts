import path from 'node:path'
import { expect, test } from '@jest/globals'
import { describeLocalRun, type LocalRun } from '../../src/run-context/local-run.js'
import { commit, newRepository, openGit, run } from '../support/git-project.js'
import { tempFolder } from '../support/temp-folder.js'

const clock = { now: () => new Date('2026-01-02T03:04:05Z') }

function describeIn(workspace: string, base: string | null = null): Promise<LocalRun> {
  const { git } = openGit(workspace)
  return describeLocalRun({ env: {}, git, clock, base, action: 'coverage-gate' })
}

test('the working tree is compared with where it left the remote’s default branch', async () => {
  const remote = newRepository()
  const left = commit(remote, { a: '1' })
  const clone = path.join(tempFolder(), 'clone')
  run(remote, 'clone', '--quiet', remote, clone)
  run(clone, 'checkout', '--quiet', '-b', 'topic')
  const head = commit(clone, { b: '1' })
  const { run: context, comparedWith } = await describeIn(clone)
  expect(comparedWith).toBe('the merge base with origin/HEAD')
  expect(context).toMatchObject({
    event: 'local',
    testedSha: null,
    headSha: head,
    base: { kind: 'commit', sha: left, origin: 'merge-base' },
    isBaseline: false,
    repository: null,
    key: { action: 'coverage-gate', run: 'local', attempt: 1 },
  })
})

test('without a remote a local main or master serves', async () => {
  const folder = newRepository()
  const left = commit(folder, { a: '1' })
  run(folder, 'branch', '-m', 'master')
  run(folder, 'checkout', '--quiet', '-b', 'topic')
  commit(folder, { b: '1' })
  const { run: context, comparedWith } = await describeIn(folder)
  expect(comparedWith).toBe('the merge base with master')
  expect(context.base).toEqual({ kind: 'commit', sha: left, origin: 'merge-base' })
})

test('a named base is taken by its word, and refused when git does not know it', async () => {
  const folder = newRepository()
  const first = commit(folder, { a: '1' })
  commit(folder, { a: '2' })
  const { run: context, comparedWith } = await describeIn(folder, 'HEAD~1')
  expect(comparedWith).toBe('HEAD~1')
  expect(context.base).toEqual({ kind: 'commit', sha: first, origin: 'named' })
  await expect(describeIn(folder, 'no-such-branch')).rejects.toMatchObject({ name: 'ConfigurationError' })
})

test('without a base, a commit or a repository the run says what is missing', async () => {
  const strange = newRepository()
  run(strange, 'checkout', '--quiet', '-b', 'trunk')
  commit(strange, { a: '1' })
  for (const workspace of [strange, newRepository(), tempFolder()]) {
    const { run: context, comparedWith } = await describeIn(workspace)
    expect(comparedWith).toBeNull()
    expect(context.base).toMatchObject({ kind: 'unknown', reason: expect.any(String), remedy: expect.any(String) })
  }
})
