import { describe, expect, test } from '@jest/globals'
import type { Base } from '@testwarden/core/model/evidence'
import { type FakeCommit, FakeGit } from '@testwarden/testkit/fakes/fake-git'
import { readPolicy } from '../src/read-policy.js'
import { localRun } from './support/local-run.js'

const CONFIG = '.github/testwarden.yml'
const [MERGED, EVENT, TIP, LEFT] = ['1', '2', '3', '4'].map((digit) => digit.repeat(40)) as [
  string,
  string,
  string,
  string,
]

function commit(sha: string, line: number | null): FakeCommit {
  return { sha, parents: [], files: line === null ? {} : { [CONFIG]: `coverage:\n  patch:\n    line: ${line}%\n` } }
}

interface Asked {
  readonly commits: readonly FakeCommit[]
  readonly base?: Base
  readonly config?: string | null
  readonly event?: string
}

function ask({ commits, base = { kind: 'history' }, config = null, event = 'pull_request' }: Asked) {
  return readPolicy({
    git: new FakeGit({ commits, branches: { main: TIP } }),
    run: { ...localRun('coverage-gate'), event, base },
    event: { baseSha: EVENT, branch: 'main', labels: [] },
    workspace: '/workspace',
    config,
    accepts: [],
  }).then(({ policy }) => policy)
}

const FIRST_PARENT: Base = { kind: 'commit', sha: MERGED, origin: 'first-parent' }

describe('the commit that a policy is read at', () => {
  const all = [commit(MERGED, 1), commit(EVENT, 2), commit(TIP, 3)]

  test('is the one that GitHub merged the change into', async () => {
    expect(await ask({ commits: all, base: FIRST_PARENT })).toMatchObject({ kind: 'base', sha: MERGED, branch: 'main' })
  })

  test('else the base of the event', async () => {
    expect(await ask({ commits: all })).toMatchObject({ sha: EVENT })
    expect(await ask({ commits: all.slice(1), base: FIRST_PARENT })).toMatchObject({ sha: EVENT })
  })

  test('else the tip of the branch', async () => {
    expect(await ask({ commits: all.slice(2) })).toMatchObject({ sha: TIP })
  })

  test('and when none can be had, that is the answer', async () => {
    expect(await ask({ commits: [] })).toMatchObject({ kind: 'unreachable', problem: { kind: 'platform' } })
  })

  test('is none at all off pull requests and merge groups', async () => {
    for (const event of ['push', 'schedule', 'workflow_dispatch', 'local'])
      expect(await ask({ commits: all, event })).toBeUndefined()
    expect(await ask({ commits: all, event: 'merge_group' })).toMatchObject({ kind: 'base' })
  })
})

describe('the config of the base', () => {
  test('carries the commit that it is from', async () => {
    const policy = await ask({ commits: [commit(EVENT, 90)] })
    expect(policy).toMatchObject({ file: { path: CONFIG, at: EVENT }, missing: null })
  })

  test('is the default one where the named one is not there, and that is told', async () => {
    const policy = await ask({ commits: [commit(EVENT, 90)], config: '/workspace/x/../lax.yml' })
    expect(policy).toMatchObject({ file: { path: CONFIG }, missing: 'lax.yml' })
    expect(await ask({ commits: [commit(EVENT, 90)], config: `./${CONFIG}` })).toMatchObject({ missing: null })
  })

  test('may be missing', async () => {
    expect(await ask({ commits: [commit(EVENT, null)] })).toMatchObject({ kind: 'base', file: null })
  })

  test('that is no YAML is told as such', async () => {
    const policy = await ask({ commits: [{ sha: EVENT, parents: [], files: { [CONFIG]: 'a: [' } }] })
    expect(policy).toMatchObject({ kind: 'ill-formed', sha: EVENT, problem: { path: CONFIG, line: 1 } })
  })

  test('is compared with where the change left the branch, not blamed for what happened there since', async () => {
    const base: Base = { kind: 'commit', sha: LEFT, origin: 'merge-base' }
    const policy = await ask({ commits: [commit(EVENT, 90), commit(LEFT, 70)], base })
    expect(policy).toMatchObject({ sha: EVENT, file: { at: EVENT }, before: { at: LEFT } })
  })
})
