import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { git } from '../../packages/testkit/src/git-remote/git.js'
import { INVOICE, stageRepository } from '../../scripts/demo-stage.mjs'
import { ALL_PASS, type IncidentStage, ONE_FAILS, pageOf, stageIncidents } from './support/incident-stage.js'
import { runCli } from './support/run-cli.js'
import { junitReport } from './support/test-report.js'

let stage: IncidentStage | null = null
let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'testwarden-incidents-'))
})

afterEach(async () => {
  rmSync(folder, { recursive: true, force: true })
  expect(stage?.scenario.github.violations ?? []).toEqual([])
  await stage?.close()
  stage = null
})

async function staged(config: string): Promise<IncidentStage> {
  stage = await stageIncidents(config)
  return stage
}

const SINCE = new Date().toISOString().slice(0, 10)
const ON = 'incidents:\n  issues: on\n  close-after: 1\n  open-after: 1\n'

describe('all gates in one step', () => {
  test('a known flake needs nobody, under a quarantine or not; any other failure does', async () => {
    const { push, issues } = await staged(
      `history: git:testwarden-history\n${ON}flaky:\n  new-failures: 0\n  quarantine:\n    - {test: case_3, reason: waits for a clock, owner: acme/platform, since: ${SINCE}}\n`,
    )
    for (const case_3 of ['P', 'FP', 'P']) await push({ ...ALL_PASS, case_3, case_5: case_3 }, { action: 'gates' })
    const excused = await push({ ...ALL_PASS, case_3: 'F', case_5: 'F' }, { action: 'gates' })
    expect(issues()).toEqual([])
    expect(pageOf(excused)).toContain('| incidents | ✅ pass | none |')
    await push({ ...ONE_FAILS, case_7: 'F' }, { action: 'gates' })
    expect(issues().map(({ title }) => title)).toEqual([expect.stringContaining('case_7')])
    expect(issues()[0]?.body).toContain('1 of 11 tests')
  })

  test('a gate that fails is an incident, as severe as the config has it, until it passes again', async () => {
    const { push, issues, scenario } = await staged(
      `${ON}  severity: {high: {categories: [gate:coverage]}}\ncoverage:\n  project:\n    line: 90\n`,
    )
    const bad = scenario.project.reports.base.replaceAll(/hits="\d+"/g, 'hits="0"')
    const good = scenario.project.reports.base.replaceAll(/hits="\d+"/g, 'hits="1"')
    const result = await push({}, { action: 'gates', written: { 'coverage.xml': bad } })
    expect(result.exitCode).toBe(1)
    const [issue] = issues()
    expect(issue?.labels).toContain('high')
    expect(issue?.title).toContain('project coverage')
    expect(issue?.body).toContain('0 of 114 lines (0 %) are below 90 %.')
    await push({}, { action: 'gates', written: { 'coverage.xml': good } })
    expect(issue?.state).toBe('closed')
  })

  test('has no row of incidents where nothing is set for them, unless somebody asks for them', async () => {
    const { push, issues } = await staged('flaky:\n  new-failures: 0\n')
    const all = await push(ONE_FAILS, { action: 'gates' })
    expect(pageOf(all)).not.toMatch(/incident/i)
    const only = await push(ONE_FAILS, { action: 'gates', with: { only: 'incidents' } })
    expect(only.exitCode).toBe(0)
    expect(pageOf(only)).toContain('| incidents | ⚠️ warn | 1, the worst low |')
    expect(issues()).toEqual([])
  })
})

describe('the same on a developer’s machine', () => {
  function stageFailures(config: string): void {
    stageRepository(INVOICE, folder)
    writeFileSync(join(folder, '.github/testwarden.yml'), config)
    writeFileSync(join(folder, 'report.xml'), junitReport(ONE_FAILS))
    git(folder, ['add', '--all'])
    git(folder, ['commit', '--quiet', '--message=config'])
  }

  test('`check incidents` tells what is wrong and how bad it is, and touches nothing', () => {
    stageFailures(`${ON}  fail-on: low\n  targets: {pager: {kind: pagerduty, secret: PAGER_KEY}}\n`)
    const before = git(folder, ['status', '--porcelain=v2', '--ignored', '--branch'])
    const { stdout, stderr, exitCode } = runCli(folder, ['check', 'incidents', '--base', 'HEAD'])
    expect([exitCode, stderr]).toEqual([1, ''])
    expect(stdout).toContain('1, the worst low')
    expect(stdout).toContain('case_3 fails')
    expect(stdout).toContain('1 of 12 tests failed')
    expect(stdout).not.toContain('No issue is kept')
    expect(git(folder, ['status', '--porcelain=v2', '--ignored', '--branch'])).toBe(before)
  })

  test('`check --help` and `config --print` know it', () => {
    stageFailures(ON)
    const help = runCli(folder, ['check', '--help']).stdout
    expect(help).toContain('incidents')
    expect(help).toContain('--fail-on')
    const printed = runCli(folder, ['config', '--print'])
    expect(printed.exitCode).toBe(0)
    expect(printed.stdout).toMatch(/^incidents\.open-after +1 +\.github\/testwarden\.yml:4$/m)
  })
})
