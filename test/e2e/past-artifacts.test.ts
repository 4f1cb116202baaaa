import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { writeZip } from '../../packages/testkit/src/archives/write-zip.js'
import type { Repository } from '../../packages/testkit/src/fake-github/repository.js'
import { addArtifact } from '../../packages/testkit/src/fake-github/resources/artifacts.js'
import {
  addWorkflowRun,
  type WorkflowRunOptions,
} from '../../packages/testkit/src/fake-github/resources/workflow-runs.js'
import { type FakeGitHub, startFakeGitHub } from '../../packages/testkit/src/fake-github/start-fake-github.js'
import { addRepository } from '../../packages/testkit/src/fake-github/state.js'
import { git } from '../../packages/testkit/src/git-remote/git.js'
import { type CliResult, runCli, startCli } from './support/run-cli.js'
import { junitReport, type Outcomes } from './support/test-report.js'

const TOKEN = 'ghs_past-artifacts'
const JOB = ['--workflow', 'ci.yml', '--job', 'test', '--step', 'gate']
const PASS: Outcomes = { adds: 'P', webhook: 'P' }
const FAIL: Outcomes = { adds: 'P', webhook: 'F' }

let folder: string
let github: FakeGitHub
let repository: Repository

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'testwarden-past-artifacts-'))
  write('.github/testwarden.yml', 'history: dir:.history\nflaky:\n  new-failures: 0\n')
  write('.gitignore', '.history\n')
  git(folder, ['init', '--quiet', '--initial-branch=main'])
  git(folder, ['remote', 'add', 'origin', 'git@github.com:octo-org/example.git'])
  git(folder, ['add', '.'])
  const permissions = { actions: 'read', contents: 'read', metadata: 'read' } as const
  github = await startFakeGitHub({ tokens: { [TOKEN]: { login: 'octocat', permissions } } })
  repository = addRepository(github.state, { owner: 'octo-org', name: 'example', isPrivate: true })
})

afterEach(async () => {
  await github.close()
  rmSync(folder, { recursive: true, force: true })
  expect(github.violations).toEqual([])
})

function write(path: string, content: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true })
  writeFileSync(join(folder, path), content)
}

/** One more commit, and the run that its push began, at ten o'clock of that day. */
function pastRun(day: number, more: Partial<WorkflowRunOptions> = {}): number {
  git(folder, ['commit', '--quiet', '--allow-empty', `--message=${day}`])
  const headSha = git(folder, ['rev-parse', 'HEAD']).trim()
  const createdAt = `2026-02-0${day}T10:00:00Z`
  return addWorkflowRun(github.state, repository, { id: 4700 + day, headSha, createdAt, ...more }).id
}

interface Upload {
  readonly name?: string
  readonly createdAt?: string
  readonly isExpired?: boolean
}

function upload(run: number, outcomes: Outcomes, { name = 'junit-linux', ...more }: Upload = {}): void {
  const zip = writeZip([
    { name: 'reports/junit.xml', content: junitReport(outcomes) },
    { name: 'reports/notes.txt', content: 'no report' },
  ])
  addArtifact(github.state, repository, { run, name, zip, ...more })
}

function importThem(...more: readonly string[]): Promise<CliResult> {
  const env = { GITHUB_TOKEN: TOKEN, GITHUB_API_URL: github.url }
  return startCli(folder, ['history', 'import', '--from-artifacts', 'junit-*', ...JOB, ...more], env)
}

const recorded = (): string => runCli(folder, ['history', 'show', '--action', 'flaky-detector']).stdout

