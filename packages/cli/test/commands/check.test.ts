import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { git } from '@testwarden/testkit/git-remote/git'
import { runCli } from '../../src/run-cli.js'
import { recordingTerminal } from './recording-terminal.js'

const CONFIG = '.github/testwarden.yml'
const ACCEPTS = '.github/testwarden/accepted.yml'
const ACCEPT = '- rule: project-line\n  limit: 40\n  reason: Soon.\n  author: Ada\n  expires: 2999-12-31\n'
let folder = ''
let main = ''

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'testwarden-check-'))
  git(folder, ['init', '--quiet', '--initial-branch=main'])
  main = commit({
    'src/a.ts': 'one\ntwo\n',
    [CONFIG]: 'coverage:\n  project:\n    line: 80%\n',
    '.gitignore': '*.info\n',
  })
  git(folder, ['checkout', '--quiet', '-b', 'topic'])
  write({ 'lcov.info': 'TN:\nSF:src/a.ts\nDA:1,1\nDA:2,0\nend_of_record\n' })
})

afterEach(() => rmSync(folder, { recursive: true, force: true }))

function write(files: Readonly<Record<string, string>>): void {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), content)
  }
}

function commit(files: Readonly<Record<string, string>>): string {
  write(files)
  git(folder, ['add', '--all'])
  git(folder, ['commit', '--quiet', '-m', 'a change'])
  return git(folder, ['rev-parse', 'HEAD'])
}

function check(...args: readonly string[]) {
  return checkIn('.', ...args)
}

async function checkIn(place: string, ...args: readonly string[]) {
  const terminal = recordingTerminal(join(folder, place))
  const exitCode = await runCli(['check', ...args], terminal)
  // What is printed is wrapped to the terminal's width.
  return { exitCode, page: terminal.printed.join('').replace(/\s+/g, ' '), complaints: terminal.complaints.join('') }
}

describe('the policy of a check', () => {
  test.each([
    ['named', ['--base', 'main'], 'main'],
    ['likely', [], 'the base branch'],
  ])('is that of the %s base, whatever the change does to its config', async (_, args, branch) => {
    commit({ [CONFIG]: 'coverage:\n  project:\n    line: 10%\n' })
    const { exitCode, page } = await check(...args)
    expect(exitCode).toBe(1)
    expect(page).toContain(`Policy from ${branch} at ${main.slice(0, 7)}`)
    expect(page).toContain('It does not count here, but once it is merged: coverage.project.line 80 → 10')
  })

  test('is that of the base before the change to the config is committed too', async () => {
    write({ [CONFIG]: 'coverage:\n  project:\n    line: 10%\n' })
    expect((await check()).exitCode).toBe(1)
  })

  test('is tightened by options, and not loosened', async () => {
    write({ 'lcov.info': 'TN:\nSF:src/a.ts\nDA:1,1\nDA:2,1\nend_of_record\n' })
    expect((await check('--drop', '0', '--line', '70')).page).toContain('line: 70 is looser than the policy of')
    expect((await check('--line', '100')).exitCode).toBe(0)
  })

  test('lets nothing fail by the change’s own limits while those of the base cannot be read', async () => {
    git(folder, ['checkout', '--quiet', 'main'])
    main = commit({ [CONFIG]: 'coverage: [\n' })
    git(folder, ['checkout', '--quiet', '-b', 'mend'])
    commit({ [CONFIG]: 'coverage:\n  project:\n    line: 80%\n' })
    const { exitCode, page } = await check('--base', 'main')
    expect(exitCode).toBe(0)
    expect(page).toContain('cannot be used, so this change is judged by its own and nothing fails')
  })

  test('is the working tree’s where there is nothing to compare with', async () => {
    rmSync(join(folder, '.git'), { recursive: true })
    write({ [CONFIG]: 'coverage:\n  project:\n    line: 10%\n' })
    const { exitCode, page } = await check()
    expect(page).toContain(`Policy from ${CONFIG}`)
    expect(exitCode).toBe(0)
  })

  test('is that of a config outside the repository where one is named', async () => {
    const elsewhere = mkdtempSync(join(tmpdir(), 'testwarden-elsewhere-'))
    try {
      writeFileSync(join(elsewhere, 'trial.yml'), 'coverage:\n  project:\n    line: 10%\n')
      const { exitCode, page } = await check('--config', join(elsewhere, 'trial.yml'))
      expect(page).toContain('trial.yml')
      expect(exitCode).toBe(0)
    } finally {
      rmSync(elsewhere, { recursive: true })
    }
  })
})

describe('the accepts of a check', () => {
  test('are those of the base', async () => {
    git(folder, ['checkout', '--quiet', 'main'])
    commit({ [ACCEPTS]: ACCEPT })
    git(folder, ['checkout', '--quiet', '-b', 'later'])
    rmSync(join(folder, ACCEPTS))
    const { exitCode, page } = await check('--base', 'main')
    expect(exitCode).toBe(0)
    expect(page).toContain('Accepted')
  })

  test('that only the working tree has wait for the label, which is said', async () => {
    write({ [ACCEPTS]: ACCEPT })
    const { exitCode, page } = await check()
    expect(exitCode).toBe(1)
    expect(page).toContain('counts only while the pull request carries the label testwarden-accepted')
  })
})

describe('a check in a folder of the repository', () => {
  const passing = 'TN:\nSF:src/a.ts\nDA:1,1\nDA:2,1\nend_of_record\n'

  test('goes by the config of the root, and reads everything where no report lies below', async () => {
    const { exitCode, page, complaints } = await checkIn('src')
    expect(exitCode).toBe(1)
    expect(page).toContain('1 of 2 lines')
    expect(complaints).not.toContain('Only reports below')
  })

  test('reads the reports below it alone where there are some, which it says', async () => {
    write({ 'src/out/lcov.info': passing })
    const { exitCode, page, complaints } = await checkIn('src')
    expect(exitCode).toBe(0)
    expect(page).toContain('2 of 2 lines')
    expect(complaints).toContain('Only reports below src/ are read.')
  })

  test('takes no file for a report that is none or that git tracks', async () => {
    commit({ 'src/fixtures/lcov.xml': '<coverage line-rate="1"/>' })
    write({ 'src/test.json': '{}' })
    expect((await checkIn('src')).page).toContain('1 of 2 lines')
  })

  test('understands paths of options from there', async () => {
    write({ 'src/named.info': passing })
    const { exitCode } = await checkIn('src', '--reports', 'named.info', '--markdown', 'page.md')
    expect(exitCode).toBe(0)
    expect(existsSync(join(folder, 'src/page.md'))).toBe(true)
  })
})

test('the help of check names the formats, and the options that may be repeated', async () => {
  const { page } = await check('--help')
  expect(page).toMatch(/--reports <value> [^-]*May be repeated\./)
  expect(page).toMatch(/Formats of coverage: .*lcov.*; of tests: .*junit/)
})
