import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import type { HistoryRecord } from '@testwarden/core/model/history-record'
import { openTestRuns } from '@testwarden/history/tests/decode-runs'
import { openStore } from '@testwarden/platform/history/open-store'
import { runCli } from '../../src/run-cli.js'
import { recordingTerminal } from '../commands/recording-terminal.js'

let folder: string
let commits: readonly string[]

const JOB = ['--workflow', 'CI', '--job', 'test', '--step', 'gate']

beforeEach(() => {
  folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'testwarden-import-')))
  git('init', '--quiet', '--initial-branch=main')
  write('.github/testwarden.yml', 'history: dir:history\n')
  write('.gitignore', 'reports\nhistory\n')
  git('add', '.')
  commits = [1, 2, 3].map((day) => commitAt(`2026-01-0${day}T10:00:00Z`))
})

afterEach(() => rmSync(folder, { recursive: true, force: true }))

function git(...args: readonly string[]): string {
  const env = { ...process.env, GIT_CONFIG_NOSYSTEM: '1', HOME: folder }
  return execFileSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@example.com', ...args], {
    cwd: folder,
    env: { ...env, GIT_COMMITTER_DATE: clock, GIT_AUTHOR_DATE: clock },
    encoding: 'utf8',
  }).trim()
}

let clock = '2026-01-01T00:00:00Z'

function commitAt(time: string): string {
  clock = time
  git('commit', '--quiet', '--allow-empty', '--message', time)
  return git('rev-parse', 'HEAD')
}

function write(file: string, text: string): void {
  mkdirSync(path.dirname(path.join(folder, file)), { recursive: true })
  writeFileSync(path.join(folder, file), text)
}

function junit(failing: readonly string[], startedAt = ''): string {
  const cases = ['adds', 'rounds'].map((name) =>
    failing.includes(name)
      ? `<testcase classname="a.B" name="${name}" time="0.1"><failure message="no">at a</failure></testcase>`
      : `<testcase classname="a.B" name="${name}" time="0.1"/>`,
  )
  const time = startedAt === '' ? '' : ` timestamp="${startedAt}"`
  return `<testsuites><testsuite name="a.B" tests="2" failures="${failing.length}"${time}>${cases.join('')}</testsuite></testsuites>`
}

async function run(...args: readonly string[]) {
  const terminal = recordingTerminal(folder)
  const code = await runCli(['history', 'import', ...args], terminal)
  return { code, out: terminal.printed.join(''), err: terminal.complaints.join('') }
}

async function recorded(): Promise<readonly HistoryRecord[]> {
  const store = openStore('dir:history', { workspace: folder, env: {}, token: null })
  return (await store.read({ action: 'flaky-detector' })).records
}

