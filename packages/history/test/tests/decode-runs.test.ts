import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { openTestRuns } from '../../src/tests/decode-runs.js'
import { encodeRun } from '../../src/tests/encode-run.js'
import type { EncodedRun, RosterText } from '../../src/tests/encoded-run.js'
import { encodeNumbers } from '../../src/tests/number-text.js'
import type { RecordedRun } from '../../src/tests/recorded-run.js'
import { rosterId } from '../../src/tests/roster-id.js'
import { rosterLinks } from '../../src/tests/roster-links.js'
import { anyRun } from './any-run.js'

const RUN: RecordedRun = {
  cases: [
    { key: 'a', outcome: 'P', fingerprint: null, durationUs: 1_000_000 },
    { key: 'b', outcome: 'FP', fingerprint: 'f1', durationUs: 5_000_000 },
    { key: 'c', outcome: 'S', fingerprint: null, durationUs: null },
  ],
  isWhole: true,
  withheld: null,
}
const FIRST = encodeRun(RUN, [])
const SECOND = encodeRun(RUN, [FIRST])

describe('runs that were recorded', () => {
  test('a run whose roster nobody holds is left out and said; the others keep their places', () => {
    const opened = openTestRuns([SECOND, { ...SECOND, roster: 'f'.repeat(32) }, FIRST])
    expect(opened.usable).toEqual([0, 2])
    expect(opened.problems).toEqual([`One run is left out, because no record holds the roster ${'f'.repeat(32)}.`])
    expect(opened.count(1)).toBe(0)
    expect(opened.cellOf(1, 'a')).toBeNull()
    expect(opened.cellOf(2, 'a')).toEqual({ failed: 0, passed: 1, skipped: 0 })
  })

  test('the same fault of many runs is one problem', () => {
    const { problems } = openTestRuns([SECOND, SECOND, SECOND])
    expect(problems).toEqual([
      `3 runs are left out, because no record holds the roster ${rosterLinks(SECOND).needs[0]}.`,
    ])
  })

  test('a body of a newer version is left out and said', () => {
    const { usable, problems } = openTestRuns([{ ...FIRST, schema: 'testwarden.test-record/2' }, FIRST])
    expect(usable).toEqual([1])
    expect(problems).toEqual(['One run is left out, because a newer Testwarden wrote its record.'])
  })

  test('a test that a run did not have is not a passed one', () => {
    const opened = openTestRuns([FIRST])
    expect(opened.has(0, 'z')).toBe(false)
    expect(opened.cellOf(0, 'z')).toBeNull()
    expect(opened.durationUs(0, 'z')).toBeNull()
    expect(opened.has(7, 'a')).toBe(false)
  })

  test('what is usually skipped is told with the cells that are no plain pass', () => {
    const outcomes = openTestRuns([FIRST, SECOND])
    expect(outcomes.failing(1).map(({ key, outcome, fingerprint }) => [key, outcome, fingerprint])).toEqual([
      ['b', 'FP', 'f1'],
      ['c', 'S', null],
    ])
  })

  test.each([
    ['a roster that is not what its id says', { roster: { ...rosterOf(FIRST), suffixes: ['a', 'b', 'd'] } }],
    ['cells behind the end', { cells: 'ZBB' }],
    ['cells of an outcome that is not listed', { cells: 'BTB' }],
    ['cells that end early', { cells: 'BB' }],
    ['a text that redaction has changed', { cells: '[redacted]' }],
    ['an outcome of strange letters', { outcomes: ['X'] }],
    ['times behind the end', { times: { paceSteps: 0, near: 'a', far: '' } }],
    ['times without an end', { times: { paceSteps: 0, near: '', far: '~' } }],
    ['a pace beyond all machines', { times: { paceSteps: 1e9, near: '', far: '' } }],
    ['a list that is none', { fingerprints: 'f1' }],
  ])('a run with %s is left out', (_, damage) => {
    const { usable, problems } = openTestRuns([{ ...FIRST, ...damage }])
    expect(usable).toEqual([])
    expect(problems).toEqual([expect.stringMatching(/^One run is left out, because .*damaged\.$/)])
  })

  test('rosters that rest on one another in a circle are missing, not endless', () => {
    const circle = (id: string, base: string): unknown => ({ ...FIRST, roster: { ...rosterOf(FIRST), id, base } })
    expect(openTestRuns([circle('x', 'y'), circle('y', 'x')]).usable).toEqual([])
  })

  test('a roster that pretends to be another one does not take its place, whichever comes first', () => {
    const forged = { ...FIRST, roster: { ...rosterOf(FIRST), suffixes: ['a', 'b', 'x'] } }
    for (const bodies of [
      [FIRST, forged, SECOND],
      [forged, FIRST, SECOND],
    ])
      expect(openTestRuns(bodies).keys(2)).toEqual(['a', 'b', 'c'])
  })

  test('a key that a change adds a second time is damage', () => {
    const more = { ...RUN, cases: [...RUN.cases, { key: 'd', outcome: 'P', fingerprint: null, durationUs: null }] }
    const changed = encodeRun(more, [FIRST])
    expect(openTestRuns([FIRST, changed]).keys(1)).toEqual(['a', 'b', 'c', 'd'])
    const text = { ...rosterOf(changed), suffixes: ['c'] }
    const twice = { ...changed, roster: { ...text, id: rosterId(text) } }
    expect(openTestRuns([FIRST, twice]).problems).toEqual([expect.stringContaining('damaged')])
  })

  test('a list of keys that would unpack to more than memory is refused', () => {
    const count = 60
    const text = {
      ...rosterOf(encodeRun({ ...RUN, cases: [] }, [])),
      shared: encodeNumbers(Array.from({ length: count }, (_, index) => (index === 0 ? 0 : 1_000_000))),
      suffixes: Array.from(
        { length: count },
        (_, index) => `${index === 0 ? 'x'.repeat(1_000_000) : ''}${100 + index}`,
      ),
      references: encodeNumbers(new Array(count).fill(0)),
    }
    const openWith = (changed: RosterText): number => {
      const body = { ...FIRST, roster: { ...changed, id: rosterId(changed) }, cells: '', times: null }
      return openTestRuns([body]).count(0)
    }
    const few = { shared: encodeNumbers([0, 1_000_000]), suffixes: text.suffixes.slice(0, 2), references: 'BB' }
    expect(openWith({ ...text, ...few })).toBe(2)
    expect(openWith(text)).toBe(0)
  })

  test('whatever JSON the bodies are, nothing is thrown', () => {
    fc.assert(
      fc.property(
        fc.array(fc.jsonValue(), { maxLength: 4 }),
        anyRun,
        fc.dictionary(fc.string(), fc.jsonValue()),
        (bodies, run, damage) => {
          const opened = openTestRuns([...bodies, { ...encodeRun(run, []), ...damage }])
          expect(opened.usable.length).toBeLessThanOrEqual(bodies.length + 1)
        },
      ),
    )
  })

  test('one changed character of a text never makes a duration that no test can have', () => {
    fc.assert(
      fc.property(anyRun, fc.constantFrom('cells', 'near', 'far'), fc.nat(), (run, field, at) => {
        const body = encodeRun(run, [FIRST])
        const broken = withBroken(body, field, at)
        const opened = openTestRuns([FIRST, broken])
        for (const key of opened.keys(1)) expect(opened.durationUs(1, key) ?? 0).toBeLessThanOrEqual(1e15)
      }),
    )
  })
})

function rosterOf({ roster }: EncodedRun): RosterText {
  if (typeof roster === 'string') throw new Error('the body has no roster of its own')
  return roster
}

function withBroken(body: EncodedRun, field: 'cells' | 'near' | 'far', at: number): unknown {
  const replace = (text: string): string => {
    const place = text.length === 0 ? 0 : at % text.length
    return `${text.slice(0, place)}Q${text.slice(place + 1)}`
  }
  if (field === 'cells') return { ...body, cells: replace(body.cells) }
  return body.times === null ? body : { ...body, times: { ...body.times, [field]: replace(body.times[field]) } }
}
