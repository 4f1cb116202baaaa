import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { git } from '../../packages/testkit/src/git-remote/git.js'
import { runCli } from './support/run-cli.js'
import { junitReport, type Outcomes } from './support/test-report.js'

let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'testwarden-past-runs-'))
  write('.github/testwarden.yml', 'history: dir:.history\nflaky:\n  new-failures: 0\n')
  write('.gitignore', 'past\n.history\n')
  git(folder, ['init', '--quiet', '--initial-branch=main'])
  git(folder, ['add', '.'])
})

afterEach(() => rmSync(folder, { recursive: true, force: true }))

function write(path: string, content: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true })
  writeFileSync(join(folder, path), content)
}

/** One more commit, and the report that a run of it left in a folder called after both. */
function pastRun(number: number, outcomes: Outcomes): void {
  git(folder, ['commit', '--quiet', '--allow-empty', `--message=${number}`])
  const sha = git(folder, ['rev-parse', 'HEAD']).trim()
  write(`past/${sha}/${number}/junit.xml`, junitReport(outcomes))
}

const JOB = ['--workflow', 'CI', '--job', 'test', '--step', 'gate']
const PASS: Outcomes = { adds: 'P', webhook: 'P' }
const FLAKY: Outcomes = { adds: 'P', webhook: 'FP' }

test('a folder of old reports gives an answer on the first day: a history, the story of a test, a backtest', () => {
  for (const [number, outcomes] of [PASS, FLAKY, PASS, FLAKY, PASS].entries()) pastRun(number + 1, outcomes)
  const imported = runCli(folder, [
    'history',
    'import',
    '--reports',
    'past',
    '--name-pattern',
    '<sha>/<run>/...',
    ...JOB,
  ])
  expect([imported.exitCode, imported.stderr]).toEqual([
    0,
    'Added 5 records; 0 runs already there; 0 things left out\n',
  ])

  const explained = runCli(folder, ['explain', 'test', 'webhook'])
  expect(explained.stdout).toContain('·±·±·')
  expect(explained.stdout).toContain('Evidence: 4')
  expect(explained.stdout).toContain('the rules propose one')

  write('tried.yml', 'flaky:\n  new-failures: 0\n  quarantine-by: rules\n  retried: fail\n')
  const replayed = runCli(folder, ['backtest', 'flaky', '--policy', 'tried.yml'])
  expect(replayed.exitCode).toBe(0)
  expect(replayed.stdout).toContain('5 runs replayed')
  expect(replayed.stdout).toMatch(/flakes excused +0 of 2 +2 of 2/)
})