describe('reports of past runs', () => {
  test('become records of the job, by the commits and runs that their folders are called after', async () => {
    for (const [at, sha] of commits.entries())
      write(`reports/${sha}/4${at}/junit.xml`, junit(at === 1 ? ['rounds'] : []))
    const { code, out, err } = await run('--reports', 'reports', '--name-pattern', '<sha>/<run>/...', ...JOB)
    expect(err).toBe('Added 3 records; 0 runs already there; 0 things left out\n')
    expect(code).toBe(0)
    expect(out).toContain(
      `${commits[1]?.slice(0, 10)}, 2026-01-02T10:00:00.000Z, run 41.1: 2 tests in 1 report, 1 failed`,
    )
    const records = await recorded()
    expect(
      records.map(({ key, testedSha, trust, event, branch }) => [key.run, testedSha, trust, event, branch]),
    ).toEqual(commits.map((sha, at) => [`4${at}`, sha, 'default-branch', 'import', 'main']))
    expect(records[1]).toMatchObject({
      key: { action: 'flaky-detector', workflow: 'CI', job: 'test', step: 'gate', matrix: '{}', attempt: 1 },
      parent: commits[0],
      tree: git('rev-parse', 'HEAD^{tree}'),
    })
    const runs = openTestRuns(records.map(({ body }) => body))
    expect([runs.usable, runs.problems]).toEqual([[0, 1, 2], []])
    expect(runs.failed(1).map(({ key }) => key.split('\u001f').at(-1))).toEqual(['rounds'])
  })

  test('of a run that is there already change nothing', async () => {
    write(`reports/${commits[0]}/1/junit.xml`, junit([]))
    const args = ['--reports', 'reports', '--name-pattern', '<sha>/<run>/...', ...JOB]
    await run(...args)
    const { code, out, err } = await run(...args)
    expect([code, err]).toEqual([0, 'Added 0 records; 1 run already there; 0 things left out\n'])
    expect(out).toContain(': is there already')
    expect(await recorded()).toHaveLength(1)
  })

  test('with other results of a recorded run are left out, and said', async () => {
    write('reports/junit.xml', junit([]))
    const args = ['--reports', 'reports/junit.xml', '--commit', commits[0] ?? '', '--run', '7', ...JOB]
    await run(...args)
    write('reports/junit.xml', junit(['adds']))
    const { code, out } = await run(...args)
    expect(code).toBe(2)
    expect(out).toContain('the history holds other results of this run')
    expect(await recorded()).toHaveLength(1)
  })

  test('of no named run are one record, however often they are imported', async () => {
    write('reports/junit.xml', junit([]))
    const args = ['--reports', 'reports', '--commit', 'HEAD', ...JOB]
    await run(...args)
    expect((await run(...args)).err).toContain('1 run already there')
    expect((await recorded())[0]?.key.run).toMatch(/^import-[0-9a-f]{16}$/)
  })

  test('that nobody can place are listed, and the others are imported', async () => {
    write(`reports/${commits[0]}/1/junit.xml`, junit([]))
    write('reports/loose.xml', junit([]))
    write(`reports/${'d'.repeat(40)}/1/junit.xml`, junit([]))
    const { code, err } = await run('--reports', 'reports', '--name-pattern', '<sha>/<run>/...', ...JOB)
    expect(code).toBe(2)
    expect(err).toContain('reports/loose.xml is left out: nobody says which commit it is of')
    expect(err).toContain(`reports/${'d'.repeat(40)}/1/junit.xml is left out: git knows no commit dddd`)
    expect(err).toContain('Added 1 record; 0 runs already there; 2 things left out')
  })

  test('of a commit off the default branch are no baseline', async () => {
    git('checkout', '--quiet', '-b', 'feature')
    const sha = commitAt('2026-01-04T10:00:00Z')
    write('reports/junit.xml', junit([]))
    const { out } = await run('--reports', 'reports', '--commit', sha, '--branch', 'main', ...JOB)
    expect(out).toContain('(another branch)')
    expect(await recorded()).toMatchObject([{ trust: 'pull-request', branch: null }])
  })

  test('ran when they say, unless that was before their commit or is yet to come', async () => {
    const times = ['2026-01-01T12:00:00Z', '2020-01-01T00:00:00Z', '2999-01-01T00:00:00Z']
    for (const [at, time] of times.entries()) write(`reports/${commits[0]}/${at}/junit.xml`, junit([], time))
    await run('--reports', 'reports', '--name-pattern', '<sha>/<run>/...', ...JOB)
    const found = (await recorded()).map(({ key, time }) => [key.run, time])
    expect(found.sort()).toEqual([
      ['0', '2026-01-01T12:00:00.000Z'],
      ['1', '2026-01-01T10:00:00.000Z'],
      ['2', '2026-01-01T10:00:00.000Z'],
    ])
  })

  test('are placed by a mapping', async () => {
    write('reports/a/junit.xml', junit([]))
    write('reports/b.xml', junit(['adds']))
    write(
      'runs.csv',
      `path,commit,run,time\nreports/a,${commits[0]},11,\nreports/b.xml,${commits[1]},12,2026-01-05T00:00:00Z\n`,
    )
    const { code } = await run('--reports', 'reports', '--mapping', 'runs.csv', ...JOB)
    expect(code).toBe(0)
    expect((await recorded()).map(({ key, testedSha, time }) => [key.run, testedSha, time])).toEqual([
      ['11', commits[0], '2026-01-01T10:00:00.000Z'],
      ['12', commits[1], '2026-01-05T00:00:00.000Z'],
    ])
  })

  test('are only looked at on a dry run', async () => {
    write('reports/junit.xml', junit([]))
    const { out, err } = await run('--reports', 'reports', '--commit', 'HEAD', '--dry-run', ...JOB)
    expect(out).toContain('2 tests in 1 report')
    expect(err).toContain('Would have added 1 record')
    expect(await recorded()).toEqual([])
  })

  test('that end early are recorded as a part', async () => {
    write('reports/junit.xml', junit([]).replace('</testsuite></testsuites>', ''))
    const { out } = await run('--reports', 'reports', '--commit', 'HEAD', ...JOB)
    expect(out).toContain('not all of it is there')
    expect((await recorded())[0]?.body).toMatchObject({ isWhole: false })
  })
})

describe('what is needed', () => {
  test('is the job that goes on from there', async () => {
    write('reports/junit.xml', junit([]))
    const { code, err } = await run('--reports', 'reports', '--commit', 'HEAD', '--job', 'test')
    expect(code).toBe(2)
    expect(err).toContain('History import needs --workflow, --step.')
  })

  test('is a report', async () => {
    mkdirSync(path.join(folder, 'reports'))
    write('reports/a.txt', 'nothing')
    expect((await run('--reports', 'reports', '--commit', 'HEAD', ...JOB)).err).toContain('No test report was found')
  })

  test.each([
    ['--time', 'yesterday', 'is no moment'],
    ['--name-pattern', '<run>/...', 'cannot be used'],
    ['--matrix', '[]', 'is no JSON object'],
    ['--mapping', 'none.csv', 'There is no such mapping'],
    ['--attempt', '0', 'is no attempt'],
  ])('and %s %s is told to be wrong', async (option, value, message) => {
    write('reports/junit.xml', junit([]))
    const { code, err } = await run('--reports', 'reports', '--commit', 'HEAD', ...JOB, option, value)
    expect([code, err]).toEqual([2, expect.stringContaining(message)])
  })
})
