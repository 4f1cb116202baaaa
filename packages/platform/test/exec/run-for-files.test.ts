import { mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { beforeEach, expect, test } from '@jest/globals'
import { type CommandReport, REPORT_FOLDER } from '@testwarden/core/model/request'
import type { WritingCommand, WrittenFiles } from '@testwarden/core/ports/exec'
import { createExec } from '../../src/exec.js'
import { tempFolder } from '../support/temp-folder.js'

let workspace: string
let temporary: string

beforeEach(() => {
  workspace = tempFolder()
  temporary = tempFolder()
})

function run<Value>(script: string, report: CommandReport, read: (written: WrittenFiles) => Promise<Value>) {
  const command: WritingCommand = {
    command: process.execPath,
    args: ['-e', script, `${REPORT_FOLDER}/nested`, `--out=${REPORT_FOLDER}`],
    env: { OUT: `${REPORT_FOLDER}/from-env.xml` },
    timeoutMs: 20_000,
    maxOutputBytes: 1_000,
    report,
  }
  return createExec({ cwd: workspace, env: { ...process.env, RUNNER_TEMP: temporary } }).runForFiles(command, read)
}

async function textsOf({ files }: WrittenFiles): Promise<Record<string, string | null>> {
  const found = await files.find('.')
  const texts = await Promise.all(
    found.map(async ({ path: given }) => [given, await files.readText(given, 100)] as const),
  )
  return Object.fromEntries(texts)
}

const WRITE = `const fs = require('fs'); `

test('hands out what the command wrote into its fresh folder, which is gone afterwards', async () => {
  const script = `${WRITE} fs.mkdirSync(process.argv[1]); fs.writeFileSync(process.argv[1] + '/a.xml', process.argv[2]);
    fs.writeFileSync(process.env.OUT, 'env')`
  const { value } = await run(script, { written: null, outputAs: null }, textsOf)
  expect(Object.keys(value)).toEqual(['{report}/from-env.xml', '{report}/nested/a.xml'])
  expect(value['{report}/from-env.xml']).toBe('env')
  expect(value['{report}/nested/a.xml']).toContain(`--out=${temporary}`)
  expect(readdirSync(temporary)).toEqual([])
})

test('its output can be a file too', async () => {
  const { value, child } = await run('console.log("out")', { written: null, outputAs: 'out.json' }, textsOf)
  expect(value).toEqual({ '{report}/out.json': 'out\n' })
  expect(child.exitCode).toBe(0)
})

test('of the folders of its tool only what it changed is handed out', async () => {
  mkdirSync(path.join(workspace, 'target'))
  for (const name of ['kept.xml', 'same.xml', 'changed.xml']) writeFileSync(path.join(workspace, 'target', name), name)
  const script = `${WRITE} fs.writeFileSync('target/same.xml', 'same.xml'); fs.writeFileSync('target/changed.xml', 'x');
    fs.writeFileSync('target/new.xml', 'y'); fs.writeFileSync('target/other.txt', 'z')`
  const { value } = await run(script, { written: 'target/*.xml', outputAs: null }, textsOf)
  expect(value).toEqual({ 'target/changed.xml': 'x', 'target/new.xml': 'y', 'target/same.xml': 'same.xml' })
})

test('a link in the folder leads nowhere else', async () => {
  const secret = path.join(workspace, 'secret.xml')
  writeFileSync(secret, 'secret')
  const script = `${WRITE} fs.symlinkSync(${JSON.stringify(secret)}, process.argv[2].slice(6) + '/link.xml')`
  const { value } = await run(script, { written: null, outputAs: null }, textsOf)
  expect(JSON.stringify(value)).not.toContain('secret"')
})

test('files that it did not write cannot be read, and nothing can be written', async () => {
  writeFileSync(path.join(workspace, 'old.xml'), 'old')
  symlinkSync('old.xml', path.join(workspace, 'link.xml'))
  await run('', { written: '*.xml', outputAs: null }, async ({ files }) => {
    expect(await files.find('.')).toEqual([])
    await expect(files.readText('old.xml', 10)).rejects.toThrow('old.xml is none of the files that the command wrote')
    await expect(files.write('old.xml', '')).rejects.toThrow('only read')
  })
})

test('the folder is gone when reading fails', async () => {
  const read = () => Promise.reject(new Error('cannot read'))
  await expect(run('', { written: null, outputAs: null }, read)).rejects.toThrow('cannot read')
  expect(readdirSync(temporary)).toEqual([])
})
