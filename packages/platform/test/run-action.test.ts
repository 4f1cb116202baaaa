import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { decodeVerdictFile, type VerdictFile } from '@testwarden/core/files/verdict-file'
import type { AnyAction } from '../src/judge-gates.js'
import { runStep } from '../src/run-action.js'
import { askingAction } from './support/asking-action.js'
import { type FakeHost, fakeHost } from './support/fake-host.js'
import { recordingLog } from './support/recording-log.js'

const noDiff = async () => []

function verdictOf(host: FakeHost, folder = 'gate'): VerdictFile {
  const file = path.join(host.temporaryFolder, 'testwarden', folder, 'verdict.v1.json')
  return decodeVerdictFile(readFileSync(file, 'utf8'), file)
}

function boom(): never {
  throw new TypeError('boom with ghp_0123456789abcdefghij')
}

describe('a fault of Testwarden itself', () => {
  test.each<[string, Partial<AnyAction>]>([
    ['while it collects', { collect: boom }],
    ['while it decides', { decide: boom }],
    ['while it makes the page', { present: boom }],
    ['while it shows the page', { present: () => ({ gate: 'asking', title: 'answers', sections: boom as never }) }],
  ])('%s ends with 70 and still leaves a verdict file, outputs and a summary', async (_when, broken) => {
    const [host, log] = [fakeHost(), recordingLog()]
    const exitCode = await runStep({ definition: { ...askingAction, ...broken }, parseDiff: noDiff, host, log })
    expect(exitCode).toBe(70)
    const verdict = verdictOf(host)
    expect(verdict).toMatchObject({ exitCode: 70, outcome: 'inconclusive', run: null })
    expect(verdict.gates[0]?.problems).toMatchObject([{ kind: 'bug' }])
    expect(JSON.stringify(verdict)).not.toContain('ghp_0123456789')
    expect(readFileSync(host.outputPath, 'utf8')).toMatch(/outcome<<(\S+)\ninconclusive\n[\s\S]*verdict-path<</)
    expect(readFileSync(host.summaryPath, 'utf8')).toContain('Testwarden failed')
    expect(log.lines.join('\n')).toContain('fault of Testwarden')
  })

  test('that nobody can be told of by files is still told in the log', async () => {
    const [host, log] = [fakeHost(), recordingLog()]
    writeFileSync(host.temporaryFolder, 'a file, so that no folder can be made')
    const exitCode = await runStep({ definition: { ...askingAction, collect: boom }, parseDiff: noDiff, host, log })
    expect(exitCode).toBe(70)
    expect(log.lines.join('\n')).toMatch(/boom[\s\S]*Cannot write/)
  })
})

describe('the files of a step', () => {
  test('are not those of an earlier step of the same name, as two in one composite action are', async () => {
    const [host, log] = [fakeHost(), recordingLog()]
    for (const _step of ['first', 'second']) await runStep({ definition: askingAction, parseDiff: noDiff, host, log })
    expect(readdirSync(path.join(host.temporaryFolder, 'testwarden'))).toEqual(['gate', 'gate-2'])
    expect(readFileSync(host.outputPath, 'utf8')).toContain(path.join('gate-2', 'verdict.v1.json'))
  })

  test('are named by an output only where they were written', async () => {
    const [host, log] = [fakeHost(), recordingLog()]
    mkdirSync(path.dirname(host.temporaryFolder), { recursive: true })
    writeFileSync(host.temporaryFolder, 'a file, so that no folder can be made')
    await runStep({ definition: askingAction, parseDiff: noDiff, host, log })
    expect(readFileSync(host.outputPath, 'utf8')).not.toContain('verdict-path')
    expect(log.lines.join('\n')).toContain('Cannot write')
  })
})
