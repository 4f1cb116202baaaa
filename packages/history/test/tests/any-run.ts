import fc from 'fast-check'
import type { RecordedRun } from '../../src/tests/recorded-run.js'

const KEY_SEPARATOR = '\u001f'

const anyKey = fc.oneof(
  fc.constantFrom(
    'a',
    'b',
    'ab',
    `tests/a.py${KEY_SEPARATOR}one`,
    `tests/a.py${KEY_SEPARATOR}two~`,
    '',
    '😀',
    '\ud83d',
  ),
  fc.string({ unit: 'binary', maxLength: 6 }),
)

const anyCase = fc.record({
  key: anyKey,
  outcome: fc.oneof(
    { weight: 4, arbitrary: fc.constant('P') },
    { weight: 1, arbitrary: fc.constantFrom('S', 'F', 'E', 'FP', 'FEFP') },
  ),
  fingerprint: fc.option(fc.constantFrom('aaaa', 'bbbb')),
  durationUs: fc.option(fc.oneof(fc.nat({ max: 20_000 }), fc.nat({ max: 2_000_000_000 }))),
})

/** A run of few tests, with odd names. */
export const anyRun: fc.Arbitrary<RecordedRun> = fc.record({
  cases: fc
    .uniqueArray(anyCase, { selector: ({ key }) => key, maxLength: 12 })
    .map((cases) => cases.sort((left, right) => (left.key < right.key ? -1 : 1))),
  isWhole: fc.boolean(),
  withheld: fc.option(fc.constant('a mass failure')),
})
