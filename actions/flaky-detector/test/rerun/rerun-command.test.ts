import { spawnSync } from 'node:child_process'
import { describe, expect, test } from '@jest/globals'
import { callThroughBash, callWithoutShell } from '@testwarden/core/command/command-call'
import { REPORT_FOLDER } from '@testwarden/core/model/request'
import { presets } from '../../src/rerun/presets.js'
import { parseRerunCommand, type RerunCommand } from '../../src/rerun/rerun-command.js'
import { selectors } from '../../src/selectors/registry.js'

function parsed(written: string): RerunCommand {
  const result = parseRerunCommand(written)
  if (!result.ok) throw new Error(result.expected)
  return result.command
}

test('every selector has a preset, which its own command line is understood as', () => {
  expect(presets.map(({ id }) => id)).toEqual(selectors.map(({ id }) => id))
  for (const preset of presets) {
    expect(parsed(preset.id).selector.id).toBe(preset.id)
    expect(parsed(preset.command).selector.id).toBe(preset.id)
    expect(parsed(preset.id).report).toEqual(preset.report)
  }
})

describe('a command line', () => {
  test.each([
    ['./node_modules/.bin/jest {tests} {report}', 'jest'],
    ['python -m pytest {tests}', 'pytest'],
    ['.\\gradlew.bat test {tests}', 'gradle'],
    ['npm test -- {tests:vitest}', 'vitest'],
    ['make rerun TESTS="x" {tests:go-test}', 'go-test'],
  ])('%p names %s', (line, id) => {
    expect(parsed(line).selector.id).toBe(id)
  })

  test.each([
    ['npm test -- {tests}', 'as the command names none'],
    ['npm test -- {tests:mocha}', 'as the command names none'],
    ['pytest', ''],
    ['pytest -q', 'one word `{tests}`'],
    ['pytest {tests} {tests}', 'one word `{tests}`'],
    ['pytest "{tests} -q"', 'one word `{tests}`'],
    [`pytest 'a {tests}`, 'whose quotes all end'],
  ])('%p is refused only for a reason: %p', (line, reason) => {
    const result = parseRerunCommand(line)
    expect(result.ok ? '' : result.expected).toContain(reason)
    expect(result.ok).toBe(reason === '')
  })

  test.each([
    ['pytest --junitxml={report}/a.xml {tests}', { written: null, outputAs: null }],
    ['pytest {tests}', null],
    ['npm test -- {tests:jest}', null],
    ['mvn -o {tests} verify', { written: '**/target/surefire-reports/*.xml', outputAs: null }],
    ['go test -json -race {tests}', { written: null, outputAs: 'go-test.json' }],
  ])('%p reports as its runner always does, or into the folder, or nobody knows where', (line, report) => {
    expect(parsed(line).report).toEqual(report)
  })
})

const ODD = ['a b', '$(touch pwned)', "it's", '"{report}"', '`id`', '{tests}']

test('without a shell tests are arguments, and the folder stands where it was asked for', () => {
  expect(callWithoutShell(parsed('pytest --out={report}/x {tests} -q'), ODD)).toEqual({
    command: 'pytest',
    args: [`--out=${REPORT_FOLDER}/x`, ...ODD, '-q'],
    env: {},
  })
})

describe('through bash', () => {
  const SHOW = `node -e 'console.log(JSON.stringify(process.argv.slice(1)))' --`

  function printed(line: string, tests: readonly string[]): unknown {
    const { command, args, env } = callThroughBash(parsed(line), tests)
    const placed = { TESTWARDEN_REPORT: env.TESTWARDEN_REPORT?.replaceAll(REPORT_FOLDER, '/tmp/my report') }
    return JSON.parse(spawnSync(command, args, { env: { ...process.env, ...placed }, encoding: 'utf8' }).stdout)
  }

  test('names of tests and the folder are what they are, whatever they hold', () => {
    expect(printed(`${SHOW} {report}/x {tests:pytest}`, ODD)).toEqual(['/tmp/my report/x', ...ODD])
  })

  test('names of tests are never code, wherever they stand', () => {
    expect(printed(`${SHOW} $(echo {tests:pytest} )`, ['$(id)', '`id`'])).toEqual(['$(id)', '`id`'])
  })

  test('it ends at the first failing part of a pipe', () => {
    const { args } = callThroughBash(parsed('pytest {tests} | tee log'), ['a'])
    expect(args.slice(0, 4)).toEqual(['-euo', 'pipefail', '-c', 'pytest "$@" | tee log'])
  })
})
