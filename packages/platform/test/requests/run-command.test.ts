import { expect, test } from '@jest/globals'
import type { Exec, WrittenFiles } from '@testwarden/core/ports/exec'
import { CapturingLog } from '@testwarden/testkit/fakes/capturing-log'
import { MemoryFiles } from '@testwarden/testkit/fakes/memory-files'
import { createRefusingExec } from '../../src/exec/refusing-exec.js'
import { createExec } from '../../src/exec.js'
import { createActionLog } from '../../src/log.js'
import { fulfil } from '../../src/requests/fulfil.js'
import { tempFolder } from '../support/temp-folder.js'

function asking(exec: Exec = createExec({ cwd: tempFolder(), env: process.env })) {
  const readReported = async (_: unknown, { files }: WrittenFiles) => (await files.find('.')).map(({ path }) => path)
  return {
    definition: { readReported },
    ports: { files: new MemoryFiles({}), exec, log: new CapturingLog(), github: null },
  }
}

function command(script: string, timeoutMs = 20_000) {
  const report = { written: null, outputAs: null }
  return { kind: 'run-command', id: 'a', command: process.execPath, args: ['-e', script], timeoutMs, report } as const
}

test('what it reports is in the observation, what it prints in the log', async () => {
  const given = asking()
  const { result } = await fulfil(command('console.log("out"); console.error("err"); process.exitCode = 1'), given)
  expect(result).toMatchObject({ kind: 'command', exitCode: 1, stdout: '', reported: [] })
  expect(given.ports.log.lines[0]?.message).toMatch(/\(exit code 1, [\d.]+ s\)\nout\n\nerr\n$/)
})

test('output that is a report is read, not shown', async () => {
  const given = asking()
  const request = { ...command('console.log("{}")'), report: { written: null, outputAs: 'o.json' } }
  const { result } = await fulfil(request, given)
  expect(result).toMatchObject({ reported: ['{report}/o.json'] })
  expect(given.ports.log.lines[0]?.message).not.toContain('{}')
})

test('no line that it prints is a command for the runner', async () => {
  let written = ''
  const log = createActionLog((text) => {
    written += text
  })
  const given = asking()
  const script = 'console.log("::error::forged\\n::endgroup::\\n##[error]x\\nplain")'
  await fulfil(command(script), { ...given, ports: { ...given.ports, log } })
  const lines = written.trim().split(/\r?\n/)
  expect(lines[0]).toMatch(/^::group::.*\(exit code 0/)
  expect(lines.at(-1)).toBe('::endgroup::')
  expect(lines.slice(1, -1).filter((line) => line.startsWith('::') || line.includes('##['))).toEqual([])
  expect(written).toContain('plain')
})

test('one that hangs is ended at its time, which is told', async () => {
  const { result } = await fulfil(command('setInterval(() => {}, 1000)', 300), asking())
  expect(result).toMatchObject({ kind: 'command', exitCode: null, isTimedOut: true, reported: [] })
})

test('where nothing may be started it says so, and how it may', async () => {
  const { result } = await fulfil(command(''), asking(createRefusingExec('add --rerun to run it')))
  expect(result).toEqual({
    kind: 'failed',
    message: `Nothing is started here, so ${process.execPath} was not run. Add --rerun to run it.`,
  })
})

test('what is odd about a command is in the observation, and nothing of one that is not', async () => {
  const plain = await fulfil(command(''), asking())
  expect(Object.keys(plain.result).sort()).toEqual(['durationMs', 'exitCode', 'kind', 'reported', 'stdout'])
  const leave = `require('child_process').spawn('sleep', ['30'], { stdio: 'ignore' }).unref()`
  const flood = `process.stdout.write('x'.repeat(2e6), () => setTimeout(() => process.exit(0), 100))`
  const { report, ...odd } = command(`${leave}; ${flood}`)
  const { result } = await fulfil({ ...odd, measure: 'cpu-time' }, asking())
  expect(result).toMatchObject({ isTruncated: true, hasLeftovers: true, cpuMs: expect.any(Number) })
})
