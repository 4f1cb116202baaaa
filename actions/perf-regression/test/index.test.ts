import { describe, expect, test } from '@jest/globals'
import { MemoryFiles } from '@testwarden/testkit/fakes/memory-files'
import { perfRegression } from '../src/index.js'
import { configOf, evidenceOf, portsOf, runOf } from './kit.js'

const files = new MemoryFiles({ 'src/b.ts': '', 'src/a.ts': '', 'README.md': '' })

describe('perf-regression', () => {
  test('reads every file that its patterns lead to once', async () => {
    const config = configOf({ files: 'src\nsrc/a.ts' })
    const collected = await perfRegression.collect({ config, run: runOf() }, portsOf({ files }))
    expect(collected).toEqual({ facts: { files: ['src/a.ts', 'src/b.ts'] }, problems: [] })
  })

  test('without any file has no facts at all', async () => {
    const collected = await perfRegression.collect({ config: configOf(), run: runOf() }, portsOf({ files }))
    expect(collected).toEqual({ facts: null, problems: [] })
  })

  test('makes the verdict inconclusive when a pattern cannot be followed', async () => {
    const config = configOf({ files: '../elsewhere' })
    const { facts, problems } = await perfRegression.collect({ config, run: runOf() }, portsOf({ files }))
    const evidence = evidenceOf(facts ?? {}, { problems })
    const { verdict } = perfRegression.decide(evidence, config)
    expect(verdict.outcome).toBe('inconclusive')
    expect(verdict.headline).toContain('../elsewhere')
    expect(perfRegression.decide(evidence, configOf({ 'on-report-error': 'warn' })).verdict.outcome).toBe('warn')
  })

  test('shows on its page what it counted', () => {
    const evidence = evidenceOf({ files: ['src/a.ts'] })
    const page = perfRegression.present(perfRegression.decide(evidence, configOf()), evidence, configOf())
    expect(page.gate).toBe(perfRegression.gate)
    expect(page.sections).toEqual([
      {
        kind: 'details',
        summary: 'Counted: 1',
        sections: [{ kind: 'list', items: [{ kind: 'location', path: 'src/a.ts', ranges: [] }] }],
      },
    ])
  })

  test('writes its numbers as outputs', () => {
    const evidence = evidenceOf({ files: ['src/a.ts', 'src/b.ts'] })
    const decision = perfRegression.decide(evidence, configOf())
    const values = perfRegression.outputs.map((output) => [output.name, output.valueOf(decision, evidence)])
    expect(values).toEqual([['file-count', '2']])
  })
})
