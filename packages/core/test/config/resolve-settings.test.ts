import { describe, expect, test } from '@jest/globals'
import { limitOrigin } from '../../src/config/field.js'
import { choice } from '../../src/config/fields/choice.js'
import { count } from '../../src/config/fields/count.js'
import { globs } from '../../src/config/fields/globs.js'
import { percent } from '../../src/config/fields/percent.js'
import { type ConfigFile, fileLayer, inputLayer } from '../../src/config/layer.js'
import { resolveSettings } from '../../src/config/resolve-settings.js'

const section = {
  patch: {
    line: percent({ description: '', fallback: '90', input: 'patch-line', role: 'policy', stricter: 'higher' }),
    'min-lines': count({ description: '', fallback: 5, input: null, role: 'policy', stricter: null }),
  },
  mode: choice(['enforce', 'advise'], { description: '', fallback: 'enforce', input: 'mode', role: 'policy' }),
  reports: globs({ description: '', fallback: [], input: 'reports', role: 'structure' }),
} as const

function file(root: Record<string, unknown>): ConfigFile {
  return { path: '.github/testwarden.yml', root, lineOf: (path) => path.length }
}

function resolve(root: Record<string, unknown>, inputs: Record<string, string> = {}) {
  return resolveSettings(section, [
    inputLayer(new Map(Object.entries(inputs))),
    fileLayer(file({ coverage: root }), ['coverage']),
  ])
}

function settingsOf(resolution: ReturnType<typeof resolve>) {
  if (!resolution.ok) throw resolution.errors[0]
  return resolution.settings
}

describe('resolving settings', () => {
  test('a value that nobody wrote is the assumed one, and says so', () => {
    const { patch } = settingsOf(resolve({}))
    expect(patch.line).toEqual({ value: '90', origin: { kind: 'assumed' } })
    expect(limitOrigin(patch.line)).toBe('assumed')
  })

  test('an input wins over the file, and the file over what is assumed', () => {
    const both = settingsOf(resolve({ patch: { line: 70 } }, { 'patch-line': '75.5%' }))
    expect(both.patch.line).toEqual({ value: '75.5', origin: { kind: 'input', name: 'patch-line' } })
    const written = settingsOf(resolve({ patch: { line: 70 } }))
    expect(written.patch.line).toEqual({
      value: '70',
      origin: { kind: 'file', path: '.github/testwarden.yml', line: 3, at: null },
    })
    expect(limitOrigin(written.patch.line)).toBe('written')
  })

  test('an empty input and an empty YAML value count as not written', () => {
    const settings = settingsOf(resolve({ patch: { line: null } }, { 'patch-line': '  ' }))
    expect(settings.patch.line.origin.kind).toBe('assumed')
  })

  test('a limit written as the assumed value is a written limit', () => {
    expect(limitOrigin(settingsOf(resolve({ patch: { line: 90 } })).patch.line)).toBe('written')
  })

  test('a list input has one entry per line', () => {
    expect(settingsOf(resolve({}, { reports: 'a.xml\n\n  b/*.xml ' })).reports.value).toEqual(['a.xml', 'b/*.xml'])
  })

  test('all wrong values are told at once, each with its place and what is expected', () => {
    const resolution = resolve({ patch: { line: 101, 'min-lines': -1 } }, { mode: 'strict' })
    expect(resolution.ok).toBe(false)
    const errors = resolution.ok ? [] : resolution.errors
    expect(errors.map(({ message }) => message)).toEqual([
      'The setting patch.line is 101, which is not valid.',
      'The setting patch.min-lines is -1, which is not valid.',
      'The input mode is "strict", which is not valid.',
    ])
    expect(errors[0]).toMatchObject({ path: '.github/testwarden.yml', line: 3 })
    expect(errors[2]?.remedy).toBe('Write one of enforce, advise.')
  })

  test('keys of the prototype are nothing that somebody wrote', () => {
    const settings = settingsOf(resolve(JSON.parse('{"__proto__": {"patch": {"line": 1}}}')))
    expect(settings.patch.line.value).toBe('90')
  })

  test('a value that holds itself, and one that is no number, are told like any other', () => {
    const loop: unknown[] = []
    loop.push(loop)
    const values: readonly unknown[] = [loop, { loop }, Number.POSITIVE_INFINITY, Number.NaN]
    const messages = values.map((line) => {
      const resolution = resolve({ patch: { line } })
      return resolution.ok ? 'accepted' : resolution.errors[0]?.message
    })
    expect(messages).toEqual([
      'The setting patch.line is a list, which is not valid.',
      'The setting patch.line is a mapping, which is not valid.',
      'The setting patch.line is Infinity, which is not valid.',
      'The setting patch.line is NaN, which is not valid.',
    ])
  })
})
