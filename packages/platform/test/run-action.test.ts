import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { gunzipSync } from 'node:zlib'
import { describe, expect, jest, test } from '@jest/globals'
import { decodeEvidenceFile } from '@testwarden/core/files/evidence-file'
import { decodeVerdictFile, type VerdictFile } from '@testwarden/core/files/verdict-file'
import type { AnyAction } from '../src/judge-gates.js'
import { createActionLog } from '../src/log.js'
import { runStep } from '../src/run-action.js'
import { soleGate } from '../src/suite.js'
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
    const exitCode = await runStep({ suite: soleGate({ ...askingAction, ...broken }), parseDiff: noDiff, host, log })
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
    const exitCode = await runStep({
      suite: soleGate({ ...askingAction, collect: boom }),
      parseDiff: noDiff,
      host,
      log,
    })
    expect(exitCode).toBe(70)
    expect(log.lines.join('\n')).toMatch(/boom[\s\S]*Cannot write/)
  })
})

describe('the files of a step', () => {
  test('are not those of an earlier step of the same name, as two in one composite action are', async () => {
    const [host, log] = [fakeHost(), recordingLog()]
    for (const _step of ['first', 'second'])
      await runStep({ suite: soleGate(askingAction), parseDiff: noDiff, host, log })
    expect(readdirSync(path.join(host.temporaryFolder, 'testwarden'))).toEqual(['gate', 'gate-2'])
    expect(readFileSync(host.outputPath, 'utf8')).toContain(path.join('gate-2', 'verdict.v1.json'))
  })

  test('are named by an output only where they were written', async () => {
    const [host, log] = [fakeHost(), recordingLog()]
    mkdirSync(path.dirname(host.temporaryFolder), { recursive: true })
    writeFileSync(host.temporaryFolder, 'a file, so that no folder can be made')
    await runStep({ suite: soleGate(askingAction), parseDiff: noDiff, host, log })
    expect(readFileSync(host.outputPath, 'utf8')).not.toContain('verdict-path')
    expect(log.lines.join('\n')).toContain('Cannot write')
  })
})

describe('an environment that lacks what the runner sets', () => {
  test.each([
    ['nothing at all', {}],
    ['no commit', { GITHUB_EVENT_NAME: 'push', GITHUB_REF: 'refs/heads/main' }],
    ['a commit that is none', { GITHUB_EVENT_NAME: 'push', GITHUB_REF: 'refs/heads/main', GITHUB_SHA: '::error::x' }],
    ['an attempt beyond numbers', { GITHUB_EVENT_NAME: 'push', GITHUB_RUN_ATTEMPT: '99999999999999999999' }],
  ])('(%s) still gives files that others can read, and no record without a commit', async (_what, env) => {
    const payload = { repository: { default_branch: 'main' } }
    const [host, log] = [fakeHost({ env, payload, inputs: { history: 'dir:history' } }), recordingLog()]
    const remembering: AnyAction = {
      ...askingAction,
      maxEvidenceBytes: 10_000,
      ask: () => [],
      decide: () => ({
        verdict: { outcome: 'pass', headline: '', reasons: [] },
        findings: [],
        changes: [{ kind: 'append-history', key: 'h', body: {} }],
      }),
    }
    expect(await runStep({ suite: soleGate(remembering), parseDiff: noDiff, host, log })).toBe(0)
    expect(verdictOf(host).gates[0]?.receipts).toMatchObject([{ status: 'failed' }])
    expect(log.lines.join('\n')).toContain('cannot become a baseline. Run the action')
  })
})

describe('a dry run that is written otherwise than true or false', () => {
  test.each(['True', 'yes', 'ture'])('(%s) is told, and nothing is written', async (written) => {
    const [host, log] = [fakeHost({ inputs: { 'dry-run': written, history: 'dir:history' } }), recordingLog()]
    const changing: AnyAction = {
      ...askingAction,
      ask: () => [],
      decide: () => ({
        verdict: { outcome: 'pass', headline: '', reasons: [] },
        findings: [],
        changes: [{ kind: 'write-file', key: 'f', path: 'written.txt', content: 'x' }],
      }),
    }
    expect(await runStep({ suite: soleGate(changing), parseDiff: noDiff, host, log })).toBe(2)
    expect(verdictOf(host).gates[0]?.problems[0]?.message).toContain('dry-run')
    expect(readdirSync(host.workspace)).toEqual([])
  })
})

