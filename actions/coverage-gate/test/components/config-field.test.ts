import { describe, expect, test } from '@jest/globals'
import { effectiveConfig } from '@testwarden/core/action/effective-config'
import { policyNotes } from '@testwarden/core/action/policy-notes'
import type { ConfigFile } from '@testwarden/core/config/layer'
import { coverageConfig } from '../../src/config.js'

const GATE = { gate: 'coverage', config: coverageConfig }

const PATH = '.github/testwarden.yml'

function fileOf(components: unknown): ConfigFile {
  return { path: PATH, root: { coverage: { components } }, lineOf: (path) => 10 + path.length }
}

function sourcesOf(tested: unknown, base?: unknown) {
  const file = fileOf(tested)
  if (base === undefined) return { inputs: new Map<string, string>(), file }
  const before = base === null ? null : { ...fileOf(base), at: 'b'.repeat(40) }
  const policy = { kind: 'base', branch: 'main', sha: 'b'.repeat(40), file: before, before, missing: null } as const
  return { inputs: new Map<string, string>(), file, policy }
}

function resolve(tested: unknown, base?: unknown) {
  const resolved = effectiveConfig(GATE, sourcesOf(tested, base))
  if (!resolved.ok) throw resolved.errors[0]
  return resolved.config.gate.own.components.value
}

describe('components of the config', () => {
  test('have the limits that are written, a bare percentage being the line rate', () => {
    const [api] = resolve({
      api: { paths: 'services/api/**', project: '80%', patch: { branch: 50, 'min-lines': 1 }, drop: 1 },
    })
    expect(api).toEqual({
      name: 'api',
      paths: ['services/api/**'],
      pathsOfBase: null,
      limits: {
        patch: { line: null, branch: '50', 'min-lines': 1 },
        project: { line: '80', branch: null, statement: null, function: null },
        drop: '1',
      },
    })
  })

  test.each<[string, unknown, RegExp]>([
    ['a typo', { api: { paths: 'a', pach: 90 } }, /In the component api: The key pach is not known/],
    ['a percentage beyond 100', { api: { paths: 'a', patch: 101 } }, /In the component api: .*patch\.line is 101/],
    ['no paths', { api: { project: 80 } }, /The component api has no paths/],
    ['a strange name', { '../a': { paths: 'a' } }, /"..\/a" is no name of a component/],
    ['a list', ['a'], /components is a list/],
    [
      'more than anybody can tell apart',
      Object.fromEntries([...Array(101).keys()].map((n) => [`c${n}`, { paths: 'a' }])),
      /a mapping/,
    ],
  ])('with %s are refused', (_what, components, message) => {
    expect(() => resolve(components)).toThrow(message)
  })

  test('are refused with the line of the component', () => {
    const resolved = effectiveConfig(GATE, sourcesOf({ api: { paths: 'a', drop: 'x' } }))
    expect(resolved).toMatchObject({ ok: false, errors: [{ path: PATH, line: 13 }] })
  })
})

describe('components of a change', () => {
  const BASE = { api: { paths: ['api/**'], project: 80 }, web: { paths: 'web/**', patch: 90 } }

  test('have the paths of the tested tree beside those of the base, and the limits of the base', () => {
    const [api, web, added] = resolve(
      { api: { paths: 'api/good.ts', project: 1 }, lib: { paths: 'lib', drop: 0 } },
      BASE,
    )
    expect(api).toMatchObject({ paths: ['api/good.ts'], pathsOfBase: ['api/**'], limits: { project: { line: '80' } } })
    expect(web).toMatchObject({ paths: [], pathsOfBase: ['web/**'], limits: { patch: { line: '90' } } })
    expect(added).toMatchObject({ name: 'lib', pathsOfBase: null, limits: { drop: null } })
  })

  test('have no limits where the base has no config', () => {
    expect(resolve(BASE, null)).toMatchObject([{ pathsOfBase: null, limits: { project: { line: null } } }, {}])
  })

  test('that differ from those of the base are said first', () => {
    const notes = policyNotes([GATE], sourcesOf({ api: { paths: 'api/good.ts', project: 80 } }, BASE))
    expect(JSON.stringify(notes)).toContain('This change alters paths, which count here beside those of the base')
    expect(JSON.stringify(notes)).toContain(
      'api: api/** (project line 80); web: web/** (patch line 90) → api: api/good.ts',
    )
  })
})
