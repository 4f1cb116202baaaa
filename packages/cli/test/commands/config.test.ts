import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { git } from '@testwarden/testkit/git-remote/git'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { runCli } from '../../src/run-cli.js'
import { recordingTerminal } from './recording-terminal.js'

const CONFIG = '.github/testwarden.yml'
let folder = ''
let main = ''

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'testwarden-config-'))
  git(folder, ['init', '--quiet', '--initial-branch=main'])
  main = commit('coverage:\n  patch:\n    line: 90%\n')
  git(folder, ['checkout', '--quiet', '-b', 'topic'])
  commit('coverage:\n  reports: out/*.xml\n  patch:\n    line: 50%\n')
})

afterEach(() => rmSync(folder, { recursive: true, force: true }))

function commit(config: string): string {
  mkdirSync(join(folder, '.github'), { recursive: true })
  writeFileSync(join(folder, CONFIG), config)
  git(folder, ['add', '--all'])
  git(folder, ['commit', '--quiet', '-m', 'a change'])
  return git(folder, ['rev-parse', 'HEAD'])
}

async function config(...args: readonly string[]) {
  const terminal = recordingTerminal(folder)
  const exitCode = await runCli(['config', ...args], terminal)
  return { exitCode, printed: terminal.printed.join(''), complaints: terminal.complaints.join('') }
}

describe('testwarden config --print', () => {
  test('names each value with its origin', async () => {
    const { exitCode, printed } = await config('--print', '--drop', '2')
    expect(exitCode).toBe(0)
    expect(printed).toMatch(/^coverage\.patch\.line +50 +\.github\/testwarden\.yml:4$/m)
    expect(printed).toMatch(/^coverage\.drop +2 +--drop$/m)
    expect(printed).toMatch(/^coverage\.mode +enforce +assumed$/m)
    expect(printed).toMatch(/^coverage\.reports +out\/\*\.xml +\.github\/testwarden\.yml:2$/m)
  })

  test('shows with a base what a pull request into it would see', async () => {
    const { printed, complaints } = await config('--print', '--base', 'main', '--patch-line', '60', '--drop', '0')
    const at = main.slice(0, 7)
    expect(printed).toMatch(new RegExp(`^coverage\\.patch\\.line +90 +\\.github/testwarden\\.yml:3 at ${at}$`, 'm'))
    expect(printed).toMatch(/^coverage\.drop +0 +--drop$/m)
    expect(printed).toMatch(/^coverage\.reports +out\/\*\.xml +\.github\/testwarden\.yml:2$/m)
    expect(complaints).toContain('The input patch-line: 60 is looser')
    expect(complaints).toContain('coverage.patch.line 90 → 50')
  })

  test('prints JSON of the published shape', async () => {
    const { printed } = await config('--print', '--json', '--base', 'main')
    const value = JSON.parse(printed)
    const schema = JSON.parse(
      readFileSync(join(import.meta.dirname, '../../../../schema/settings.v1.schema.json'), 'utf8'),
    )
    const validate = new Ajv2020({ strict: true, allowUnionTypes: true }).compile(schema)
    expect({ isValid: validate(value), errors: validate.errors }).toEqual({ isValid: true, errors: null })
    expect(value.base).toBe(main)
    expect(value.settings).toContainEqual({
      key: 'coverage.patch.line',
      value: '90',
      role: 'policy',
      origin: { kind: 'file', path: CONFIG, line: 3, at: main },
    })
  })

  test('tells what is wrong with a config', async () => {
    writeFileSync(join(folder, CONFIG), 'coverage:\n  patch:\n    lime: 90%\n')
    const { exitCode, complaints } = await config('--print')
    expect(exitCode).toBe(2)
    expect(complaints).toContain('Did you mean line?')
  })

  test('asks for the word --print, and for a base that exists', async () => {
    expect((await config()).complaints).toContain('config --print')
    expect((await config('--print', '--base', 'nowhere')).exitCode).toBe(2)
  })
})
