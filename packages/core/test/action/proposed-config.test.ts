import { describe, expect, test } from '@jest/globals'
import type { ConfigSources } from '../../src/action/effective-config.js'
import { proposedConfig } from '../../src/action/proposed-config.js'
import { countLimit } from '../../src/config/fields/count-limit.js'
import { globs } from '../../src/config/fields/globs.js'
import type { ConfigFile } from '../../src/config/layer.js'

const GATE = {
  gate: 'flaky',
  config: {
    limit: countLimit({ description: 'Limit.', fallback: 3, input: 'limit', role: 'policy' }),
    reports: globs({ description: 'Reports.', fallback: [], input: 'reports', role: 'structure' }),
  },
}

function fileOf(flaky: Readonly<Record<string, unknown>>): ConfigFile {
  return { path: '.github/testwarden.yml', root: { flaky }, lineOf: () => null }
}

function change(before: ConfigFile | null, file: ConfigFile | null): ConfigSources {
  const place = { branch: 'main', sha: 'a'.repeat(40) }
  return { inputs: new Map(), file, policy: { kind: 'base', ...place, file: before, before, missing: null } }
}

describe('the settings that a change proposes', () => {
  test('are those of its own file, where it alters the policy of the gate', () => {
    expect(proposedConfig(GATE, change(fileOf({ limit: 1 }), fileOf({ limit: 9 })))?.own.limit.value).toBe(9)
  })

  test('are none where it alters nothing, or only where things are found', () => {
    expect(proposedConfig(GATE, change(fileOf({ limit: 1 }), fileOf({ limit: 1 })))).toBeNull()
    expect(proposedConfig(GATE, change(fileOf({ limit: 1 }), fileOf({ limit: 1, reports: ['a'] })))).toBeNull()
  })

  test('are there when it writes down what was only assumed, because then it binds', () => {
    expect(proposedConfig(GATE, change(null, fileOf({ limit: 3 })))?.own.limit.value).toBe(3)
  })

  test('are what is assumed when it takes the file away', () => {
    expect(proposedConfig(GATE, change(fileOf({ limit: 1 }), null))?.own.limit.value).toBe(3)
  })

  test('are none where the file cannot be used, and off changes', () => {
    expect(proposedConfig(GATE, change(fileOf({ limit: 1 }), fileOf({ limit: 'many' })))).toBeNull()
    expect(proposedConfig(GATE, { inputs: new Map(), file: fileOf({ limit: 9 }) })).toBeNull()
  })
})
