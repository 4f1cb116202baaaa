import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { runCli } from '../../src/run-cli.js'
import { recordingTerminal } from './recording-terminal.js'

const PATH = '.github/testwarden/accepted.yml'
let folder = ''

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'testwarden-accept-'))
})

afterEach(() => rmSync(folder, { recursive: true, force: true }))

async function accept(...args: readonly string[]) {
  const terminal = recordingTerminal(folder)
  const exitCode = await runCli(['accept', ...args], terminal)
  return { exitCode, printed: terminal.printed.join(''), complaints: terminal.complaints.join('') }
}

const DETAILS = ['--reason', 'The old # parser: goes in May', '--expires', '2999-05-31', '--author', 'Ada']

describe('testwarden accept', () => {
  test('writes an entry, and says what else is needed', async () => {
    const { exitCode, printed } = await accept('coverage', 'patch-line', '--limit', '84.5%', ...DETAILS)
    expect(exitCode).toBe(0)
    expect(printed).toContain(`${PATH}:4: the limit of patch-line is 84.5 until 2999-05-31.`)
    expect(printed).toContain('the label testwarden-accepted')
    expect(readFileSync(join(folder, PATH), 'utf8')).toMatch(
      /^# Limits that .*\n# .*\n\n- rule: patch-line\n {2}limit: 84\.5\n {2}reason: "The old # parser: goes in May"\n {2}author: Ada\n {2}expires: 2999-05-31\n$/,
    )
  })

  test('writes it at the root of the repository, from whatever folder of it', async () => {
    mkdirSync(join(folder, '.git'))
    mkdirSync(join(folder, 'src'))
    const terminal = recordingTerminal(join(folder, 'src'))
    expect(await runCli(['accept', 'coverage', 'drop', '--limit', '2', ...DETAILS], terminal)).toBe(0)
    expect(readFileSync(join(folder, PATH), 'utf8')).toContain('- rule: drop')
  })

  test('adds to what is there, and leaves its comments and its form alone', async () => {
    const before = `# ours\n- rule: drop # why not\n  limit:   0.5\n  reason: 'quoted'\n  author: Bo\n  expires: 2999-01-01 # soon\n# the end\n`
    mkdirSync(join(folder, '.github/testwarden'), { recursive: true })
    writeFileSync(join(folder, PATH), before)
    expect((await accept('coverage', 'critical-module', 'src/pay/**', '--limit', '70', ...DETAILS)).exitCode).toBe(0)
    const after = readFileSync(join(folder, PATH), 'utf8')
    for (const kept of ['# ours', '# why not', "'quoted'", '# soon', '# the end']) expect(after).toContain(kept)
    expect(after).toContain('- rule: critical-module\n  subject: src/pay/**\n  limit: 70\n')
  })

  test('writes the same entry once', async () => {
    await accept('coverage', 'drop', '--limit', '1', ...DETAILS)
    const once = readFileSync(join(folder, PATH), 'utf8')
    expect((await accept('coverage', 'drop', '--limit', '1', ...DETAILS)).printed).toContain('already')
    expect(readFileSync(join(folder, PATH), 'utf8')).toBe(once)
  })

  test('takes the name of a component for a rule that judges the whole as well', async () => {
    const { exitCode } = await accept('coverage', 'patch-line', 'api', '--limit', '1', ...DETAILS)
    expect(exitCode).toBe(0)
    expect(readFileSync(join(folder, PATH), 'utf8')).toContain('subject: api')
  })

  test.each([
    [['coverage', 'patch-lin', '--limit', '1', ...DETAILS], 'Did you mean patch-line?'],
    [['coverag', 'patch-line', '--limit', '1', ...DETAILS], 'Did you mean coverage?'],
    [['coverage'], 'Write: testwarden accept'],
    [['coverage', 'patch-line', 'api', 'web', '--limit', '1', ...DETAILS], 'Write: testwarden accept'],
    [['coverage', 'critical-module', '--limit', '1', ...DETAILS], 'Name the files of the module'],
    [['coverage', 'patch-line', '--limit', '-1', ...DETAILS], 'no number from 0'],
    [
      ['coverage', 'patch-line', '--limit', '1', '--reason', 'x', '--expires', '2020-01-01', '--author', 'A'],
      'in the past',
    ],
    [
      ['coverage', 'patch-line', '--limit', '1', '--reason', 'x', '--expires', '2999-02-31', '--author', 'A'],
      'is no day',
    ],
    [['coverage', 'patch-line', '--limit', '1', '--expires', '2999-01-01', '--author', 'A'], 'needs --reason'],
    [['coverage', 'patch-line', '--limit', '1', '--reason', 'x', '--expires', '2999-01-01'], '--author'],
  ])('refuses %j with what to write', async (args, told) => {
    const { exitCode, complaints } = await accept(...args)
    expect(exitCode).toBe(2)
    expect(complaints).toContain(told)
  })

  test('leaves a file that it cannot read as it is', async () => {
    mkdirSync(join(folder, '.github/testwarden'), { recursive: true })
    writeFileSync(join(folder, PATH), '- rule: [\n')
    const { exitCode, complaints } = await accept('coverage', 'drop', '--limit', '1', ...DETAILS)
    expect([exitCode, readFileSync(join(folder, PATH), 'utf8')]).toEqual([2, '- rule: [\n'])
    expect(complaints).toContain(PATH)
  })
})
