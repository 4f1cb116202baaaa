import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { git } from '../../packages/testkit/src/git-remote/git.js'
import { CART, INVOICE, stageFolder, stageRepository } from '../../scripts/demo-stage.mjs'
import { BUNDLED_CLI } from './support/bundled-action.js'
import { runCli } from './support/run-cli.js'

let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'testwarden-check-'))
})

afterEach(() => rmSync(folder, { recursive: true, force: true }))

describe('check on a developer’s machine', () => {
  test('gives the verdict of the action, with its exit code', () => {
    stageRepository(INVOICE, folder)
    const { stdout, exitCode } = runCli(folder, ['check', 'coverage', '--base', 'main'])
    expect(exitCode).toBe(1)
    expect(stdout).toContain('26 of 31 lines (83.9 %)')
    expect(stdout).toContain('src/invoice/credit_note.py')
  })

  test('finds the likely base by itself and judges what is not committed yet', () => {
    stageRepository(INVOICE, folder)
    git(folder, ['reset', '--quiet', '--soft', 'main'])
    const { stdout, exitCode } = runCli(folder, ['check'])
    expect(exitCode).toBe(1)
    expect(stdout).toContain('26 of 31 lines (83.9 %)')
  })

  test('advises where nobody wrote a limit', () => {
    stageRepository(CART, folder)
    const { stdout, exitCode } = runCli(folder, ['check', '--base', 'main'])
    expect(exitCode).toBe(0)
    expect(stdout).toContain('15 of 24 lines (62.5 %)')
    expect(stdout).toMatch(/assumed/)
  })

  test('without a repository takes the changed lines from a diff', () => {
    stageFolder(INVOICE, folder)
    const { stdout, exitCode } = runCli(folder, ['check', 'coverage', '--diff', 'change.diff'])
    expect(exitCode).toBe(1)
    expect(stdout).toContain('26 of 31 lines (83.9 %)')
  })

  test('prints the verdict as JSON, and nothing else', () => {
    stageRepository(INVOICE, folder)
    const { stdout } = runCli(folder, ['check', '--base', 'main', '--json'])
    expect(JSON.parse(stdout)).toMatchObject({ schema: 'testwarden.verdict/1', outcome: 'fail', exitCode: 1 })
  })

  test('writes what it read as other tools read it, with the totals of the report', () => {
    stageRepository(INVOICE, folder)
    runCli(folder, ['check', '--base', 'main', '--write-lcov', 'out/all.info', '--write-cobertura', 'out/all.xml'])
    const { stdout } = runCli(folder, ['inspect', '--json', 'coverage.xml', 'out/all.info', 'out/all.xml'])
    const [own, ...written] = JSON.parse(stdout).reports
    expect(written.map(({ format }: { format: string }) => format)).toEqual(['lcov', 'cobertura'])
    for (const { totals, warnings } of written) {
      expect(totals).toMatchObject({ lines: own.totals.lines, branches: own.totals.branches })
      expect(warnings).toEqual([])
    }
    expect(readFileSync(join(folder, 'out/all.info'), 'utf8')).toContain('SF:src/invoice/credit_note.py\n')
  })

  test('writes the page as one HTML file and as Markdown', () => {
    stageRepository(INVOICE, folder)
    runCli(folder, ['check', '--base', 'main', '--html', 'out/page.html', '--markdown', 'out/page.md'])
    const html = readFileSync(join(folder, 'out/page.html'), 'utf8')
    expect(html).toMatch(/^<!doctype html>/i)
    expect(html).not.toMatch(/(?:src|href)="https?:/)
    // The source of a changed file, to be looked through line by line.
    expect(html).toContain('a credit note must be above zero')
    expect(readFileSync(join(folder, 'out/page.md'), 'utf8')).toContain('| new code tested | ❌ fail |')
  })

  test('goes by the limits of the base, as a pull request does, when the change lowers them', () => {
    stageRepository(INVOICE, folder)
    const config = '.github/testwarden.yml'
    const before = readFileSync(join(folder, config), 'utf8')
    writeFileSync(join(folder, config), before.replaceAll(/\d+%/g, '1%'))
    git(folder, ['commit', '--quiet', '--all', '--message=lower'])
    const { stdout, exitCode } = runCli(folder, ['check', '--base', 'main'])
    expect(exitCode).toBe(1)
    expect(stdout).toContain('This change alters the policy')
    expect(stdout).toContain(`Policy from main at ${git(folder, ['rev-parse', '--short=7', 'main'])}`)
  })

  test('leaves the repository as it was', () => {
    stageRepository(INVOICE, folder)
    const before = git(folder, ['status', '--porcelain=v2', '--ignored', '--branch'])
    runCli(folder, ['check', '--base', 'main'])
    expect(git(folder, ['status', '--porcelain=v2', '--ignored', '--branch'])).toBe(before)
  })
})

describe('check that cannot', () => {
  test.each([
    [['check', 'coverge'], /Did you mean coverage\?/],
    [['check', '--bsae', 'main'], /Did you mean --base\?/],
    [['chekc'], /Did you mean check\?/],
    [['check', '--base', 'nowhere'], /nowhere/],
    [['check', '--config', 'nowhere.yml'], /nowhere\.yml/],
  ])('%p says why and ends with 2', (args, message) => {
    stageRepository(CART, folder)
    const { stderr, exitCode } = runCli(folder, args)
    expect(exitCode).toBe(2)
    expect(stderr).toMatch(message)
  })

  test('judge anything in an empty folder says how to write a report', () => {
    const { stderr, exitCode } = runCli(folder, ['check'])
    expect(exitCode).toBe(2)
    expect(stderr).toMatch(/no report was found in this folder or below/)
  })

  test('read a report says so and still judges the rest', () => {
    stageRepository(INVOICE, folder)
    writeFileSync(join(folder, 'broken.xml'), '<coverage line-rate="1"><packages>')
    const { stdout, exitCode } = runCli(folder, [
      'check',
      '--base',
      'main',
      '--reports',
      'coverage.xml',
      '--reports',
      'broken.xml',
    ])
    expect(exitCode).toBe(2)
    expect(stdout).toContain('26 of 31 lines')
    expect(stdout).toContain('broken.xml')
  })
})

describe('what is printed', () => {
  test('to a reader that has enough, as `head` has, ends without a stack and with the code of the verdict', async () => {
    stageRepository(INVOICE, folder)
    for (const arguments_ of [
      ['check', '--base', 'main'],
      ['check', '--json'],
      ['inspect', '.'],
    ]) {
      const child = spawn(process.execPath, [BUNDLED_CLI, ...arguments_], { cwd: folder })
      child.stdout.destroy()
      const stderr: string[] = []
      child.stderr.setEncoding('utf8').on('data', (text: string) => stderr.push(text))
      const [code] = await once(child, 'close')
      expect({ arguments_, code, stderr: stderr.join('') }).toEqual({
        arguments_,
        code: arguments_[0] === 'check' ? 1 : 0,
        stderr: '',
      })
    }
  })

  test('moves no cursor and gives the runner no command, on either stream', () => {
    const evil = '\u001b[2J::error::x'
    for (const arguments_ of [
      [evil],
      ['check', `--${evil}`],
      ['inspect', evil],
      ['check', '--config', `${evil}\n::error::y`],
    ]) {
      const { stdout, stderr, exitCode } = runCli(folder, arguments_)
      expect(exitCode).toBe(2)
      expect(stdout + stderr).not.toContain('\u001b')
      expect(stdout + stderr).not.toMatch(/^\s*::/m)
    }
  })

  test('is JSON or nothing on standard output, whatever is wrong', () => {
    stageRepository(INVOICE, folder)
    const cases = [
      ['check', '--json', '--config', 'missing.yml'],
      ['check', '--json', '--base', 'nowhere'],
      ['check', '--json', '--reports', 'missing.xml'],
      ['check', '--json', '--patch-line', 'much'],
      ['check', '--json', '--format', 'nothing'],
      ['check', '--json', '--history', 'git+ssh://x'],
      ['check', '--json', '--diff', 'missing.diff'],
      ['check', 'nothing', '--json'],
      ['inspect', '--json', 'missing'],
    ]
    for (const arguments_ of cases) {
      const { stdout, stderr, exitCode } = runCli(folder, arguments_)
      if (stdout === '') expect([exitCode, stderr]).toEqual([2, expect.stringContaining('testwarden: ')])
      else expect(JSON.parse(stdout)).toHaveProperty('schema')
      expect(stdout + stderr).not.toContain('fault of Testwarden')
    }
  })
})
