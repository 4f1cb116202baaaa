// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the syntax of GitHub expressions
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { node24Path } from '../../../../scripts/node24.mjs'
import type { ActionRun } from '../../src/runner/action-run.js'
import { runAction } from '../../src/runner/run-action.js'

const ACTION = `
name: example
inputs:
  token: { default: '\${{ github.token }}' }
  matrix: { default: '\${{ toJSON(matrix) }}' }
  Report Path: { default: 'coverage.info' }
  old-name: { deprecationMessage: use report path, required: true }
runs: { using: node24, main: ../dist/main.mjs }
`

let root: string

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'runner-'))
  for (const folder of ['action', 'dist', 'workspace', 'temp']) mkdirSync(join(root, folder))
  writeFileSync(join(root, 'action', 'action.yml'), ACTION)
})

afterEach(() => rmSync(root, { recursive: true, force: true }))

function run(script: string, more: Partial<ActionRun> = {}) {
  writeFileSync(join(root, 'dist', 'main.mjs'), `import fs from 'node:fs'\nconst env = process.env\n${script}`)
  return runAction({
    actionFolder: join(root, 'action'),
    event: { name: 'push', payload: { ref: 'refs/heads/main', after: 'a'.repeat(40) } },
    workspace: join(root, 'workspace'),
    temporaryFolder: join(root, 'temp'),
    token: 'ghs_example-token',
    ...more,
  })
}

async function printed(expression: string, more: Partial<ActionRun> = {}): Promise<unknown> {
  const { log } = await run(`console.log('=' + JSON.stringify(${expression}))`, more)
  return JSON.parse(log.find((line) => line.startsWith('='))?.slice(1) ?? 'null')
}

describe('inputs', () => {
  test('have their defaults evaluated, and names in upper case with spaces replaced', async () => {
    const inputs = await printed(
      `[env['INPUT_REPORT_PATH'], JSON.parse(env.INPUT_MATRIX), env.INPUT_TOKEN.length, env['INPUT_OLD-NAME'] ?? null]`,
      { contexts: { matrix: { node: 24 } } },
    )
    expect(inputs).toEqual(['coverage.info', { node: 24 }, 17, null])
  })

  test('given by the step win, whatever their case', async () => {
    const given = { with: { 'report path': 'x-${{ github.event_name }}' } }
    expect(await printed(`env['INPUT_REPORT_PATH']`, given)).toBe('x-push')
  })

  test('that are unknown or deprecated warn', async () => {
    const { annotations, outcome } = await run('', { with: { reprot: 'x', 'old-name': 'y' } })
    expect(outcome).toBe('success')
    expect(annotations.map(({ message }) => message)).toEqual([
      expect.stringContaining("Unexpected input(s) 'reprot', valid inputs are ['token', "),
      expect.stringContaining("'old-name' has been deprecated with message: use report path"),
    ])
  })
})

describe('the environment', () => {
  test('tells the event and where it runs', async () => {
    const names = ['GITHUB_SHA', 'GITHUB_REF_NAME', 'GITHUB_EVENT_NAME', 'GITHUB_ACTIONS', 'GITHUB_REF_PROTECTED', 'CI']
    expect(await printed(`${JSON.stringify(names)}.map((name) => env[name])`)).toEqual([
      'a'.repeat(40),
      'main',
      'push',
      'true',
      'false',
      'true',
    ])
    expect(await printed(`[process.cwd() === env.GITHUB_WORKSPACE, env.RUNNER_TEMP !== undefined]`)).toEqual([
      true,
      true,
    ])
  })

  test('has the refs of a pull request and its payload in a file', async () => {
    const pull_request = { number: 7, head: { ref: 'topic' }, base: { ref: 'main' } }
    const event = { name: 'pull_request', payload: { number: 7, pull_request } }
    const names = `[env.GITHUB_REF, env.GITHUB_HEAD_REF, env.GITHUB_BASE_REF]`
    expect(await printed(names, { event })).toEqual(['refs/pull/7/merge', 'topic', 'main'])
    expect(await printed(`JSON.parse(fs.readFileSync(env.GITHUB_EVENT_PATH, 'utf8'))`, { event })).toEqual(
      event.payload,
    )
  })

  test('leaks no variable of the test process and no token', async () => {
    process.env.TESTWARDEN_LEAK = 'yes'
    const names = await printed(`[env.TESTWARDEN_LEAK ?? null, env.GITHUB_TOKEN ?? null, env.NODE_OPTIONS ?? null]`)
    delete process.env.TESTWARDEN_LEAK
    expect(names).toEqual([null, null, null])
  })
})

