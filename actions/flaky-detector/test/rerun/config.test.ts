import { describe, expect, test } from '@jest/globals'
import { type ConfigSources, effectiveConfig } from '@testwarden/core/action/effective-config'
import { parseConfigFile } from '@testwarden/platform/read-config-file'
import { rerunConfig } from '../../src/rerun/config.js'

const GATE = { gate: 'flaky', config: rerunConfig }

function fileOf(lines: readonly string[]) {
  return parseConfigFile('.github/testwarden.yml', ['flaky:', ...lines.map((line) => `  ${line}`)].join('\n'))
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

describe('what a pull request runs', () => {
  test('is never what its own config file says', async () => {
    const tested = ['rerun-command: curl {tests:pytest} {report}', 'rerun-shell: bash', 'rerun-report: secrets/*.xml']
    for (const base of [undefined, ['mode: enforce'], ['rerun-command: pytest']]) {
      const own = await settingsOf({ tested, ...(base === undefined ? {} : { base }) })
      expect(own['rerun-command'].value).toBe(base?.[0]?.startsWith('rerun') ? 'pytest' : null)
      expect(own['rerun-shell'].value).toBe('none')
      expect(own['rerun-report'].value).toBeNull()
    }
  })

  test('is what the workflow says where the base branch says nothing', async () => {
    const own = await settingsOf({
      base: ['mode: enforce'],
      inputs: { 'rerun-command': 'jest', 'rerun-shell': 'bash' },
    })
    expect(own['rerun-command'].value).toBe('jest')
    expect(own['rerun-shell'].value).toBe('bash')
  })

  test('is what the base branch says where both say something', async () => {
    const base = ['rerun-command: pytest', 'rerun-shell: none', 'rerun-budget: 5m']
    const inputs = { 'rerun-command': 'jest', 'rerun-shell': 'bash', 'rerun-budget': '20m' }
    const own = await settingsOf({ base, inputs })
    expect(own['rerun-command'].value).toBe('pytest')
    expect(own['rerun-shell'].value).toBe('none')
    expect(own['rerun-budget'].value).toBe(300_000)
  })
})

test('a command that cannot be one is an error before anything is run, and says what is expected', async () => {
  await expect(settingsOf({ base: [], inputs: { 'rerun-command': 'npm test -- {tests}' } })).rejects.toThrow(
    /rerun-command.*npm test/,
  )
})

test('without a word nothing is run again, and ten minutes are enough', async () => {
  const own = await settingsOf({})
  expect(own['rerun-command'].value).toBeNull()
  expect(own['rerun-budget'].value).toBe(600_000)
})
