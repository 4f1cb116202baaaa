import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { effectiveConfig } from '../../src/action/effective-config.js'
import { sharedConfig } from '../../src/action/shared-config.js'
import { count } from '../../src/config/fields/count.js'
import { globs } from '../../src/config/fields/globs.js'
import { percent } from '../../src/config/fields/percent.js'
import { points } from '../../src/config/fields/points.js'
import type { ConfigFile } from '../../src/config/layer.js'
import { fieldsOf } from '../../src/config/walk-section.js'
import { compareDecimals, parseDecimal } from '../../src/model/decimal.js'

const own = {
  line: percent({ description: '', fallback: '80', input: 'line', role: 'policy', stricter: 'higher' }),
  drop: points({ description: '', fallback: '0.1', input: 'drop', role: 'policy', stricter: 'lower' }),
  'min-lines': count({ description: '', fallback: 5, input: 'min-lines', role: 'policy', stricter: 'lower' }),
  ignore: globs({ description: '', fallback: [], input: 'ignore', role: 'policy', strictWith: 'fewer' }),
  must: globs({ description: '', fallback: [], input: 'must', role: 'policy', strictWith: 'more' }),
  frozen: globs({ description: '', fallback: ['x'], input: 'frozen', role: 'policy' }),
  reports: globs({ description: '', fallback: [], input: 'reports', role: 'structure' }),
} as const

const DEFINITION = { gate: 'coverage', config: own }
const SHA = 'b'.repeat(40)

type Root = Readonly<Record<string, unknown>>

function file(coverage: Root, at?: string): ConfigFile {
  return { path: '.github/testwarden.yml', root: { coverage }, lineOf: () => null, ...(at === undefined ? {} : { at }) }
}

interface Change {
  readonly base: Root | null
  readonly tested?: Root | null
  readonly inputs?: Readonly<Record<string, string>>
}

function resolve({ base, tested = base, inputs = {} }: Change) {
  const before = base === null ? null : file(base, SHA)
  const resolved = effectiveConfig(DEFINITION, {
    inputs: new Map(Object.entries(inputs)),
    file: tested === null ? null : file(tested),
    policy: { kind: 'base', branch: 'main', sha: SHA, file: before, before, missing: null },
  })
  if (!resolved.ok) throw resolved.errors[0]
  return resolved.config
}

const WORDS = ['a/**', 'b/**', 'c/**', 'd/**']
const percents = fc.oneof(fc.integer({ min: 0, max: 100 }).map(String), fc.constantFrom('84.5', '84.50', '90%'))
const lists = fc.uniqueArray(fc.constantFrom(...WORDS), { minLength: 1 })
const values = {
  line: percents,
  drop: fc.constantFrom('0', '0.1', '0.10', '2', '50'),
  'min-lines': fc.nat(2000).map(String),
  ignore: lists.map((list) => list.join('\n')),
  must: lists.map((list) => list.join('\n')),
  frozen: lists.map((list) => list.join('\n')),
  mode: fc.constantFrom('enforce', 'advise'),
  'on-inconclusive': fc.constantFrom('inconclusive', 'pass', 'warn', 'fail'),
  'on-report-error': fc.constantFrom('error', 'warn'),
}
const roots = fc.record(values, { requiredKeys: [] })

/** Whether what counts binds at least as hard as what the base asks for, written again from its meaning. */
function isAsStrict(name: keyof typeof values, effective: unknown, base: unknown): boolean {
  const order = (words: readonly string[]) => words.indexOf(String(effective)) <= words.indexOf(String(base))
  const compared = () => compareDecimals(parseDecimal(String(effective)) ?? NONE, parseDecimal(String(base)) ?? NONE)
  const has = (all: unknown, some: unknown) => (some as string[]).every((item) => (all as string[]).includes(item))
  switch (name) {
    case 'line':
      return compared() >= 0
    case 'drop':
    case 'min-lines':
      return compared() <= 0
    case 'ignore':
      return has(base, effective)
    case 'must':
      return has(effective, base)
    case 'frozen':
      return has(effective, base) && has(base, effective)
    case 'mode':
      return order(['enforce', 'advise'])
    case 'on-inconclusive':
      return order(['fail', 'inconclusive', 'warn', 'pass'])
    case 'on-report-error':
      return order(['error', 'warn'])
  }
}

