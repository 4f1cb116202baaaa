import { describe, expect, test } from '@jest/globals'
import { type ConfigSources, effectiveConfig } from '@testwarden/core/action/effective-config'
import { parseConfigFile } from '@testwarden/platform/read-config-file'
import { pairedConfig } from '../../src/paired/config.js'

const GATE = { gate: 'perf', config: pairedConfig }

function fileOf(lines: readonly string[]) {
  return parseConfigFile('.github/testwarden.yml', ['perf:', ...lines.map((line) => `  ${line}`)].join('\n'))
}

interface Written {
  readonly base?: readonly string[]
  readonly tested?: readonly string[]
  readonly inputs?: Readonly<Record<string, string>>
}

/** The settings of a pull request. */
async function settingsOf({ base, tested, inputs = {} }: Written) {
  const before = base === undefined ? null : await fileOf(base)
  const sources: ConfigSources = {
    inputs: new Map(Object.entries(inputs)),
    file: tested === undefined ? null : await fileOf(tested),
    policy: { kind: 'base', branch: 'main', sha: 'b'.repeat(40), file: before, before, missing: null },
  }
  const resolved = effectiveConfig(GATE, sources)
  if (!resolved.ok) throw resolved.errors[0]
  return resolved.config.gate.own
}

const WRITTEN = [
  'setup: make a',
  'build: make b',
  'command: go-test',
  'shell: bash',
  'bench-report: a/*.json',
  'pair-budget: 5m',
  'screen-pairs: 10',
  'confirm-pairs: 30',
]
const VALUES = ['make a', 'make b', 'go-test', 'bash', 'a/*.json', 300_000, 10, 30]
const ASSUMED = [null, null, null, 'none', null, 900_000, 8, 20]

describe('what a pull request runs', () => {
  test('is never what its own config file says', async () => {
    for (const base of [undefined, ['mode: enforce']]) {
      const own = await settingsOf({ tested: WRITTEN, ...(base === undefined ? {} : { base }) })
      expect(Object.values(own).map(({ value }) => value)).toEqual(ASSUMED)
    }
  })

  test('is what the base branch says where it says something, else what the workflow says', async () => {
    const inputs = { command: 'criterion', 'screen-pairs': '64', 'confirm-pairs': '64', 'pair-budget': '1m' }
    const own = await settingsOf({ base: WRITTEN, inputs })
    expect(Object.values(own).map(({ value }) => value)).toEqual(VALUES)
    const bare = await settingsOf({ base: ['mode: enforce'], inputs })
    expect([bare.command.value, bare['screen-pairs'].value, bare['pair-budget'].value]).toEqual([
      'criterion',
      64,
      60_000,
    ])
  })
})

test.each([
  ['command', 'google-benchmark', 'the program of the benchmarks'],
  ['command', 'jmh', 'the jar'],
  ['command', 'hyperfine', 'the commands'],
  ['command', 'make {filter}', 'the command names none'],
  ['command', 'pytest {filter} {filter}', 'at most one'],
  ['command', 'pytest "a {filter}"', 'a word of its own'],
  ['command', `pytest 'a`, 'quotes all end'],
  ['setup', `make 'a`, 'quotes all end'],
  ['screen-pairs', '4', 'from 5 to 64'],
  ['confirm-pairs', '65', 'from 8 to 64'],
])('%s %p is refused before anything is run: %p', async (name, value, why) => {
  const remedy = expect.stringContaining(why)
  await expect(settingsOf({ inputs: { [name]: value } })).rejects.toMatchObject({ remedy })
})