describe('artifacts of past workflow runs', () => {
  test('give an answer on the first day: a history, and the story of a test', async () => {
    for (const day of [1, 2, 3, 4]) upload(pastRun(day), day % 2 === 0 ? FAIL : PASS)
    const planned = await importThem('--dry-run')
    expect(planned.stdout).toMatch(
      /^[0-9a-f]{10}, 2026-02-01T10:00:00\.000Z, run 4701\.1: 2 tests in 1 report, 0 failed/,
    )
    expect(planned.stderr).toContain('4 runs of the workflow "CI" on main of octo-org/example')
    expect(planned.stderr).toContain('Would have added 4 records; 0 runs already there; 0 things left out\n')

    const imported = await importThem()
    expect([imported.exitCode, imported.stderr]).toEqual([0, expect.stringContaining('Added 4 records')])
    expect(runCli(folder, ['explain', 'test', 'webhook']).stdout).toContain('·F·F')

    const again = await importThem()
    expect([again.exitCode, again.stderr]).toEqual([
      0,
      expect.stringContaining('Added 0 records; 4 runs already there; 0 things left out\n'),
    ])
    expect(recorded()).toContain('CI')
  })

  test('of two attempts are two records', async () => {
    const run = pastRun(1, { attempt: 2, startedAt: '2026-02-01T12:00:00Z' })
    upload(run, FAIL, { createdAt: '2026-02-01T10:20:00Z' })
    upload(run, PASS, { createdAt: '2026-02-01T12:20:00Z' })
    const { exitCode, stdout } = await importThem()
    expect(exitCode).toBe(0)
    expect(stdout).toContain('2026-02-01T10:00:00.000Z, run 4701.1: 2 tests in 1 report, 1 failed')
    expect(stdout).toContain('2026-02-01T12:00:00.000Z, run 4701.2: 2 tests in 1 report, 0 failed')
  })

  test('that cannot be used are listed, and those of pull requests are nobody’s business', async () => {
    upload(pastRun(1), PASS)
    upload(pastRun(2), PASS, { isExpired: true })
    upload(pastRun(3), PASS, { name: 'lint' })
    upload(pastRun(4, { event: 'pull_request' }), FAIL)
    upload(pastRun(5, { conclusion: null }), FAIL)
    upload(pastRun(6, { headSha: 'd'.repeat(40) }), FAIL)
    const { exitCode, stdout, stderr } = await importThem()
    expect(exitCode).toBe(2)
    expect(stdout.trim().split('\n')).toEqual([expect.stringContaining('run 4701.1')])
    expect(stderr).toContain('run 4702.1: the artifact junit-linux is left out: it has expired')
    expect(stderr).toContain('run 4703.1 is left out: it has no artifact called junit-*, and 1 other')
    expect(stderr).toContain('run 4706.1 is left out: git knows no commit dddd')
    expect(stderr).toContain('Added 1 record; 0 runs already there; 3 things left out\n')
  })

  test('are asked for no more than was said, and the token goes to nobody else', async () => {
    for (const day of [1, 2, 3]) upload(pastRun(day), PASS)
    const { stdout, stderr } = await importThem('--runs', '1')
    expect(stdout).toContain('run 4703.1')
    expect(stderr).toContain('Added 1 record')
    expect(github.requests.map(({ operation }) => operation)).toEqual([
      'repos/get',
      'actions/list-workflow-runs',
      'actions/list-workflow-run-artifacts',
      'actions/download-artifact',
    ])
    expect(github.downloads.map(({ headers }) => headers.authorization)).toEqual([undefined])
    expect(stdout + stderr).not.toContain(TOKEN)
  })

  test('beyond a page of runs are found on the next', async () => {
    upload(pastRun(1), PASS)
    const headSha = git(folder, ['rev-parse', 'HEAD']).trim()
    for (let at = 0; at < 120; at++)
      addWorkflowRun(github.state, repository, { headSha, event: 'pull_request', createdAt: '2026-03-01T10:00:00Z' })
    expect((await importThem()).stderr).toContain('Added 1 record')
  })

  test('of a run that GitHub fails to give are left for another call', async () => {
    upload(pastRun(1), PASS)
    upload(pastRun(2), PASS)
    github.faults.add({ method: 'GET', path: /4702/, answer: { kind: 'status', status: 403, retryAfterSeconds: 3600 } })
    const refused = await importThem()
    expect(refused.exitCode).toBe(2)
    expect(refused.stderr).toContain('run 4702.1 is left out')
    expect(refused.stderr).toContain('run 4701.1 is left out')
    github.faults.clear()
    expect((await importThem()).stderr).toContain('Added 2 records')
  })
})

describe('what is needed', () => {
  test.each<[string, readonly string[], string]>([
    ['a workflow that is there', ['--workflow', 'none.yml'], 'GitHub shows no workflow "none.yml" of octo-org/example'],
    ['the file of a workflow', ['--workflow', 'CI'], 'needs the file of a workflow'],
    ['a number of runs', ['--runs', '0'], 'must be from 1 to 1000'],
    ['a repository', ['--repository', 'example'], 'is no repository'],
    ['one source', ['--commit', 'HEAD'], '--from-artifacts and --commit exclude each other'],
    ['a branch with runs', ['--branch', 'other'], 'has no completed run of ci.yml'],
  ])('is %s', async (_, more, message) => {
    pastRun(1)
    const kept = JOB.filter((_, at) => more[0] !== '--workflow' || at > 1)
    const env = { GITHUB_TOKEN: TOKEN, GITHUB_API_URL: github.url }
    const args = ['history', 'import', '--from-artifacts', 'junit-*', ...kept, ...more]
    const { exitCode, stderr } = await startCli(folder, args, env)
    expect([exitCode, stderr]).toEqual([2, expect.stringContaining(message)])
  })

  test('is a token, and a remote on the server that the token is for', async () => {
    pastRun(1)
    const args = ['history', 'import', '--from-artifacts', 'junit-*', ...JOB]
    expect((await startCli(folder, args)).stderr).toContain('Set GITHUB_TOKEN or GH_TOKEN')
    git(folder, ['remote', 'set-url', 'origin', 'https://elsewhere.example/octo-org/example.git'])
    expect((await importThem()).stderr).toContain('The remote origin leads to no repository on github.com')
    expect(github.requests).toEqual([])
  })
})
