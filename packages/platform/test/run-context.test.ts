import { describe, expect, test } from '@jest/globals'
import { PlatformError } from '@testwarden/core/model/errors'
import type { RunContext } from '@testwarden/core/model/evidence'
import type { GitHub } from '@testwarden/core/ports/github'
import { describeRun } from '../src/run-context.js'
import { commit, newRepository, openGit, run, shallowCheckout } from './support/git-project.js'
import { tempFolder } from './support/temp-folder.js'
import { unaskedGitHub } from './support/unasked-github.js'

const clock = { now: () => new Date('2026-01-02T03:04:05Z') }

interface Scene {
  readonly remote: string
  /** Where the topic left main. */
  readonly left: string
  readonly base: string
  readonly head: string
  readonly merge: string
}

function scene(): Scene {
  const remote = newRepository()
  const left = commit(remote, { a: '1\n' })
  run(remote, 'checkout', '--quiet', '-b', 'topic')
  const head = commit(remote, { b: '1\n' })
  run(remote, 'checkout', '--quiet', 'main')
  const base = commit(remote, { a: '2\n' })
  run(remote, 'checkout', '--quiet', '--detach')
  run(remote, 'merge', '--quiet', '--no-ff', '-m', 'merge', 'topic')
  const merge = run(remote, 'rev-parse', 'HEAD')
  run(remote, 'checkout', '--quiet', 'main')
  return { remote, left, base, head, merge }
}

function pullRequestPayload({ head, left }: Scene): unknown {
  return {
    repository: { default_branch: 'main' },
    pull_request: { number: 7, head: { sha: head, ref: 'topic' }, base: { sha: left, ref: 'main' } },
  }
}

interface Described {
  readonly workspace: string
  readonly env: NodeJS.ProcessEnv
  readonly payload: unknown
  readonly github?: GitHub | null
  readonly matrix?: string
}

function describeIn({ workspace, env, payload, github = null, matrix = '' }: Described): Promise<RunContext> {
  const { git } = openGit(workspace)
  return describeRun({ env, eventPayload: payload, git, github, clock, action: 'coverage-gate', matrix })
}

function githubThat(mergeBase: GitHub['mergeBase']): GitHub {
  return unaskedGitHub({ mergeBase })
}

describe('a pull request', () => {
  test('at its merge commit, depth 1, is compared with the first parent without a fetch', async () => {
    const project = scene()
    const workspace = shallowCheckout(`file://${project.remote}`, project.merge)
    const env = { GITHUB_EVENT_NAME: 'pull_request', GITHUB_SHA: project.merge, GITHUB_REF: 'refs/pull/7/merge' }
    expect(await describeIn({ workspace, env, payload: pullRequestPayload(project) })).toMatchObject({
      event: 'pull_request',
      branch: 'topic',
      pullRequest: 7,
      testedSha: project.merge,
      testedTree: run(project.remote, 'rev-parse', `${project.merge}^{tree}`),
      testedParent: project.base,
      headSha: project.head,
      base: { kind: 'commit', sha: project.base, origin: 'first-parent' },
      isBaseline: false,
      now: '2026-01-02T03:04:05.000Z',
    })
  })

  test('at its head with all history is compared with the merge base that git finds', async () => {
    const project = scene()
    const env = { GITHUB_EVENT_NAME: 'pull_request', GITHUB_SHA: project.merge }
    run(project.remote, 'checkout', '--quiet', 'topic')
    const context = await describeIn({ workspace: project.remote, env, payload: pullRequestPayload(project) })
    expect(context.base).toEqual({ kind: 'commit', sha: project.left, origin: 'merge-base' })
  })

  test('that has merged its base since is compared with the later of both merge bases', async () => {
    const project = scene()
    run(project.remote, 'checkout', '--quiet', 'topic')
    run(project.remote, 'merge', '--quiet', '--no-ff', '-m', 'update', 'main')
    const head = run(project.remote, 'rev-parse', 'HEAD')
    const workspace = `${tempFolder()}/clone`
    run(project.remote, 'clone', '--quiet', '--branch=topic', `file://${project.remote}`, workspace)
    const env = { GITHUB_EVENT_NAME: 'pull_request', GITHUB_SHA: project.merge }
    const context = await describeIn({ workspace, env, payload: pullRequestPayload({ ...project, head }) })
    expect(context.base).toEqual({ kind: 'commit', sha: project.base, origin: 'merge-base' })
  })

  test('at its head at depth 1 is compared with the merge base that GitHub names', async () => {
    const project = scene()
    const workspace = shallowCheckout(`file://${project.remote}`, project.head)
    const env = { GITHUB_EVENT_NAME: 'pull_request', GITHUB_SHA: project.merge }
    const asked: string[][] = []
    const github = githubThat(async (...sides) => {
      asked.push(sides)
      return project.left
    })
    const context = await describeIn({ workspace, env, payload: pullRequestPayload(project), github })
    expect(context.base).toEqual({ kind: 'commit', sha: project.left, origin: 'merge-base' })
    expect(asked).toEqual([['main', project.head]])
  })

  test('whose merge base nobody knows has no base, and says why', async () => {
    const project = scene()
    const workspace = shallowCheckout(`file://${project.remote}`, project.head)
    const env = { GITHUB_EVENT_NAME: 'pull_request', GITHUB_SHA: project.merge }
    const payload = pullRequestPayload(project)
    const github = githubThat(async () => {
      throw new PlatformError('GitHub is down')
    })
    for (const asked of [null, github])
      expect((await describeIn({ workspace, env, payload, github: asked })).base).toMatchObject({
        kind: 'unknown',
        reason: expect.stringContaining(asked === null ? 'no token' : 'GitHub is down'),
        remedy: expect.stringContaining('fetch-depth: 0'),
      })
  })
})