describe('the result', () => {
  test('has outputs, variables, paths, state and summary from the files', async () => {
    const result = await run(`
      fs.appendFileSync(env.GITHUB_OUTPUT, 'verdict<<X\\npass\\nX\\n')
      fs.appendFileSync(env.GITHUB_ENV, 'A=1\\n')
      fs.appendFileSync(env.GITHUB_PATH, '/opt/bin\\n')
      fs.appendFileSync(env.GITHUB_STATE, 's=2\\n')
      fs.appendFileSync(env.GITHUB_STEP_SUMMARY, '# Coverage ghs_example-token\\n')`)
    expect(Object.fromEntries(result.outputs)).toEqual({ verdict: 'pass' })
    expect(Object.fromEntries(result.env)).toEqual({ A: '1' })
    expect(result.paths).toEqual(['/opt/bin'])
    expect(Object.fromEntries(result.state)).toEqual({ s: '2' })
    expect(result.summary).toBe('# Coverage ***\n')
    expect(readdirSync(join(root, 'temp', '_runner_file_commands')).length).toBeGreaterThan(0)
  })

  test('reads commands from both streams and masks the token', async () => {
    const result = await run(`console.log('::notice::out ghs_example-token'); console.error('x ##[error]err')`)
    expect(result.annotations.map(({ message }) => message).sort()).toEqual(['err', 'out ***'])
    expect(result.masks).toContain('ghs_example-token')
    expect(result.log.join()).not.toContain('ghs_example-token')
  })

  test('fails with the exit code, also when a command could not be done', async () => {
    expect(await run('process.exitCode = 3')).toMatchObject({ exitCode: 3, outcome: 'failure' })
    expect(await run(`console.log('::set-env name=A::b')`)).toMatchObject({ exitCode: 0, outcome: 'failure' })
    const broken = await run(`fs.writeFileSync(env.GITHUB_OUTPUT, 'no entry')`)
    expect(broken).toMatchObject({ exitCode: 0, outcome: 'failure' })
    expect(broken.annotations[0]?.message).toContain('GITHUB_OUTPUT')
  })

  test('drops a summary over one MiB whole, with an error that does not fail the step', async () => {
    const exact = await run(`fs.writeFileSync(env.GITHUB_STEP_SUMMARY, 'x'.repeat(1048576))`)
    expect(exact.summary).toHaveLength(1048576)
    const over = await run(`fs.writeFileSync(env.GITHUB_STEP_SUMMARY, 'x'.repeat(1048577))`)
    expect(over).toMatchObject({ summary: null, outcome: 'success' })
    expect(over.annotations[0]?.message).toContain('upload aborted')
  })

  test('has no exit code when the time is over', async () => {
    const result = await run('setInterval(() => {}, 1000)', { timeoutMs: 300 })
    expect(result).toMatchObject({ exitCode: null, outcome: 'failure' })
  })
})

test('an action whose script does not exist cannot be started', async () => {
  writeFileSync(join(root, 'action', 'action.yml'), 'runs: { using: node24, main: nothing.js }')
  await expect(run('')).rejects.toThrow('runs.main')
})

const node24 = node24Path()
const onNode24 = node24 === null ? test.skip : test

onNode24('runs on the Node that GitHub uses, where it is installed', async () => {
  expect(await printed('process.version', { nodePath: node24 ?? '' })).toMatch(/^v24\./)
})
