import { camelCase, pascalCase } from '../names.mjs'

/** @param {import('./manifest.mjs').ActionNames} names */
export function kit({ id, gate }) {
  const type = `${pascalCase(gate)}Facts`
  const config = `${camelCase(gate)}Config`
  return `import type { GateConfig } from '@testwarden/core/action/define-action'
import { sharedConfig } from '@testwarden/core/action/shared-config'
import { fileConfig } from '@testwarden/core/config/file-config'
import { inputLayer } from '@testwarden/core/config/layer'
import { resolveSettings } from '@testwarden/core/config/resolve-settings'
import type { Evidence, RunContext } from '@testwarden/core/model/evidence'
import type { Ports } from '@testwarden/core/ports/ports'
import { CapturingLog } from '@testwarden/testkit/fakes/capturing-log'
import { FakeGit } from '@testwarden/testkit/fakes/fake-git'
import { FixedClock } from '@testwarden/testkit/fakes/fixed-clock'
import { idleExec } from '@testwarden/testkit/fakes/idle-exec'
import { MemoryFiles } from '@testwarden/testkit/fakes/memory-files'
import { ${config} } from '../src/config.js'
import { EMPTY_FACTS, type ${type} } from '../src/facts.js'

/** Settings as somebody would write them: by the names of the inputs. */
export function configOf(inputs: Readonly<Record<string, string>> = {}): GateConfig<typeof ${config}> {
  const layers = [inputLayer(new Map(Object.entries(inputs)))]
  const own = resolveSettings(${config}, layers)
  const shared = resolveSettings(sharedConfig, layers)
  const file = resolveSettings(fileConfig, layers)
  if (!own.ok || !shared.ok || !file.ok) throw new Error('a test wrote settings that are not valid')
  return { own: own.settings, shared: shared.settings, file: file.settings, accepts: [] }
}

/** @param matrix the leg, as canonical JSON */
export function runOf(matrix = '{}'): RunContext {
  return {
    key: { action: '${id}', workflow: 'ci', job: 'test', matrix, step: 'gate', checkRun: '', run: '1', attempt: 1 },
    event: 'pull_request',
    repository: 'acme/shop',
    serverUrl: 'https://github.example',
    branch: 'feature',
    pullRequest: 7,
    testedSha: 't'.repeat(40),
    headSha: 't'.repeat(40),
    base: { kind: 'commit', sha: 'b'.repeat(40), origin: 'first-parent' },
    isBaseline: false,
    now: '2026-01-02T03:04:05.000Z',
    machine: { cpu: 'cpu', cores: 2, memoryMiB: 1024, image: 'image' },
  }
}

export function portsOf(part: Partial<Ports> = {}): Ports {
  return {
    files: new MemoryFiles(),
    git: new FakeGit(),
    exec: idleExec,
    clock: new FixedClock(),
    log: new CapturingLog(),
    github: null,
    history: null,
    ...part,
  }
}

export function evidenceOf(
  facts: Partial<${type}> = {},
  part: Partial<Evidence<${type}>> = {},
): Evidence<${type}> {
  const whole = { ...EMPTY_FACTS, ...facts }
  return { action: '${id}', run: runOf(), facts: whole, problems: [], observations: [], ...part }
}
`
}

/** @param {import('./manifest.mjs').ActionNames} names */
export function indexTest({ id }) {
  const action = camelCase(id)
  return `import { describe, expect, test } from '@jest/globals'
import { MemoryFiles } from '@testwarden/testkit/fakes/memory-files'
import { ${action} } from '../src/index.js'
import { configOf, evidenceOf, portsOf, runOf } from './kit.js'

const files = new MemoryFiles({ 'src/b.ts': '', 'src/a.ts': '', 'README.md': '' })

describe('${id}', () => {
  test('reads every file that its patterns lead to once', async () => {
    const config = configOf({ files: 'src\\nsrc/a.ts' })
    const collected = await ${action}.collect({ config, run: runOf() }, portsOf({ files }))
    expect(collected).toEqual({ facts: { files: ['src/a.ts', 'src/b.ts'] }, problems: [] })
  })

  test('without any file has no facts at all', async () => {
    const collected = await ${action}.collect({ config: configOf(), run: runOf() }, portsOf({ files }))
    expect(collected).toEqual({ facts: null, problems: [] })
  })

  test('makes the verdict inconclusive when a pattern cannot be followed', async () => {
    const config = configOf({ files: '../elsewhere' })
    const { facts, problems } = await ${action}.collect({ config, run: runOf() }, portsOf({ files }))
    const evidence = evidenceOf(facts ?? {}, { problems })
    const { verdict } = ${action}.decide(evidence, config)
    expect(verdict.outcome).toBe('inconclusive')
    expect(verdict.headline).toContain('../elsewhere')
    expect(${action}.decide(evidence, configOf({ 'on-report-error': 'warn' })).verdict.outcome).toBe('warn')
  })

  test('shows on its page what it counted', () => {
    const evidence = evidenceOf({ files: ['src/a.ts'] })
    const page = ${action}.present(${action}.decide(evidence, configOf()), evidence, configOf())
    expect(page.gate).toBe(${action}.gate)
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
    const decision = ${action}.decide(evidence, configOf())
    const values = ${action}.outputs.map((output) => [output.name, output.valueOf(decision, evidence)])
    expect(values).toEqual([['file-count', '2']])
  })
})
`
}

