import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { BacktestIncidentsFile } from '@testwarden/core/files/backtest-incidents-file'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { runCli } from '../../src/run-cli.js'
import { type PastProject, pastProject } from '../import/past-project.js'
import { recordingTerminal } from './recording-terminal.js'

const LEVELS = `  escalation:
    levels:
      - {name: developer, people: [ada]}
      - {name: team lead, people: [bo]}
    timers: {low: 4h, medium: 1h}
`
const JOB = ['--workflow', 'CI', '--job', 'test', '--step', 'gate']
/** One letter for each of three runs a day: B checkout breaks, N the network is away once, S a test of security fails. */
const PAST = 'GGNGGGBBBBBGGGGNGGNGGSSGGGGNGGBBBGGGGG'
const HOURS = [9, 14, 23]

const SAID: Readonly<Record<string, string>> = {
  B: 'the total is wrong',
  N: 'connection reset by peer',
  S: 'admins are let in without a password',
}

let project: PastProject

beforeAll(async () => {
  project = pastProject()
  for (const [at, letter] of [...PAST].entries()) {
    const day = String(2 + Math.floor(at / HOURS.length)).padStart(2, '0')
    const time = `2026-03-${day}T${String(HOURS[at % HOURS.length]).padStart(2, '0')}:00:00Z`
    project.write('app.txt', `${at}`)
    project.git('add', '.')
    project.write(`reports/${project.commitAt(time)}/${at + 1}/junit.xml`, junit(letter))
  }
  const imported = await project.run('--reports', 'reports', '--name-pattern', '<sha>/<run>/...', ...JOB)
  expect(imported.err).toContain(`Added ${PAST.length} records`)
  project.write('.github/testwarden.yml', `history: dir:history\nincidents:\n${LEVELS}  time-zone: Europe/Berlin\n`)
  project.write('hasty.yml', `history: dir:history\nincidents:\n${LEVELS}  open-after: 1\n`)
})

afterAll(() => project.dispose())

function junit(letter: string): string {
  const failing: Readonly<Record<string, readonly string[]>> = {
    B: ['pays by card', 'pays by invoice'],
    N: ['fetches rates'],
    S: ['authentication of admins'],
  }
  const broken = failing[letter] ?? []
  const others = Array.from({ length: 30 }, (_, at) => `adds ${'abcdefghijklmnopqrstuvwxyzABCD'[at]}`)
  const all = [...Object.values(failing).flat(), ...others]
  const cases = all.map((name) => {
    const failure = `<failure message="${SAID[letter]}" type="Error">in ${name}</failure>`
    return `<testcase classname="shop.Cart" name="${name}" time="0.1">${broken.includes(name) ? failure : ''}</testcase>`
  })
  return `<testsuites><testsuite name="shop.Cart" tests="${all.length}">${cases.join('')}</testsuite></testsuites>`
}

async function run(...args: readonly string[]) {
  const terminal = recordingTerminal(project.folder)
  const code = await runCli(['backtest', 'incidents', ...args], terminal)
  return { code, out: terminal.printed.join(''), err: terminal.complaints.join('') }
}

describe('testwarden backtest incidents', () => {
  test('tells which incidents the policy in force would have opened, and whom it would have paged when', async () => {
    const { code, out, err } = await run()
    expect([code, err]).toEqual([0, ''])
    expect(out).toContain('38 runs replayed (2026-03-02 to 2026-03-14), 14 of them with failures that count.')
    expect(out).toMatch(/incidents +3, 1 reopened\n/)
    expect(out).toMatch(/critical +1\n/)
    expect(out).toMatch(/single bad runs that opened nothing +4 \(\d+ pages\)/)
    expect(out).toMatch(/open-after +1 +2 \(as it is\) +3\n/)
    expect(out).toMatch(/2026-03-12 \d\d:\d\d +2026-03-\d\d \d\d:\d\d +low, reopened +3 /)
    expect(out).toContain('shop.Cart › pays by card and 1')
    expect(out).toContain('nobody acknowledges')
  })

  test('puts another policy beside it', async () => {
    const facts: BacktestIncidentsFile = JSON.parse((await run('--policy', 'hasty.yml', '--json')).out)
    const [hasty, own] = facts.policies
    expect([hasty?.config, own?.config]).toEqual(['hasty.yml', '.github/testwarden.yml'])
    expect([hasty?.incidents, own?.incidents]).toEqual([7, 3])
    expect(hasty?.avoided).toEqual({ incidents: 0, pages: 0 })
    expect((await run('--policy', '.github/testwarden.yml', '--json')).out).not.toContain('hasty')
  })

  test('prints JSON that its published schema takes', async () => {
    const { out } = await run('--json')
    const schema = JSON.parse(
      readFileSync(new URL('../../../../schema/backtest-incidents.v1.schema.json', import.meta.url), 'utf8'),
    )
    const ajv = new Ajv2020({ strict: false })
    expect([ajv.validate(schema, JSON.parse(out)), ajv.errors]).toEqual([true, null])
  })

  test('replays no more runs than it is told', async () => {
    const facts: BacktestIncidentsFile = JSON.parse((await run('--limit', '6', '--json')).out)
    expect([facts.runs, facts.policies[0]?.incidents]).toEqual([6, 0])
    expect((await run('--limit', 'all')).err).toContain('--limit must be a whole number')
  })

  test('names what is wrong with a policy, and where', async () => {
    project.write('wrong.yml', 'incidents:\n  open-afer: 2\n')
    const wrong = await run('--policy', 'wrong.yml')
    expect(wrong.code).toBe(2)
    expect(wrong.err).toContain('wrong.yml:2:')
    expect(wrong.err).toContain('open-after')
    project.write('nobody.yml', 'incidents:\n  escalation:\n    levels: [{name: on call, rotation: core}]\n')
    expect((await run('--policy', 'nobody.yml')).err).toContain('names the rotation core, which there is not')
  })

  test('says what to do where there is nothing to replay', async () => {
    project.write('nowhere.yml', 'incidents:\n  open-after: 2\n')
    const nowhere = await run('--config', 'nowhere.yml')
    expect([nowhere.code, nowhere.err.includes('No history is configured')]).toEqual([2, true])
    const empty = await run('--history', 'dir:empty')
    expect([empty.code, empty.out]).toEqual([0, expect.stringContaining('testwarden history import --reports')])
  })

  test('says what of the history it cannot read', async () => {
    const store = path.join(project.folder, 'history')
    const segment = readdirSync(store, { recursive: true, encoding: 'utf8' }).find((name) => /\.jsonl?/.test(name))
    const file = path.join(store, segment ?? '')
    const before = readFileSync(file)
    writeFileSync(file, 'no record\n')
    const { err } = await run()
    writeFileSync(file, before)
    expect(err).toContain('testwarden: ')
  })
})