const NONE = { units: -1n, scale: 0 }

describe('the policy of a change', () => {
  test('is never looser than what the base wrote, whatever the inputs and the tested file say', () => {
    fc.assert(
      fc.property(roots, roots, roots, (base, tested, inputs) => {
        const before = resolve({ base })
        const { gate } = resolve({ base, tested, inputs: inputs as Record<string, string> })
        for (const name of Object.keys(values) as (keyof typeof values)[]) {
          const [now, then] = [settingOf(gate, name), settingOf(before.gate, name)]
          // A limit that nobody wrote only advises: a written one in its place binds harder, whatever its number.
          if (then.origin.kind === 'assumed' && (name === 'line' || name === 'drop')) continue
          expect([name, isAsStrict(name, now.value, then.value)]).toEqual([name, true])
        }
      }),
      { numRuns: 500 },
    )
  })

  test('is told where an input asked for less, and only there', () => {
    fc.assert(
      fc.property(roots, roots, (base, inputs) => {
        const { gate, looser } = resolve({ base, inputs: inputs as Record<string, string> })
        const alone = resolve({ base: null, inputs: inputs as Record<string, string> }).gate
        for (const name of Object.keys(inputs) as (keyof typeof values)[]) {
          const isTold = looser.some(({ input }) => input === name)
          const isWhole = JSON.stringify(settingOf(gate, name).value) === JSON.stringify(settingOf(alone, name).value)
          expect([name, isTold]).toEqual([name, !isWhole && !isEqualNumber(gate, alone, name)])
        }
      }),
    )
  })

  test('does not come from the tested file', () => {
    const { gate } = resolve({ base: { line: 70 }, tested: { line: 95, ignore: 'src/**', reports: 'a.xml' } })
    expect(gate.own.line).toEqual({
      value: '70',
      origin: { kind: 'file', path: '.github/testwarden.yml', line: null, at: SHA },
    })
    expect(gate.own.ignore.value).toEqual([])
    expect(gate.own.reports.value).toEqual(['a.xml'])
  })

  test('without a config on the base is what the inputs say', () => {
    const { gate, looser } = resolve({ base: null, tested: { line: 10 }, inputs: { mode: 'advise', drop: '9' } })
    expect([gate.shared.mode.value, gate.own.drop.value, gate.own.line.value]).toEqual(['advise', '9', '80'])
    expect(looser).toEqual([])
  })

  test('may be collected for another job to judge', () => {
    const { gate } = resolve({ base: { mode: 'enforce' }, inputs: { mode: 'collect' } })
    expect(gate.shared.mode.value).toBe('collect')
  })

  test('of a base that this version cannot use is the tested one, which fails nobody', () => {
    const { gate, doubt } = resolve({ base: { lines: 90 }, tested: { line: 70 } })
    expect([gate.own.line.value, gate.shared.mode.value, doubt?.kind]).toEqual(['70', 'advise', 'ill-formed'])
  })

  test('refuses a tested file that would break the base once it is merged', () => {
    expect(() => resolve({ base: {}, tested: { line: 101 } })).toThrow('The setting line is 101')
    expect(() => resolve({ base: {}, tested: { lime: 10 } })).toThrow('The key coverage.lime is not known.')
  })
})

test('every policy that an input can set says which of two values is stricter', () => {
  const silent = [...fieldsOf(sharedConfig)].filter(
    ({ field }) => field.role === 'policy' && field.tighten === undefined,
  )
  expect(silent.map(({ path }) => path.join('.'))).toEqual([])
})

function settingOf(gate: ReturnType<typeof resolve>['gate'], name: keyof typeof values) {
  const all: Readonly<Record<string, unknown>> = { ...gate.own, ...gate.shared }
  return all[name] as { readonly value: unknown; readonly origin: { readonly kind: string } }
}

/** 84.5 and 84.50 are one limit in two spellings. */
function isEqualNumber(
  left: ReturnType<typeof resolve>['gate'],
  right: ReturnType<typeof resolve>['gate'],
  name: keyof typeof values,
): boolean {
  const [one, other] = [left, right].map((gate) => parseDecimal(String(settingOf(gate, name).value)))
  return one != null && other != null && compareDecimals(one, other) === 0
}
