import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { expect } from '@jest/globals'
import { flakyDetector } from '@testwarden/action-flaky-detector/index'
import { effectiveConfig } from '@testwarden/core/action/effective-config'
import { createExec } from '@testwarden/platform/exec'
import { createWorkspaceFiles } from '@testwarden/platform/files'
import { runGate } from '@testwarden/platform/run-gate'
import { CapturingLog } from '@testwarden/testkit/fakes/capturing-log'
import { portsOf, runOf } from '../../../actions/flaky-detector/test/kit.js'
import { projectOf, testWith } from '../support/real-runner.js'

/** The gate with reruns, in a project whose first run has written its report. */
async function judge(folder: string, inputs: Readonly<Record<string, string>>) {
  const log = new CapturingLog()
  const resolved = effectiveConfig(flakyDetector, { inputs: new Map(Object.entries(inputs)), file: null })
  if (!resolved.ok) throw resolved.errors[0]
  const { gate: config } = resolved.config
  const files = createWorkspaceFiles({ root: folder, reach: 'workspace' })
  const ports = portsOf({ files, log, exec: createExec({ cwd: folder, env: process.env }) })
  const result = await runGate({ definition: flakyDetector, config, run: runOf(), ports })
  if (result === null) throw new Error('no report was found')
  const { facts } = result.evidence
  const [leg] = facts.legs
  const outcomes = leg?.tests.map(({ key, outcome }) => [key.split('\u001f').at(-1), outcome] as const) ?? []
  return { result, log, outcomes: Object.fromEntries(outcomes), notes: leg?.notes ?? [] }
}

function runOnce(folder: string, [program = '', ...args]: readonly string[]): string {
  return spawnSync(program, args, { cwd: folder, encoding: 'utf8' }).stdout
}

const EXPECTED = { flips: 'FP', always: 'FF', fine: 'P' }

testWith('pytest', '--version')('pytest: one that flips, one that always fails, one that passes', async () => {
  const source = `
import os
def test_flips():
    if not os.path.exists('state'):
        open('state', 'w').close()
        assert False, 'the first time'
def test_always(): assert 1 == 2
def test_fine(): pass
`
  const folder = projectOf({ 'test_state.py': source })
  runOnce(folder, ['pytest', '--junitxml=first.xml'])
  const { result, outcomes, notes, log } = await judge(folder, {
    reports: 'first.xml',
    'rerun-command': 'pytest',
    'new-failures': '0',
  })
  expect(outcomes).toEqual({ test_flips: 'FP', test_always: 'FF', test_fine: 'P' })
  expect(notes).toEqual([])
  expect(result.evidence.observations).toHaveLength(1)
  expect(log.lines.map(({ message }) => message).join('\n')).toContain('1 failed, 1 passed')
  expect(result.decision.verdict.reasons.find(({ ruleId }) => ruleId.includes('fail'))?.outcome).toBe('fail')
})

testWith(
  'npx',
  'jest',
  '--version',
)('Jest, through bash', async () => {
  const source = `
const fs = require('fs')
test('flips', () => {
  if (fs.existsSync('state')) return
  fs.writeFileSync('state', '')
  throw new Error('the first time')
})
test('always', () => { throw new Error('::error::forged') })
test('fine', () => {})
`
  const folder = projectOf({ 'package.json': '{}', 'state.test.js': source }, 'node_modules')
  runOnce(folder, ['npx', 'jest', '--json', '--outputFile=first.json'])
  const { outcomes } = await judge(folder, { reports: 'first.json', 'rerun-command': 'jest', 'rerun-shell': 'bash' })
  expect(outcomes).toEqual(EXPECTED)
})

testWith('go', 'version')('go test, whose output is its report', async () => {
  const source = `package state
import ("os"; "testing")
func TestFlips(t *testing.T) {
  if _, err := os.Stat("state"); err != nil { os.WriteFile("state", nil, 0o600); t.Fatal("the first time") }
}
func TestAlways(t *testing.T) { t.Run("sub test", func(t *testing.T) { t.Fatal("always") }) }
func TestFine(t *testing.T) {}
`
  const folder = projectOf({ 'go.mod': 'module example.com/state\n\ngo 1.20\n', 'state_test.go': source })
  const first = runOnce(folder, ['go', 'test', '-json', './...'])
  await createWorkspaceFiles({ root: folder, reach: 'workspace' }).write('first.json', first)
  const { outcomes } = await judge(folder, { reports: 'first.json', 'rerun-command': 'go-test' })
  expect(outcomes).toEqual({ TestFlips: 'FP', TestAlways: 'FF', 'TestAlways/sub_test': 'FF', TestFine: 'P' })
})

testWith('pytest', '--version')('a rerun that hangs is ended with all that it started, and told', async () => {
  const source = `
import os, subprocess, time
def test_hangs():
    if os.path.exists('state'):
        subprocess.Popen(['sh', '-c', 'sleep 4; touch survived'])
        time.sleep(60)
    open('state', 'w').close()
    assert False
`
  const folder = projectOf({ 'test_state.py': source })
  runOnce(folder, ['pytest', '--junitxml=first.xml'])
  const inputs = { reports: 'first.xml', 'rerun-command': 'pytest', 'rerun-budget': '3s' }
  const { outcomes, notes } = await judge(folder, inputs)
  expect(outcomes).toEqual({ test_hangs: 'F' })
  expect(notes).toContain('Rerun 1 was ended when its time was over.')
  await new Promise((resolve) => setTimeout(resolve, 4_500))
  expect(await createWorkspaceFiles({ root: folder, reach: 'workspace' }).find('survived')).toEqual([])
})

testWith('pytest', '--version')('a program that is not there is told, and the verdict stands', async () => {
  const folder = projectOf({ 'test_state.py': 'def test_always(): assert False' })
  runOnce(folder, ['pytest', '--junitxml=first.xml'])
  const command = `${path.join(folder, 'no-such-pytest')} {tests:pytest} {report}`
  const { outcomes, notes, result } = await judge(folder, { reports: 'first.xml', 'rerun-command': command })
  expect(outcomes).toEqual({ test_always: 'F' })
  expect(notes[0]).toMatch(/^Rerun 1 could not start: .*no-such-pytest/)
  expect(result.decision.verdict.outcome).not.toBe('pass')
})
