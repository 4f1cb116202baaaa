import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { BacktestFile } from '@testwarden/core/files/backtest-file'
import { openStore } from '@testwarden/platform/history/open-store'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { again, recordsOf } from '../../../../actions/flaky-detector/test/backtest/kit.js'
import { runCli } from '../../src/run-cli.js'
import { recordingTerminal } from './recording-terminal.js'

let folder: string

const QUARANTINE =
  'flaky:\n  new-failures: 0\n  quarantine:\n    - {test: x, reason: waits, owner: acme, since: 2026-01-01, expires: 2026-03-01}\n'

beforeAll(async () => {
  folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'testwarden-backtest-')))
  mkdirSync(path.join(folder, '.github'))
  writeFileSync(path.join(folder, '.github/testwarden.yml'), 'history: dir:history\nflaky:\n  new-failures: 0\n')
  writeFileSync(path.join(folder, 'tried.yml'), QUARANTINE)
  const store = openStore('dir:history', { workspace: folder, env: {}, token: null })
  const records = recordsOf('PP[FP]PP[FP]PPFPPPFFF')
  const flake = records[8]
  if (flake === undefined) throw new Error('no such record')
  for (const record of [...records, again(flake, { x: 'P', y: 'P' })]) await store.append(record)
})

afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function run(...args: readonly string[]) {
  const terminal = recordingTerminal(folder)
  const code = await runCli(['backtest', ...args], terminal)
  return { code, out: terminal.printed.join(''), err: terminal.complaints.join('') }
}

describe('testwarden backtest flaky', () => {
  test('tells what the policy in force did', async () => {
    const { code, out } = await run('flaky')
    expect(code).toBe(0)
    expect(out).toContain('16 runs replayed (2026-01-01 to 2026-01-01), 4 of them failed.')
    expect(out).toMatch(/flakes excused +2 of 3/)
    expect(out).toMatch(/red runs +4/)
  })

  test('puts another policy beside it, with the regressions that it would excuse', async () => {
    const { out } = await run('flaky', '--policy', 'tried.yml')
    expect(out).toMatch(/with the policy of +tried\.yml +\.github\/testwarden\.yml/)
    expect(out).toMatch(/flakes excused +3 of 3 +2 of 3/)
    expect(out).toMatch(/reruns saved +1 +0/)
    expect(out).toContain('Real regressions that tried.yml would have excused')
    expect(out).toMatch(/(?:- x at 0{10}, 2026-01-01\s+){3}/)
  })

  test('prints JSON that its published schema takes', async () => {
    const { out } = await run('flaky', '--policy', 'tried.yml', '--json')
    const facts: BacktestFile = JSON.parse(out)
    const schema = JSON.parse(
      readFileSync(new URL('../../../../schema/backtest-flaky.v1.schema.json', import.meta.url), 'utf8'),
    )
    expect(new Ajv2020({ strict: false }).validate(schema, facts)).toBe(true)
    expect(facts.policies.map(({ config }) => config)).toEqual(['tried.yml', '.github/testwarden.yml'])
  })

  test('replays no more runs than it is told', async () => {
    const facts: BacktestFile = JSON.parse((await run('flaky', '--limit', '3', '--json')).out)
    expect(facts.runs).toBe(3)
  })

  test('does not repeat a policy that is the one in force', async () => {
    const { out } = await run('flaky', '--policy', '.github/testwarden.yml', '--json')
    expect(JSON.parse(out).policies).toHaveLength(1)
  })

  test('names what is wrong with a policy, and where', async () => {
    writeFileSync(path.join(folder, 'wrong.yml'), 'flaky:\n  new-failure: 0\n')
    const { code, err } = await run('flaky', '--policy', 'wrong.yml')
    expect(code).toBe(2)
    expect(err).toContain('wrong.yml:2:')
  })

  test('needs to know what to replay, and from where', async () => {
    expect((await run()).err).toContain('Write: testwarden backtest flaky')
    writeFileSync(path.join(folder, 'nowhere.yml'), 'flaky:\n  new-failures: 0\n')
    expect((await run('flaky', '--config', 'nowhere.yml')).err).toContain('No history is configured')
  })
})
