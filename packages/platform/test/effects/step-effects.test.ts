import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { beforeEach, describe, expect, jest, test } from '@jest/globals'
import { annotateEffect } from '../../src/effects/annotate.js'
import type { EffectContext } from '../../src/effects/effect.js'
import { setOutputsEffect } from '../../src/effects/set-outputs.js'
import { writeFileEffect } from '../../src/effects/write-file.js'
import { writeSummaryEffect } from '../../src/effects/write-summary.js'
import { createWorkspaceFiles } from '../../src/files.js'
import { recordingLog } from '../support/recording-log.js'
import { tempFolder } from '../support/temp-folder.js'

const root = tempFolder()
const summary = path.join(root, 'summary')
const outputs = path.join(root, 'outputs')

beforeEach(() => {
  writeFileSync(summary, '')
  writeFileSync(outputs, '')
})

function context(env: NodeJS.ProcessEnv = { GITHUB_OUTPUT: outputs, GITHUB_STEP_SUMMARY: summary }): EffectContext {
  return {
    env,
    files: createWorkspaceFiles({ root, reach: 'workspace' }),
    github: null,
    log: recordingLog(),
    receipts: new Map(),
  }
}

test('a summary is appended to what stands there', async () => {
  const change = { kind: 'write-summary', key: 's', markdown: '# One' } as const
  expect(await writeSummaryEffect.perform(change, context())).toEqual({ key: 's', status: 'done' })
  await writeSummaryEffect.perform({ ...change, markdown: '# Two' }, context())
  expect(readFileSync(summary, 'utf8')).toBe('# One\n# Two\n')
})

test("a summary that this step knows better is replaced, and nobody else's", async () => {
  writeFileSync(summary, '# Theirs\n')
  const change = { kind: 'write-summary', key: 's', markdown: '# One' } as const
  await writeSummaryEffect.perform(change, context())
  await writeSummaryEffect.perform({ ...change, markdown: '# Two', replaces: '# One' }, context())
  expect(readFileSync(summary, 'utf8')).toBe('# Theirs\n# Two\n')
  await writeSummaryEffect.perform({ ...change, markdown: '# Three', replaces: '# One' }, context())
  expect(readFileSync(summary, 'utf8')).toBe('# Theirs\n# Two\n# Three\n')
})

describe('outputs', () => {
  test('of several lines reach the file and forge nothing', async () => {
    const hostile = 'a\nother=forged\nEOF'
    const change = { kind: 'set-outputs', key: 'o', outputs: new Map([['verdict', hostile]]) } as const
    expect(await setOutputsEffect.perform(change, context())).toEqual({ key: 'o', status: 'done' })
    const [, delimiter, value] = /^verdict<<(\S+)\n([\s\S]*)\n\1\n$/.exec(readFileSync(outputs, 'utf8')) ?? []
    expect(value).toBe(hostile)
    expect(hostile).not.toContain(delimiter)
  })

  test('are refused where the runner gave no file, instead of being printed', async () => {
    const print = jest.spyOn(process.stdout, 'write').mockReturnValue(true)
    const change = { kind: 'set-outputs', key: 'o', outputs: new Map([['a', 'b']]) } as const
    expect(await setOutputsEffect.perform(change, context({}))).toMatchObject({ status: 'failed', retryable: false })
    expect(print).not.toHaveBeenCalled()
  })
})

test('annotations are commands that their text cannot break out of', async () => {
  const printed: string[] = []
  jest.spyOn(process.stdout, 'write').mockImplementation((text) => {
    printed.push(String(text))
    return true
  })
  const place = { path: 'src/a,b:c.ts', startLine: 3, endLine: 5 }
  const annotations = [
    { level: 'warning', title: 'a, b', message: 'one\n::error::two', ...place },
    { level: 'notice', title: 't', message: 'm', path: null, startLine: null, endLine: null },
  ] as const
  await annotateEffect.perform({ kind: 'annotate', key: 'a', annotations }, context())
  jest.restoreAllMocks()
  expect(printed.join('').trimEnd().split('\n')).toEqual([
    '::warning title=a%2C b,file=src/a%2Cb%3Ac.ts,line=3,endLine=5::one%0A::error::two',
    '::notice title=t::m',
  ])
})

test('a file is written below the workspace and nowhere else', async () => {
  const change = { kind: 'write-file', key: 'f', path: 'out/x.json', content: 'ä' } as const
  expect(await writeFileEffect.perform(change, context())).toEqual({ key: 'f', status: 'done', id: 'out/x.json' })
  expect(readFileSync(path.join(root, 'out/x.json'), 'utf8')).toBe('ä')
  expect(await writeFileEffect.perform({ ...change, path: '../x' }, context())).toMatchObject({ status: 'failed' })
  expect(writeFileEffect.describe(change)).toBe('write 2 bytes to out/x.json')
})
