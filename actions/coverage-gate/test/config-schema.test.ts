import { describe, expect, test } from '@jest/globals'
import { effectiveConfig, fileSchema } from '@testwarden/core/action/effective-config'
import { toJsonSchema } from '@testwarden/core/config/config-json-schema'
import { Ajv2020 } from 'ajv/dist/2020.js'
import fc from 'fast-check'
import { coverageGate } from '../src/index.js'

const accepts = new Ajv2020({ strict: false, allErrors: false }).compile(toJsonSchema(fileSchema([coverageGate])))

function isUsable(root: unknown): boolean {
  const isMapping = typeof root === 'object' && root !== null && !Array.isArray(root)
  const file = { path: 'testwarden.yml', root: (root ?? {}) as Record<string, unknown>, lineOf: () => null }
  return (root === null || isMapping) && effectiveConfig(coverageGate, { inputs: new Map(), file }).ok
}

/** Values that somebody means, those next to them, and those that nobody does. */
const leaf = fc.oneof(
  fc.constantFrom<unknown>(null, true, '', ' ', '\n', 0, -0, 100, 101, -1, 1e-7, 1e21, 0.1 + 0.2, 99.99999999999999),
  fc.constantFrom<unknown>('90', '90%', ' 90 %\n', '90 % %', '+90', '-0', '100.0', '100.1', '0100', '٩٠', '9e1', '1,5'),
  fc.constantFrom<unknown>('0.1 points', '0.1points', 'points', '1 point', 'enforce', 'advise ', 'lcov', 'a\nb', ' a '),
  fc.constantFrom<unknown>(
    'src/**',
    'src/** 85%',
    'src/** 185%',
    'my file',
    '85%',
    'x\t5%',
    '9007199254740993',
    2 ** 53,
  ),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.double({ min: 0, max: 100, noNaN: true }),
  fc.integer(),
  fc.stringMatching(/^[ ]?\d{1,17}(\.\d{1,17})?[ ]?%?[ ]?$/),
)
const entry = fc.record({ files: leaf, line: leaf, more: leaf }, { requiredKeys: [] })
const value = fc.oneof(leaf, fc.array(leaf, { maxLength: 3 }), entry, fc.array(entry, { maxLength: 2 }))
const rates = ['line', 'branch', 'statement', 'function', 'min-lines', 'typo']
const rateSection = fc.oneof(value, fc.dictionary(fc.constantFrom(...rates), value, { maxKeys: 3 }))
const part = fc.record(
  { paths: value, patch: rateSection, project: rateSection, drop: leaf, x: leaf },
  { requiredKeys: [] },
)
const parts = fc.dictionary(fc.constantFrom('api', 'Web 2', '_x', '__proto__', ' a', ''), fc.oneof(part, leaf), {
  maxKeys: 3,
})
const section = fc.record(
  {
    ...Object.fromEntries(
      ['reports', 'format', 'roots', 'ignore', 'drop', 'mode', 'on-inconclusive', 'on-report-error'].map((name) => [
        name,
        value,
      ]),
    ),
    // Floors behind the globs of one long text are beyond a schema.
    critical: value.filter((raw) => typeof raw !== 'string' || !raw.includes('%')),
    patch: rateSection,
    project: rateSection,
    components: fc.oneof(parts, value),
  },
  { requiredKeys: [] },
)
const document = fc.oneof(
  value,
  fc.record({ coverage: fc.oneof(section, value), history: value, redact: value }, { requiredKeys: [] }),
  fc.dictionary(fc.constantFrom('coverage', 'history', 'redact', 'constructor', 'x'), value, { maxKeys: 2 }),
)

describe('the published schema of the config file', () => {
  test('accepts what the code accepts, and nothing else', () => {
    fc.assert(
      fc.property(document, (root) => {
        expect([root, accepts(root)]).toEqual([root, isUsable(root)])
      }),
      { numRuns: 3000 },
    )
  })

  test.each<[string, unknown, boolean]>([
    ['every value of one setting', { coverage: { drop: '0.1 points' } }, true],
    ['sections without anything below', { coverage: { patch: null, project: null }, history: null }, true],
    ['an empty file', null, true],
    ['a sign', { coverage: { drop: '+1' } }, false],
    ['more than everything', { coverage: { project: { line: '100.1%' } } }, false],
    ['digits of another script', { coverage: { project: { line: '٩٠' } } }, false],
    ['a number with more digits than a limit has', { coverage: { project: { line: 0.1 + 0.2 } } }, true],
    ['a floor behind a glob', { coverage: { critical: ['src/** 85%'] } }, true],
    [
      'components with rates',
      { coverage: { components: { api: { paths: 'a/**', patch: 90, project: { branch: 5 } } } } },
      true,
    ],
    ['a component without paths', { coverage: { components: { api: { patch: 90 } } } }, false],
    ['a component whose paths are blank', { coverage: { components: { api: { paths: [' '] } } } }, false],
    [
      'a component with a name of the prototype',
      { coverage: { components: { ['__proto__']: { paths: 'a' } } } },
      false,
    ],
    [
      'a component with a name that is taken',
      { coverage: { components: { 'everything else': { paths: 'a' } } } },
      false,
    ],
    ['a component with a typo', { coverage: { components: { api: { paths: 'a', pach: 90 } } } }, false],
    ['a floor that is none', { coverage: { critical: ['src/** 185%'] } }, false],
  ])('agrees with the code about %s', (_what, root, expected) => {
    expect([accepts(root), isUsable(root)]).toEqual([expected, expected])
  })
})
