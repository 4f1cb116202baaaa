import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'

const repository = join(dirname(fileURLToPath(import.meta.url)), '..', '..')
const isBuilt = existsSync(join(repository, 'dist', 'cli', 'index.js'))
const isGitHere = spawnSync('git', ['--version']).status === 0

const whenBuilt = isBuilt ? test : test.skip
const withGit = isGitHere ? test : test.skip
const whenBuiltWithGit = isBuilt && isGitHere ? test : test.skip
if (!isBuilt) process.stderr.write('SKIPPED: the demo itself, because dist/cli/index.js is not built\n')
if (!isGitHere) process.stderr.write('SKIPPED: the demo with git, because git is not on PATH\n')

let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'demo-test-'))
})

afterEach(() => {
  rmSync(folder, { recursive: true, force: true })
})

function runScript(script: string, options: { readonly args?: readonly string[]; readonly path?: string } = {}) {
  const { args = [], path = process.env.PATH ?? '' } = options
  return spawnSync(process.execPath, [join(repository, 'scripts', script), ...args], {
    cwd: folder,
    env: { ...process.env, PATH: path, NO_COLOR: '1', TMPDIR: folder, TMP: folder, TEMP: folder },
    encoding: 'utf8',
  })
}

/** The HTML pages that a demo left, by example. */
function pages(): ReadonlyMap<string, string> {
  const [stage = ''] = readdirSync(folder)
  const names = readdirSync(join(folder, stage)).filter((name) => name.endsWith('.html'))
  return new Map(names.map((name) => [name, readFileSync(join(folder, stage, name), 'utf8')]))
}

describe('the demo', () => {
  whenBuiltWithGit('fails the project with a written limit, advises the other and exits 0', () => {
    const run = runScript('demo.mjs')
    expect(run.stderr).not.toContain('The demo stopped')
    expect(run.status).toBe(0)
    expect(run.stdout).toContain('check coverage --base main')
    expect(run.stdout).toContain('src/invoice/credit_note.py')
    expect(run.stdout).toContain('src/voucher.ts')
  })

  /** Paths may break across lines anywhere on the page. */
  const textOf = (name: string) => pages().get(name)?.replaceAll('<wbr>', '')

  whenBuiltWithGit('leaves one page per run that names the untested files', () => {
    runScript('demo.mjs')
    expect([...pages().keys()].sort()).toEqual([
      'python-invoice-second-run.html',
      'python-invoice.html',
      'python-reminders.html',
      'typescript-cart.html',
    ])
    expect(textOf('python-invoice.html')).toContain('src/invoice/credit_note.py')
    expect(textOf('typescript-cart.html')).toContain('src/voucher.ts')
  })

  whenBuiltWithGit('has a second run that names the commit of its baseline and how far away it is', () => {
    const run = runScript('demo.mjs')
    const [beforeSecondRun = '', secondRun = ''] = run.stdout.split('--history git:testwarden-history')
    expect(beforeSecondRun).not.toContain('Compared with the record of')
    expect(secondRun).toMatch(/Compared with the record of [0-9a-f]{10}, 1 commit before the base/)
    expect(secondRun).toMatch(/project coverage kept +! warn/)
    expect(textOf('python-invoice-second-run.html')).toMatch(
      /the record of <code>[0-9a-f]{10}<\/code>, 1 commit before/,
    )
  })

  whenBuiltWithGit('tells a new failure, which is red, from a known flake, which is excused', () => {
    const { stdout } = runScript('demo.mjs')
    const [, flaky = ''] = stdout.split('$ testwarden check flaky')
    expect(flaky).toContain('1 failure, 1 excused flake; 5 reported')
    expect(flaky).toContain('test_the_last_day_is_still_in_time fails: a new failure')
    expect(flaky).toMatch(/Excused: 1 flake\s+- test_a_reminder_arrives_at_once/)
    expect(flaky).toMatch(/owner octo-org\/billing, issue 471: waits 20 ms/)
    expect(textOf('python-reminders.html')).toContain('tests/test_dunning.py')
  })

  whenBuiltWithGit('keeps what the push on main appended on a branch of the remote, and the clone free of it', () => {
    runScript('demo.mjs')
    const [stage = ''] = readdirSync(folder)
    const refs = (repository: string) => {
      const args = ['for-each-ref', '--format=%(refname)', 'refs/heads']
      return spawnSync('git', args, { cwd: join(folder, stage, repository), encoding: 'utf8' })
        .stdout.trim()
        .split('\n')
    }
    expect(refs('python-invoice.git')).toEqual(['refs/heads/main', 'refs/heads/testwarden-history'])
    expect(refs('python-invoice')).toEqual(['refs/heads/credit-notes', 'refs/heads/main'])
  })

  whenBuilt('says that it reads stored diffs where there is no git, and leaves the second run out', () => {
    const run = runScript('demo.mjs', { path: folder })
    expect(run.stderr).not.toContain('The demo stopped')
    expect(run.status).toBe(0)
    expect(run.stdout).toContain('git is not on PATH')
    expect(run.stdout).toContain('there is no second run and no flaky test')
    expect(run.stdout).not.toContain('--history')
    expect(run.stdout).toContain('src/invoice/credit_note.py')
  })

  withGit('has stored diffs that are what git says of the examples', () => {
    const run = runScript('demo-diffs.mjs', { args: ['--check'] })
    expect(run.stderr).toBe('')
    expect(run.status).toBe(0)
  })
})
