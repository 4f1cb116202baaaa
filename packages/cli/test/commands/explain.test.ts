import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { git } from '@testwarden/testkit/git-remote/git'
import { runCli } from '../../src/run-cli.js'
import { recordingTerminal } from './recording-terminal.js'

let folder = ''

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'testwarden-explain-'))
})

afterEach(() => rmSync(folder, { recursive: true, force: true }))

function write(files: Readonly<Record<string, string>>): void {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), content)
  }
}

function explain(...args: readonly string[]) {
  return explainIn('.', ...args)
}

async function explainIn(place: string, ...args: readonly string[]) {
  const terminal = recordingTerminal(join(folder, place))
  const exitCode = await runCli(['explain', ...args], terminal)
  return { exitCode, text: terminal.printed.join(''), complaints: terminal.complaints.join('') }
}

const LINES = 'TN:\nSF:src/a.ts\nDA:1,3\nDA:2,0\nend_of_record\n'

describe('testwarden explain', () => {
  test('marks the formula in force, and counts as the tool that wrote the reports does', async () => {
    write({ 'src/a.ts': '', 'lcov.info': LINES })
    expect((await explain('src/a.ts')).text).toContain('- lines: 1 of 2 (50.0 %), the formula in force\n')
    const { text } = await explain('src/a.ts', '--formula', 'tool')
    expect(text).toContain('- tool: 1 of 2 (50.0 %), the formula in force\n')
    expect(text).toContain('- lines: 1 of 2 (50.0 %)\n')
  })

  test('reads the reports that are named, as check does', async () => {
    write({ 'src/a.ts': '', '1.info': LINES, '2.info': LINES.replace('DA:1,3', 'DA:1,4'), '3.info': LINES })
    const { text } = await explain('--reports', '1.info', '--reports', '2.info', 'src/a.ts:1')
    expect(text).toContain('7 hits')
    expect(text).not.toContain('3.info')
  })

  test('finds a file as it is seen from a folder of the repository, and as the root has it', async () => {
    write({ 'src/a.ts': '', 'lcov.info': LINES, '.github/testwarden.yml': 'coverage:\n  formula: sonar\n' })
    git(folder, ['init', '--quiet'])
    git(folder, ['add', 'src'])
    for (const asked of ['a.ts', 'src/a.ts', '../src/a.ts', join(folder, 'src/a.ts')]) {
      const { exitCode, text } = await explainIn('src', asked)
      expect({ asked, exitCode, text }).toMatchObject({ exitCode: 0, text: expect.stringMatching(/^src\/a\.ts\n/) })
      expect(text).toContain('- sonar: 1 of 2 (50.0 %), the formula in force\n')
    }
  })

  test('says which options the policy of the base does not let count', async () => {
    write({ 'src/a.ts': '', 'lcov.info': LINES, '.github/testwarden.yml': 'coverage:\n  formula: sonar\n' })
    git(folder, ['init', '--quiet', '--initial-branch=main'])
    git(folder, ['add', '.'])
    git(folder, ['commit', '--quiet', '-m', 'base'])
    const { text, complaints } = await explain('--formula', 'codecov', 'src/a.ts')
    expect(text).toContain('- sonar: 1 of 2 (50.0 %), the formula in force\n')
    expect(complaints).toContain('The input formula: codecov differs from the policy of the base branch')
  })

  test.each([
    [1, '1 other report says nothing of it'],
    [2, '2 other reports say nothing of it'],
  ])('counts %i of the reports that do not mention the file', async (count, words) => {
    write({ 'src/a.ts': '', 'src/b.ts': '', 'src/c.ts': '', 'a.info': LINES })
    for (const name of ['b', 'c'].slice(0, count)) write({ [`${name}.info`]: LINES.replace('a.ts', `${name}.ts`) })
    expect((await explain('src/a.ts')).text).toContain(words)
  })
})
