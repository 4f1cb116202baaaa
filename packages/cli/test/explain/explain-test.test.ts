import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { TestExplanation } from '@testwarden/core/files/explain-test-file'
import { keyOfParts } from '@testwarden/core/model/test-key'
import { openStore } from '@testwarden/platform/history/open-store'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { recordOf } from '../../../../actions/flaky-detector/test/backtest/kit.js'
import { runCli } from '../../src/run-cli.js'
import { recordingTerminal } from '../commands/recording-terminal.js'

let folder: string

const WEBHOOK = keyOfParts(['tests/hooks.py', 'TestHooks', 'test_webhook'])
const RETRY = keyOfParts(['tests/retry.py', 'TestRetry', 'test_webhook'])
const STEADY = keyOfParts(['tests/hooks.py', 'TestHooks', 'test_adds'])

/** Outcomes of the flaky test, commit by commit. */
const STORY = ['P', 'P', 'FP', 'P', 'P', 'F', 'P', 'P', 'FP', 'P']

beforeAll(async () => {
  folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'testwarden-explain-test-')))
  mkdirSync(path.join(folder, '.github'))
  writeFileSync(
    path.join(folder, '.github/testwarden.yml'),
    'history: dir:history\nflaky:\n  quarantine:\n    - {test: TestHooks › test_webhook, reason: waits for a clock, owner: acme/hooks, since: 2026-01-01}\n',
  )
  const store = openStore('dir:history', { workspace: folder, env: {}, token: null })
  for (const [at, outcome] of STORY.entries())
    await store.append(recordOf(at, { [WEBHOOK]: outcome, [RETRY]: 'P', [STEADY]: at === 3 ? 'F' : 'P' }))
  const other = recordOf(11, { [WEBHOOK]: 'P' })
  await store.append({ ...other, key: { ...other.key, matrix: '{"os":"linux"}' } })
})

afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function explain(...args: readonly string[]) {
  const terminal = recordingTerminal(folder)
  const code = await runCli(['explain', ...args], terminal)
  return { code, out: terminal.printed.join(''), err: terminal.complaints.join('') }
}

async function facts(...args: readonly string[]): Promise<TestExplanation> {
  return JSON.parse((await explain('--json', 'test', ...args)).out)
}

describe('testwarden explain test', () => {
  test('draws the story, one mark for each commit, and names the runs that the evidence rests on', async () => {
    const { code, out } = await explain('test', 'TestHooks › test_webhook')
    expect(code).toBe(0)
    expect(out).toContain('tests/hooks.py › TestHooks › test_webhook')
    expect(out).toContain('2026-01-01  ··±··F··±·')
    expect(out).toContain('Known at 10 commits of the default branch: 9 passed, 3 flaky failures; failed at 3.')
    expect(out).toContain('Evidence: 5')
    expect(out).toMatch(/2026-01-01: both outcomes at 0000000000, run 8 \(1 failed, 1 passed\)/)
    expect(out).toMatch(/2026-01-01: failed at 1 commit at 0000000000, run 5, then passed by itself/)
  })

  test('says what a failure now would be, with the formula and its numbers', async () => {
    const { out } = await explain('test', 'TestHooks › test_webhook')
    const told = out.replace(/\s+/g, ' ')
    expect(told).toContain('If it failed now - a known flake')
    expect(told).toContain('B(0.3 + 3 + 1, 0.5 + 9) / B(0.3 + 3, 0.5 + 9) = 26 %')
    expect(told).toContain('settled by one pass, or by')
    expect(told).toContain('flakiness: number 1 of 2 tests that failed')
  })

  test('tells each job and matrix cell by itself', async () => {
    const { variants } = await facts('TestHooks › test_webhook')
    expect(variants.map(({ matrix, story }) => [matrix, story.length])).toEqual([
      ['{"os":"linux"}', 1],
      ['{}', 10],
    ])
  })

  test('lists the tests that a name may mean, and fails', async () => {
    const { code, out } = await explain('test', 'test_webhook')
    expect(code).toBe(2)
    expect(out).toContain('Tests that test_webhook may mean')
    expect(out).toContain('- tests/retry.py › TestRetry › test_webhook')
  })

  test('finds a test by any end of its name, and names those that are like it', async () => {
    expect((await facts('y › TestHooks › test_adds')).test).toBe('tests/hooks.py › TestHooks › test_adds')
    expect((await facts('TestHooks::test_adds')).test).toBe('tests/hooks.py › TestHooks › test_adds')
    const { test: found, candidates } = await facts('TEST_ADD')
    expect([found, candidates]).toEqual([null, ['tests/hooks.py › TestHooks › test_adds']])
    expect((await explain('test', 'nothing')).out).toContain('No test is called nothing.')
  })

  test('judges what the reports at hand say', async () => {
    writeFileSync(
      path.join(folder, 'junit.xml'),
      '<testsuite name=""><testcase file="tests/hooks.py" classname="TestHooks" name="test_adds"><failure message="no"/></testcase></testsuite>',
    )
    const { variants } = await facts('test_adds', '--reports', 'junit.xml')
    rmSync(path.join(folder, 'junit.xml'))
    expect(variants.map(({ failure }) => [failure.isReported, failure.diagnosis])).toEqual([[true, 'suspected-flake']])
  })

  test('prints JSON that its published schema takes', async () => {
    const schema = JSON.parse(
      readFileSync(new URL('../../../../schema/explain-test.v1.schema.json', import.meta.url), 'utf8'),
    )
    const ajv = new Ajv2020({ strict: false })
    expect(ajv.validate(schema, await facts('TestHooks › test_webhook'))).toBe(true)
    expect(ajv.validate(schema, await facts('test_webhook'))).toBe(true)
  })

  test('needs a history or a report', async () => {
    writeFileSync(path.join(folder, 'nowhere.yml'), 'flaky:\n  new-failures: 0\n')
    const { code, err } = await explain('test', 'x', '--config', 'nowhere.yml')
    expect([code, err]).toEqual([2, expect.stringContaining('No history is configured and no report was found')])
  })
})
