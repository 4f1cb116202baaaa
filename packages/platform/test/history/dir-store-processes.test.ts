import { type ExecFileException, execFile } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { sampleRecord } from '@testwarden/testkit/history-store-conformance'
import { buildSync } from 'esbuild'
import { createDirStore } from '../../src/history/dir-store.js'

const ROOT = join(import.meta.dirname, '../../../..')
let folder = ''
let worker = ''

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'testwarden-processes-'))
  worker = bundleWorker()
})

afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('20 processes that append at once lose nothing', async () => {
  const directory = join(folder, 'at-once')
  const processes = Array.from({ length: 20 }, (_, process) =>
    [0, 1, 2].map((step) => sampleRecord({ run: `${process}-${step}` })),
  )
  const results = await Promise.all(processes.map((records) => append({ directory, records })))
  expect(results.map(({ stdout }) => stdout)).toEqual(processes.map(() => 'appended\nappended\nappended\n'))
  const { records, warnings } = await read(directory)
  expect(warnings).toEqual([])
  const runs = processes.flat().map((record) => record.key.run)
  expect(records.map((record) => record.key.run).sort()).toEqual(runs.sort())
})

test('of 20 processes with other contents under one key exactly one has its record written', async () => {
  const directory = join(folder, 'one-key')
  const contents = Array.from({ length: 20 }, (_, body) => sampleRecord({ body }))
  const results = await Promise.all(contents.map((record) => append({ directory, records: [record] })))
  const winners = contents.filter((_, index) => results[index]?.error === null)
  expect(winners).toHaveLength(1)
  expect((await read(directory)).records).toEqual(winners)
  expect(results.filter(({ stderr }) => stderr.includes('two different records of one run'))).toHaveLength(19)
})

test('a process that is killed between writing and naming leaves nothing that is read', async () => {
  const directory = join(folder, 'killed')
  const record = sampleRecord()
  const { error } = await append({ directory, records: [record], ending: 'killed-before-link' })
  expect(error?.signal).toBe('SIGKILL')
  expect(readdirSync(join(directory, 'coverage-gate', '2026-03'))).toEqual([expect.stringMatching(/^\..*\.draft$/)])
  expect(await read(directory)).toEqual({ records: [], warnings: [] })
  expect((await append({ directory, records: [record] })).stdout).toBe('appended\n')
  expect(await read(directory)).toEqual({ records: [record], warnings: [] })
})

function read(directory: string) {
  return createDirStore({ directory, name: 'dir:history' }).read({ action: 'coverage-gate' })
}

interface Appending {
  readonly directory: string
  readonly records: readonly unknown[]
  readonly ending?: 'killed-before-link'
}

interface Ended {
  readonly error: ExecFileException | null
  readonly stdout: string
  readonly stderr: string
}

function append({ directory, records, ending }: Appending): Promise<Ended> {
  const args = [worker, directory, JSON.stringify(records), ending ?? 'done']
  return new Promise((resolve) => {
    execFile(process.execPath, args, (error, stdout, stderr) => resolve({ error, stdout, stderr }))
  })
}

/** The sources as one file of JavaScript, because a child process has no test runner to translate them. */
function bundleWorker(): string {
  const outfile = join(folder, 'append-worker.mjs')
  const source = join(import.meta.dirname, 'append-worker.ts')
  const alias = Object.fromEntries(
    ['core', 'history'].map((name) => [`@testwarden/${name}`, join(ROOT, 'packages', name, 'src')]),
  )
  buildSync({ entryPoints: [source], outfile, alias, bundle: true, platform: 'node', format: 'esm' })
  return outfile
}