export function fileLimitTest() {
  return `import { describe, expect, test } from '@jest/globals'
import { fileLimit } from '../../src/rules/file-limit.js'
import { configOf, evidenceOf } from '../kit.js'

const evidence = evidenceOf({ files: ['a', 'b', 'c'] })

function judge(inputs: Readonly<Record<string, string>>) {
  return fileLimit({ evidence, config: configOf(inputs) }).reasons[0]
}

describe('the limit of files', () => {
  test('holds up to the very number', () => {
    expect(judge({ 'max-files': '3' })).toMatchObject({ outcome: 'pass', actual: 3, limit: '3', limitOrigin: 'written' })
  })

  test('fails one file above it, and says by how much', () => {
    const message = 'Counted 3 files; at most 2 may be there.'
    expect(judge({ 'max-files': '2' })).toMatchObject({ outcome: 'fail', message })
  })

  test('that nobody wrote never fails', () => {
    const many = evidenceOf({ files: Array.from({ length: 101 }, (_, index) => \`\${index}\`) })
    const [reason] = fileLimit({ evidence: many, config: configOf() }).reasons
    expect(reason).toMatchObject({ outcome: 'warn', limitOrigin: 'assumed' })
  })

  test('says nothing where nothing was read', () => {
    expect(fileLimit({ evidence: evidenceOf(), config: configOf() }).reasons).toEqual([])
  })
})
`
}

/** @param {import('./manifest.mjs').ActionNames} names */
export function mergeTest({ gate }) {
  const type = `${pascalCase(gate)}Facts`
  return `import { describe, expect, test } from '@jest/globals'
import type { Evidence } from '@testwarden/core/model/evidence'
import fc from 'fast-check'
import { decide } from '../src/decide.js'
import type { ${type} } from '../src/facts.js'
import { mergeEvidence } from '../src/merge-evidence.js'
import { parseFacts } from '../src/parse-facts.js'
import { configOf, evidenceOf, runOf } from './kit.js'

const CONFIG = configOf({ 'max-files': '3' })

/** Facts as a run collects them, small enough that those of two legs overlap. */
const facts: fc.Arbitrary<${type}> = fc
  .uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e'))
  .map((files) => ({ files: files.sort() }))

const legs: fc.Arbitrary<Evidence<${type}>[]> = fc
  .array(facts, { minLength: 1, maxLength: 4 })
  .map((parts) => parts.map((part, leg) => evidenceOf(part, { run: runOf(\`{"leg":\${leg}}\`) })))

describe('merging the evidence of legs', () => {
  test('decides the same in any order', () => {
    fc.assert(
      fc.property(legs, (parts) => {
        const merged = mergeEvidence(parts)
        expect(mergeEvidence(parts.toReversed())).toEqual(merged)
        expect(decide(mergeEvidence(parts.toReversed()), CONFIG)).toEqual(decide(merged, CONFIG))
      }),
    )
  })

  test('decides the same in any grouping', () => {
    fc.assert(
      fc.property(legs, fc.nat(3), (parts, cut) => {
        const groups = [parts.slice(0, cut), parts.slice(cut)].filter((group) => group.length > 0)
        expect(mergeEvidence(groups.map(mergeEvidence))).toEqual(mergeEvidence(parts))
      }),
    )
  })

  test('decides as one run over all of them', () => {
    fc.assert(
      fc.property(legs, (parts) => {
        const all = [...new Set(parts.flatMap((part) => part.facts.files))].sort()
        expect(decide(mergeEvidence(parts), CONFIG)).toEqual(decide(evidenceOf({ files: all }), CONFIG))
      }),
    )
  })

  test('takes from another job what a job of ours wrote, and nothing else', () => {
    fc.assert(fc.property(facts, (one) => expect(parseFacts(JSON.parse(JSON.stringify(one)))).toEqual(one)))
    expect(() => parseFacts({ files: ['b', 'a'] })).toThrow('facts.files[1]')
  })

  test('of one leg, or of one leg twice, is that leg', () => {
    fc.assert(
      fc.property(facts, (one) => {
        const leg = evidenceOf(one)
        expect(mergeEvidence([leg])).toEqual(leg)
        expect(mergeEvidence([leg, leg])).toEqual(leg)
      }),
    )
  })
})
`
}
