import { afterEach, expect } from '@jest/globals'
import { nodes } from '../support/bundled-action.js'
import { projectOf, testWith } from '../support/real-runner.js'
import { runCli } from '../support/run-cli.js'
import { createScenario, pullRequestEvent, type Scenario } from '../support/scenario.js'

const scenarios: Scenario[] = []

afterEach(async () => {
  for (const scenario of scenarios.splice(0)) await scenario.close()
})

/** Both failed in the run of the job; the second time one of them passes. */
const TESTS = `
import os
def test_flips(): assert os.path.exists('state')
def test_always(): print('::error::forged'); print(os.environ.get('INPUT_RERUN-COMMAND')); assert False
def test_fine(): pass
`
const REPORT = `<testsuites name="pytest tests"><testsuite name="pytest" tests="3" failures="2">
<testcase classname="test_state" name="test_flips"><failure message="AssertionError">no</failure></testcase>
<testcase classname="test_state" name="test_always"><failure message="AssertionError">no</failure></testcase>
<testcase classname="test_state" name="test_fine"/></testsuite></testsuites>`

async function change(inputs: Readonly<Record<string, string>>, configs: { base?: string; tested?: string } = {}) {
  const fileOf = (text: string | undefined) => (text === undefined ? {} : { '.github/testwarden.yml': text })
  const scenario = await createScenario({ baseFiles: fileOf(configs.base), changeFiles: fileOf(configs.tested) })
  scenarios.push(scenario)
  return scenario.run({
    action: 'flaky-detector',
    event: pullRequestEvent(scenario),
    checkout: { ref: 'refs/pull/7/merge', depth: 2 },
    written: { 'test_state.py': TESTS, 'report.xml': REPORT, state: '' },
    with: { reports: 'report.xml', ...inputs },
    github: { sha: scenario.merge },
    nodePath: nodes()[0]?.path ?? process.execPath,
  })
}

const testPytest = testWith('pytest', '--version')

testPytest('failed tests run again: one is a proven flake, the other fails', async () => {
  const result = await change({ 'rerun-command': 'pytest', 'new-failures': '0' })
  expect(result.exitCode).toBe(1)
  expect(result.outputs.get('failed-tests')).toBe('1')
  expect(result.outputs.get('flaky-test-count')).toBe('1')
  expect(result.summary).toContain('`test_flips` failed and passed: a proven flake')
})

testPytest('a flake that a rerun proves is excused under a quarantine, and only there', async () => {
  const since = new Date().toISOString().slice(0, 10)
  const entry = `{ test: test_flips, reason: a race, owner: acme/team, since: ${since} }`
  const base = `flaky:\n  rerun-command: pytest\n  new-failures: 0\n  quarantine: [${entry}]\n`
  const result = await change({}, { base })
  expect(result.outputs.get('new-failures')).toBe('1')
  expect(result.summary).toContain('1 failure')
  expect(result.summary).toContain('Excused')
})

testPytest('nothing that the tests print is a command, and none of them sees an input', async () => {
  const result = await change({ 'rerun-command': 'pytest' })
  expect(result.log.join('\n')).toContain('pytest (exit code 1')
  expect(result.log.join('\n')).toContain('\\u{3a}:error::forged')
  expect(result.log).toContain('None')
  expect(JSON.stringify(result.annotations)).not.toContain('forged')
})

testPytest('the config of a change does not say what is run', async () => {
  const evil = `flaky:\n  rerun-command: "touch pwned {tests:pytest} {report}"\n`
  const unasked = await change({}, { tested: evil })
  expect(unasked.outputs.get('failed-tests')).toBe('2')
  const asked = await change({}, { base: 'flaky:\n  rerun-command: pytest\n', tested: evil })
  expect(asked.outputs.get('failed-tests')).toBe('1')
})

testPytest('a dry run starts nothing, and says how to', async () => {
  const result = await change({ 'rerun-command': 'pytest', 'dry-run': 'true' })
  expect(result.outputs.get('failed-tests')).toBe('2')
  expect(result.summary).toContain('Rerun 1 could not start: Nothing is started here, so pytest was not run.')
})

testPytest('the command line runs tests only with --rerun', () => {
  const folder = projectOf({ 'test_state.py': TESTS, 'report.xml': REPORT, state: '' })
  const args = ['check', 'flaky', '--reports', 'report.xml', '--rerun-command', 'pytest']
  const home = { HOME: process.env.HOME ?? '' }
  const looked = runCli(folder, args, home)
  expect(looked.stdout).toContain('2 failures')
  expect(looked.stdout).toContain('Add --rerun to run it')
  const ran = runCli(folder, [...args, '--rerun'], home)
  expect(ran.stdout).toContain('test_flips failed and passed: a proven flake')
  expect(ran.stderr).toContain('pytest (exit code 1')
})
