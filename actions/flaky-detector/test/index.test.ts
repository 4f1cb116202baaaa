import { describe, expect, test } from '@jest/globals'
import { MemoryFiles } from '@testwarden/testkit/fakes/memory-files'
import { flakyDetector } from '../src/index.js'
import { configOf, evidenceOf, portsOf, runOf } from './kit.js'

const files = new MemoryFiles({ 'src/b.ts': '', 'src/a.ts': '', 'README.md': '' })

describe('flaky-detector', () => {
  test('reads every file that its patterns lead to once', async () => {
    const config = configOf({ files: 'src\nsrc/a.ts' })
    const collected = await flakyDetector.collect({ config, run: runOf() }, portsOf({ files }))
    expect(collected).toEqual({ facts: { files: ['src/a.ts', 'src/b.ts'] }, problems: [] })
  })

  test('without any file has no facts at all', async () => {
    const collected = await flakyDetector.collect({ config: configOf(), run: runOf() }, portsOf({ files }))
    expect(collected).toEqual({ facts: null, problems: [] })
  })

  test('makes the verdict inconclusive when a pattern cannot be followed', async () => {
    const config = configOf({ files: '../elsewhere' })
    const { facts, problems } = await flakyDetector.collect({ config, run: runOf() }, portsOf({ files }))
    const evidence = evidenceOf(facts ?? {}, { problems })
    const { verdict } = flakyDetector.decide(evidence, config)
    expect(verdict.outcome).toBe('inconclusive')
    expect(verdict.headline).toContain('../elsewhere')
    expect(flakyDetector.decide(evidence, configOf({ 'on-report-error': 'warn' })).verdict.outcome).toBe('warn')
  })

  test('shows on its page what it counted', () => {
    const evidence = evidenceOf({ files: ['src/a.ts'] })
    const page = flakyDetector.present(flakyDetector.decide(evidence, configOf()), evidence)
    expect(page.gate).toBe(flakyDetector.gate)
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
    const decision = flakyDetector.decide(evidence, configOf())
    const values = flakyDetector.outputs.map((output) => [output.name, output.valueOf(decision, evidence)])
    expect(values).toEqual([['file-count', '2']])
  })
})
