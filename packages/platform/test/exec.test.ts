import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, test } from '@jest/globals'
import type { ChildCommand } from '@testwarden/core/ports/exec'
import { createExec } from '../src/exec.js'
import { tempFolder } from './support/temp-folder.js'

const exec = createExec({ cwd: tempFolder(), env: process.env })

function node(script: string, more: Partial<ChildCommand> = {}): ChildCommand {
  return { command: process.execPath, args: ['-e', script], timeoutMs: 10_000, maxOutputBytes: 10_000, ...more }
}

test('gives exit code, both outputs and the time it took', async () => {
  const result = await exec.run(node('console.log("out"); console.error("err"); process.exitCode = 3'))
  expect(result).toMatchObject({ exitCode: 3, stdout: 'out\n', stderr: 'err\n', isTimedOut: false, isTruncated: false })
  expect(result.durationMs).toBeGreaterThan(0)
})

test('passes arguments on as they are, without a shell', async () => {
  const text = '$(touch x); `id` "a b" *'
  const { stdout } = await exec.run(
    node('process.stdout.write(process.argv[1])', { args: ['-p', 'process.argv[1]', text] }),
  )
  expect(stdout).toBe(`${text}\n`)
})

test('adds to the environment', async () => {
  const { stdout } = await exec.run(
    node('process.stdout.write(process.env.A + typeof process.env.PATH)', { env: { A: 'b' } }),
  )
  expect(stdout).toBe('bstring')
})

test('drops output beyond the cap, says so, and lets the process end', async () => {
  const script = 'process.stdout.write("x".repeat(5e6), () => process.stderr.write("done"))'
  const result = await exec.run(node(script, { maxOutputBytes: 1000 }))
  expect(result).toMatchObject({ exitCode: 0, stdout: 'x'.repeat(1000), stderr: '', isTruncated: true })
})

test('ends the whole process tree at the timeout', async () => {
  const ticks = path.join(tempFolder(), 'ticks')
  const grandchild = `setInterval(() => require('fs').appendFileSync(${JSON.stringify(ticks)}, '.'), 20)`
  const spawn = `require('child_process').spawn(process.execPath, ['-e', ${JSON.stringify(grandchild)}], { stdio: 'inherit' })`
  const result = await exec.run(node(spawn, { timeoutMs: 1500 }))
  expect(result).toMatchObject({ exitCode: null, isTimedOut: true })
  await sleep(100)
  const counted = readFileSync(ticks).length
  expect(counted).toBeGreaterThan(0)
  await sleep(200)
  expect(readFileSync(ticks)).toHaveLength(counted)
})

test('does not wait for a process that left the tree and keeps the output open', async () => {
  const script = `require('child_process').spawn('sleep', ['30'], { detached: true, stdio: 'inherit' }).unref(); process.exit(0)`
  const waited = sleep(20_000).then(() => 'waited for it' as const)
  const result = await Promise.race([exec.run(node(script, { timeoutMs: 1000 })), waited])
  expect(result).toMatchObject({ isTimedOut: true })
})

describe('what a command leaves running', () => {
  function leaving(stdio: string, ticks: string): ChildCommand {
    const writer = `setInterval(() => require('fs').appendFileSync(${JSON.stringify(ticks)}, '.'), 20)`
    const options = `{ stdio: ${JSON.stringify(stdio)} }`
    const spawn = `require('child_process').spawn(process.execPath, ['-e', ${JSON.stringify(writer)}], ${options}).unref()`
    return node(`${spawn}; console.log('done'); setTimeout(() => process.exit(0), 300)`)
  }

  test.each(['ignore', 'inherit'])('is ended with it and told, also where its output is %s', async (stdio) => {
    const ticks = path.join(tempFolder(), 'ticks')
    const result = await exec.run(leaving(stdio, ticks))
    expect(result).toMatchObject({ exitCode: 0, stdout: 'done\n', isTimedOut: false, hasLeftovers: true })
    await sleep(100)
    const counted = sizeOf(ticks)
    await sleep(200)
    expect(sizeOf(ticks)).toBe(counted)
  })

  test('may still write what it has to say', async () => {
    const late = `setTimeout(() => console.log('late'), 300)`
    const script = `require('child_process').spawn(process.execPath, ['-e', ${JSON.stringify(late)}], { stdio: 'inherit' }).unref()`
    expect(await exec.run(node(script))).toMatchObject({ exitCode: 0, stdout: 'late\n', hasLeftovers: false })
  })
})

describe('processor time', () => {
  const BUSY = 'const end = Date.now() + 300; while (Date.now() < end);'
  const WAIT = `Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 300)`

  test('is that of the command and of what it started, not that of the clock on the wall', async () => {
    const spawn = `require('child_process').spawnSync(process.execPath, ['-e', ${JSON.stringify(BUSY)}])`
    const measure = 'cpu-time'
    const { cpuMs: busy } = await exec.run(node(spawn, { measure }))
    const { cpuMs: waiting, durationMs } = await exec.run(node(WAIT, { measure }))
    expect(durationMs).toBeGreaterThanOrEqual(300)
    expect(busy).toBeGreaterThan(waiting ?? Number.POSITIVE_INFINITY)
    expect(waiting).toBeGreaterThan(0)
  })

  test('changes nothing of what a command gets and gives', async () => {
    const script = `console.log(JSON.stringify(process.argv.slice(1))); console.error('err'); process.exitCode = 3`
    const odd = ['$(touch x)', '`id`', "it's", '"', '']
    const given = node(script, { args: ['-e', script, '--', ...odd], measure: 'cpu-time' })
    const result = await exec.run(given)
    expect(result).toMatchObject({ exitCode: 3, stdout: `${JSON.stringify(odd)}\n`, stderr: 'err\n' })
    expect(result.cpuMs).not.toBeNull()
  })

  test('is not told of a command that its time limit ended, with all that it started', async () => {
    const result = await exec.run(node('setInterval(() => {}, 1000)', { timeoutMs: 500, measure: 'cpu-time' }))
    expect(result).toMatchObject({ exitCode: null, isTimedOut: true, cpuMs: null })
  })

  test('is not measured where nobody asks, and a program that is not there is an error all the same', async () => {
    expect(await exec.run(node(''))).toMatchObject({ cpuMs: null })
    await expect(exec.run(node('', { command: 'no-such-program', measure: 'cpu-time' }))).rejects.toThrow(
      'cannot start',
    )
  })
})

function sizeOf(file: string): number {
  return existsSync(file) ? readFileSync(file).length : 0
}

test('a program that does not exist is an error with its remedy', async () => {
  await expect(exec.run(node('', { command: 'no-such-program' }))).rejects.toMatchObject({
    name: 'PlatformError',
    message: expect.stringContaining('no-such-program'),
    remedy: expect.stringContaining('install'),
  })
})