test('a merge group is compared with its base', async () => {
  const { remote, base, merge } = scene()
  const workspace = shallowCheckout(`file://${remote}`, merge)
  const env = { GITHUB_EVENT_NAME: 'merge_group', GITHUB_SHA: merge, GITHUB_REF: 'refs/heads/gh-readonly-queue/main/x' }
  const payload = { merge_group: { head_sha: merge, base_sha: base } }
  expect(await describeIn({ workspace, env, payload })).toMatchObject({
    testedSha: merge,
    pullRequest: null,
    base: { kind: 'commit', sha: base, origin: 'merge-group' },
  })
})

test('a push to the default branch may become a baseline, and its key names the run', async () => {
  const { remote, base } = scene()
  const env = {
    GITHUB_EVENT_NAME: 'push',
    GITHUB_SHA: base,
    GITHUB_REF: 'refs/heads/main',
    GITHUB_REPOSITORY: 'o/r',
    GITHUB_SERVER_URL: 'https://github.com',
    GITHUB_WORKFLOW: 'CI',
    GITHUB_JOB: 'test',
    GITHUB_ACTION: '__run_2',
    GITHUB_RUN_ID: '42',
    GITHUB_RUN_ATTEMPT: '3',
    ImageOS: 'ubuntu24',
    ImageVersion: '20260101.1',
  }
  const payload = { repository: { default_branch: 'main' } }
  const context = await describeIn({
    workspace: remote,
    env,
    payload,
    matrix: '{"os": "linux", "node": {"b": 1, "a": 2}}',
  })
  expect(context).toMatchObject({
    base: { kind: 'history' },
    isBaseline: true,
    branch: 'main',
    repository: 'o/r',
    serverUrl: 'https://github.com',
    key: {
      action: 'coverage-gate',
      workflow: 'CI',
      job: 'test',
      matrix: '{"node":{"a":2,"b":1},"os":"linux"}',
      step: '__run_2',
      checkRun: '',
      run: '42',
      attempt: 3,
    },
    machine: { cores: expect.any(Number), image: 'ubuntu24-20260101.1' },
  })
})

test('a job without a matrix gives null, and one that is no JSON is refused', async () => {
  const { remote, base } = scene()
  const call = { workspace: remote, env: { GITHUB_EVENT_NAME: 'push', GITHUB_SHA: base }, payload: null }
  expect((await describeIn({ ...call, matrix: 'null' })).key.matrix).toBe('{}')
  for (const matrix of ['linux', '[1]', '"x"'])
    await expect(describeIn({ ...call, matrix })).rejects.toMatchObject({ name: 'ConfigurationError' })
})

test('the check run of the job is known where GitHub tells it', async () => {
  const { remote, base } = scene()
  const env = { GITHUB_EVENT_NAME: 'push', GITHUB_SHA: base }
  const keyWith = async (id: string) =>
    (await describeIn({ workspace: remote, env: { ...env, 'INPUT_CHECK-RUN-ID': id }, payload: null })).key
  expect((await keyWith('51725241954')).checkRun).toBe('51725241954')
  for (const untold of ['', 'null', 'x'.repeat(100)]) expect((await keyWith(untold)).checkRun).toBe('')
})

test.each([
  null,
  7,
  'x',
  [],
  { pull_request: null },
  { pull_request: { number: '7' } },
  { pull_request: { number: 7, head: { sha: '--x' } } },
])('an ill-formed payload makes an unknown base, never a crash: %j', async (payload) => {
  const env = { GITHUB_EVENT_NAME: 'pull_request', GITHUB_SHA: 'a'.repeat(40) }
  expect(await describeIn({ workspace: tempFolder(), env, payload })).toMatchObject({
    base: { kind: 'unknown' },
    pullRequest: null,
  })
})
