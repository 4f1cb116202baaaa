import { describe, expect, test } from '@jest/globals'
import { ReportError } from '@testwarden/core/model/errors'
import fc from 'fast-check'
import { decide } from '../src/decide.js'
import type { FlakyFacts, LegFacts } from '../src/facts.js'
import { parseFacts } from '../src/parse-facts.js'
import { newestRosters } from '../src/reading/newest-rosters.js'
import { configOf, evidenceOf, knownPast, legOf, runOf } from './kit.js'

const SHA = 'a'.repeat(40)
const DAY = '2026-01-02'

const BASELINE = { ...runOf(), event: 'push', isBaseline: true }

function recordedBody(): unknown {
  const { changes } = decide(evidenceOf({ legs: [legOf({ x: 'P', y: 'P' })] }, { run: BASELINE }), configOf())
  return changes.flatMap((change) => (change.kind === 'append-history' ? [change.body] : []))[0]
}

/** A leg with something in every place. */
const FULL: LegFacts = legOf(
  { x: 'FP', y: 'P' },
  {},
  {
    change: { kind: 'known', base: SHA, paths: ['src/a.py'], renames: [{ from: 'a', to: 'b' }] },
    past: {
      ...knownPast({ x: '0-9 10:1/0' }, 20),
      contradictions: [{ key: 'x', tree: SHA, failed: 1, passed: 1, time: '2026-01-01T00:00:00Z', pullRequest: 7 }],
      usual: [{ key: 'x', runs: 10, failedRuns: 1, failedLast: false }],
      roster: { sha: SHA, tests: 2, missing: ['z'], missingCount: 1, added: ['y'] },
      renamed: [{ from: 'x0', to: 'x' }],
      quarantines: [{ key: 'x', since: DAY, expires: DAY, reason: 'r', owner: 'o', ratePpm: 1, left: null }],
    },
    rosters: newestRosters([recordedBody()]),
  },
)

function asJson(value: unknown): Record<string, unknown> {
  return JSON.parse(JSON.stringify(value))
}

/** Every path to a value below `value`. */
function placesIn(value: unknown, path: readonly string[] = []): readonly (readonly string[])[] {
  if (typeof value !== 'object' || value === null) return [path]
  return [path, ...Object.entries(value).flatMap(([name, child]) => placesIn(child, [...path, name]))]
}

function replacedAt(value: unknown, [name, ...rest]: readonly string[], wrong: unknown): unknown {
  if (name === undefined) return wrong
  if (Array.isArray(value)) return value.map((item, at) => (String(at) === name ? replacedAt(item, rest, wrong) : item))
  if (typeof value !== 'object' || value === null) return wrong
  return { ...value, [name]: replacedAt(Object.entries(value).find(([key]) => key === name)?.[1], rest, wrong) }
}

const facts: FlakyFacts = { legs: [FULL] }
const wrongValue = fc.oneof(
  fc.anything({ withNullPrototype: false }),
  fc.constantFrom(
    -1,
    1.5,
    1e300,
    Number.NaN,
    '',
    'x'.repeat(100_001),
    '9999-99-99',
    '2026-99-99T99:99:99Z',
    '__proto__',
  ),
)

describe('facts of another job', () => {
  test('are taken as they are when a step of ours wrote them', () => {
    expect(parseFacts(asJson(facts))).toEqual(asJson(facts))
  })

  test('are refused, or can be decided on and recorded, whatever stands in the place of one value', () => {
    const places = placesIn(facts).filter((path) => path.length > 0)
    const anywhere = fc.constantFrom(...places)
    const config = configOf({ 'quarantine-by': 'rules', 'new-failures': '0' })
    fc.assert(
      fc.property(anywhere, wrongValue, (path, wrong) => {
        const read = orRefusal(() => parseFacts(replacedAt(asJson(facts), path, wrong)))
        if (read !== null) for (const run of [runOf(), BASELINE]) decide(evidenceOf(read, { run }), config)
      }),
      { numRuns: 500 },
    )
  })

  test('lose fields that nobody asked for, and rosters lose everything but which tests there were', () => {
    const [roster] = FULL.rosters
    const cells = { ...Object(roster), cells: 'zz', outcomes: ['F'], more: 1 }
    const read = parseFacts({ extra: 1, legs: [{ ...asJson(FULL), more: 2, rosters: [cells] }] })
    expect(read).toEqual({ legs: [{ ...FULL, rosters: [roster] }] })
  })

  const past = FULL.past
  test.each<[string, object, string]>([
    ['a test twice', { tests: [FULL.tests[0], FULL.tests[0]] }, 'facts.legs[0].tests[1]'],
    ['an outcome of other letters', { tests: [{ ...FULL.tests[0], outcome: 'PX' }] }, '.tests[0].outcome'],
    ['more attempts than anybody counts', { tests: [{ ...FULL.tests[0], outcome: 'P'.repeat(1001) }] }, '.outcome'],
    ['a name without end', { tests: [{ ...FULL.tests[0], key: 'x'.repeat(60_001) }] }, '.tests[0].key'],
    ['a sha that is an option', { testedSha: '--upload-pack=x' }, '.testedSha'],
    ['a fingerprint that is a message', { failures: [{ ...FULL.failures[0], fingerprint: 'secret' }] }, '.fingerprint'],
    ['an unknown kind of past', { past: { kind: 'toString' } }, '.past.kind'],
    ['cells of commits that are not there', { past: { ...past, stories: [{ key: 'x', cells: '0-20' }] } }, '.past'],
    ['cells in no order', { past: { ...past, stories: [{ key: 'x', cells: '3 1' }] } }, '.past'],
    ['a day that no month has', { past: { ...past, quarantines: [{ key: 'x', since: '2026-99-99' }] } }, '.since'],
    ['a roster of a newer version', { rosters: [{ schema: 'testwarden.test-record/2' }] }, '.rosters[0]'],
    ['rosters without end', { rosters: Array(201).fill(FULL.rosters[0]) }, '.rosters'],
    ['a list in place of an object', { tests: [[]] }, '.tests[0]'],
  ])('are refused with %s, and the place is named', (_, wrong, place) => {
    expect(() => parseFacts({ legs: [{ ...asJson(FULL), ...wrong }] })).toThrow(place)
  })

  test('with long stories of many commits are read whole', () => {
    const commits = knownPast({}, 2000)
    const stories = Array.from({ length: 20_000 }, (_, at) => ({ key: String(at).padStart(9, '0'), cells: '0-1999' }))
    const { legs } = parseFacts(asJson({ legs: [{ ...FULL, past: { ...commits, stories } }] }))
    expect(legs[0]?.past).toMatchObject({ stories })
  })
})

function orRefusal<Value>(read: () => Value): Value | null {
  try {
    return read()
  } catch (error) {
    expect(error).toBeInstanceOf(ReportError)
    return null
  }
}