describe('secrets', () => {
  const TOKEN = 'ghp_0123456789abcdefghijABCDEFGHIJ'
  const SECRETS = [TOKEN, 'ACME-4711', 'hunter2@']

  /** Text of others, wherever an action can put it. */
  const talkative: AnyAction = {
    ...askingAction,
    maxEvidenceBytes: 100_000,
    collect: async () => ({
      facts: { question: 'q', deep: [{ path: `src/${TOKEN}.ts`, notes: ['see ACME-4711'] }] },
      problems: [
        { kind: 'report', message: `token ${TOKEN}`, path: 'ACME-4711.xml', line: 1, remedy: 'https://u:hunter2@host' },
      ],
    }),
    ask: () => [],
    decide: () => ({
      verdict: {
        outcome: 'pass',
        headline: `ACME-4711 and ${TOKEN}`,
        reasons: [
          {
            ruleId: 'answer',
            title: TOKEN,
            outcome: 'pass',
            message: 'https://u:hunter2@host/x',
            actual: null,
            limit: null,
            limitOrigin: 'none',
            unit: 'count',
            baseline: null,
          },
        ],
      },
      findings: [
        {
          ruleId: 'answer',
          level: 'warning',
          title: TOKEN,
          message: 'ACME-4711',
          location: { path: `src/${TOKEN}.ts`, startLine: 1, endLine: 1 },
          dedupKey: TOKEN,
        },
      ],
      changes: [{ kind: 'append-history', key: 'h', body: { note: `ACME-4711 ${TOKEN}` } }],
    }),
    present: () => ({ gate: 'asking', title: 'answers', sections: [{ kind: 'text', text: `ACME-4711 ${TOKEN}` }] }),
  }

  test('reach no file, summary, output, annotation or log of a step, and no record', async () => {
    const payload = { ref: 'refs/heads/main', repository: { default_branch: 'main' } }
    const event = { GITHUB_EVENT_NAME: 'push', GITHUB_REF: `refs/heads/${TOKEN}`, GITHUB_SHA: 'a'.repeat(40) }
    const env = { ...event, GITHUB_JOB: 'ACME-4711', GITHUB_WORKFLOW: TOKEN, GITHUB_RUN_ID: '1' }
    const host = fakeHost({ inputs: { matrix: `{"key":"${TOKEN}"}`, history: 'dir:history' }, env, payload })
    mkdirSync(path.join(host.workspace, '.github'))
    writeFileSync(path.join(host.workspace, '.github', 'testwarden.yml'), 'redact: [ACME-*]\n')
    const printed: string[] = []
    const stdout = jest.spyOn(process.stdout, 'write').mockImplementation((text) => printed.push(String(text)) > 0)
    const log = createActionLog((text) => printed.push(text))
    await runStep({ suite: soleGate(talkative), parseDiff: noDiff, host, log })
    stdout.mockRestore()
    const folder = path.join(host.temporaryFolder, 'testwarden', 'gate')
    const evidence = gunzipSync(readFileSync(path.join(folder, 'asking.evidence.v1.json.gz'))).toString()
    const published: Record<string, string> = {
      verdict: JSON.stringify(verdictOf(host)),
      evidence,
      log: printed.join(''),
      outputs: readFileSync(host.outputPath, 'utf8'),
      summary: readFileSync(host.summaryPath, 'utf8'),
      records: readAll(path.join(host.workspace, 'history')),
    }
    for (const [where, text] of Object.entries(published)) {
      expect(text.length).toBeGreaterThan(0)
      for (const secret of SECRETS) expect(text.includes(secret) ? `${where} has ${secret}` : '').toBe('')
    }
    expect(decodeEvidenceFile(evidence, { path: '', action: 'asking-action', maxBytes: 100_000 }).run.event).toBe(
      'push',
    )
  })
})

function readAll(folder: string): string {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  return entries.map((entry) => readFileSync(path.join(entry.parentPath, entry.name), 'utf8')).join('')
}
