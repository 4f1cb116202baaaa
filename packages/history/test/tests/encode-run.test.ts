import { describe, expect, test } from '@jest/globals'
import { createRedactor } from '@testwarden/core/render/redact'
import { redactTexts } from '@testwarden/core/render/redact-texts'
import { sampleRecord } from '@testwarden/testkit/history-store-conformance'
import fc from 'fast-check'
import { decodeRecord, encodeRecord } from '../../src/record-codec.js'
import { recordsToKeep } from '../../src/retention.js'
import { openTestRuns, type TestRuns } from '../../src/tests/decode-runs.js'
import { encodeRun } from '../../src/tests/encode-run.js'
import type { EncodedRun } from '../../src/tests/encoded-run.js'
import { countAttempts, type RecordedCase, type RecordedRun } from '../../src/tests/recorded-run.js'
import { rosterLinks } from '../../src/tests/roster-links.js'
import { anyRun } from './any-run.js'

describe('a run as the body of a record', () => {
  test('tells of every run what was recorded of it, whichever runs came before', () => {
    fc.assert(
      fc.property(fc.array(anyRun, { maxLength: 6 }), (runs) => {
        const opened = openTestRuns(throughRecords(encodeAll(runs)))
        expect(opened.problems).toEqual([])
        expect(opened.usable).toEqual(runs.map((_, index) => index))
        for (const [index, run] of runs.entries()) expectSame(opened, index, run)
      }),
    )
  })

  test('names a roster that an earlier record holds instead of writing it again', () => {
    const [first, second] = encodeAll([whole(['a', 'b', 'c']), whole(['a', 'b', 'c'])])
    expect(rosterLinks(first)).toEqual({ provides: [expect.stringMatching(/^[0-9a-f]{32}$/)], needs: [] })
    expect(rosterLinks(second)).toEqual({ provides: [], needs: rosterLinks(first).provides })
  })

  test('tells a small change of the tests as a change, and a large one in full', () => {
    const names = Array.from({ length: 500 }, (_, index) => `test ${index + 1_000}`)
    const [first, second, third] = encodeAll([
      whole(names),
      whole([...names.slice(1), 'test 9999']),
      whole(names.map((name) => `${name} again`)),
    ])
    expect(rosterLinks(second).needs).toEqual(rosterLinks(first).provides)
    expect(JSON.stringify(second).length).toBeLessThan(JSON.stringify(first).length / 10)
    expect(rosterLinks(third).needs).toEqual([])
  })

  test('goes back to the nearest of the newest rosters, so that a partial run costs nothing afterwards', () => {
    const names = Array.from({ length: 50 }, (_, index) => `test ${index + 10}`)
    const bodies = encodeAll([whole(names), whole(names.slice(0, 20)), whole(names)])
    expect(bodies[2]?.roster).toBe(rosterLinks(bodies[0]).provides[0])
  })

  test('rests on at most 16 rosters, however many changes there were', () => {
    const names = Array.from({ length: 300 }, (_, index) => `test ${1000 + index}`)
    const bodies = encodeAll(Array.from({ length: 140 }, (_, index) => whole(names.slice(0, 150 + index))))
    const needs = new Map(bodies.map((body) => [rosterLinks(body).provides[0], rosterLinks(body).needs[0]]))
    const depths = bodies.map((body) => {
      let depth = 0
      for (let id = rosterLinks(body).needs[0]; id !== undefined; id = needs.get(id)) depth++
      return depth
    })
    expect(Math.max(...depths)).toBe(16)
    expect(depths.filter((depth) => depth === 0)).toHaveLength(1)
  })

  test('a thousand plain passes of known tests take two hundred characters', () => {
    const names = Array.from({ length: 1_000 }, (_, index) => `test ${index + 1_000}`)
    const [, second] = encodeAll([whole(names), whole(names)])
    expect(JSON.stringify(second).length).toBeLessThan(250)
  })

  test('passes over what it cannot read among the records before', () => {
    expect(rosterLinks(encodeRun(whole(['a']), [null, { schema: 'testwarden.test-record/2' }, 7])).needs).toEqual([])
  })

  test('a slow machine is one number', () => {
    const names = Array.from({ length: 100 }, (_, index) => `test ${index + 100}`)
    const slow = names.map((name, index) => caseOf(name, { durationUs: 1_700_000 * (index + 1) }))
    const usual = names.map((name, index) => caseOf(name, { durationUs: 1_000_000 * (index + 1) }))
    const [, body] = encodeAll([usual, slow].map((cases) => ({ ...whole([]), cases })))
    expect(body?.times).toMatchObject({ near: '', far: '' })
  })

  test('takes new references when most tests have been far from the old ones for long', () => {
    const runOf = (factors: (index: number) => number): RecordedRun => ({
      ...whole([]),
      cases: Array.from({ length: 40 }, (_, index) =>
        caseOf(`test ${10 + index}`, { durationUs: 1_000_000 * factors(index) }),
      ),
    })
    const [before, after] = [runOf(() => 1), runOf((index) => 2 + (index % 10))]
    const bodies = encodeAll([before, ...Array.from({ length: 20 }, () => after)])
    expect(bodies.map(({ roster }) => typeof roster === 'string')).toEqual(
      bodies.map((_, index) => index !== 0 && index !== 17),
    )
    expect(bodies[18]?.times).toEqual({ paceSteps: 0, near: '', far: '' })
  })

  test('can be read as long as retention keeps it', () => {
    const names = Array.from({ length: 200 }, (_, index) => `test ${1000 + index}`)
    const bodies = encodeAll(Array.from({ length: 60 }, (_, index) => whole(names.slice(0, 100 + index))))
    const day = (index: number): string => new Date(Date.UTC(2026, 0, 1 + index)).toISOString()
    const records = bodies.map((body, index) =>
      sampleRecord({ run: String(index), time: day(index), body, ...rosterLinks(body) }),
    )
    const policy = { allDays: 2, dailyDays: 2, weeklyDays: 2, monthlyDays: 100 }
    const kept = [...recordsToKeep(records, { policy, nowMs: Date.parse(day(60)) })]
    expect(kept.length).toBeLessThan(40)
    const opened = openTestRuns(kept.map(({ body }) => body))
    expect(opened.problems).toEqual([])
    expect(opened.usable).toHaveLength(kept.length)
  })

  test('is left as it is by redaction once its keys are', () => {
    const redact = createRedactor([])
    const secrets = ['https://user:pass@example.com/', 'ghp_0123456789abcdefghij', 'AKIA0123456789ABCDEF']
    fc.assert(
      fc.property(anyRun, ({ cases, ...rest }) => {
        const names = [...cases.map(({ key }) => key), ...secrets].map(redact)
        const body = encodeRun({ ...whole([...new Set(names)].sort()), ...rest }, [])
        expect(redactTexts(body, redact)).toEqual(body)
      }),
    )
  })

  test('refuses cases that are out of order or have another outcome, which would be a bug', () => {
    expect(() => encodeRun(whole(['b', 'a']), [])).toThrow(TypeError)
    expect(() => encodeRun({ ...whole([]), cases: [caseOf('a', { outcome: 'X' })] }, [])).toThrow(TypeError)
  })
})

function encodeAll(runs: readonly RecordedRun[]): EncodedRun[] {
  const bodies: EncodedRun[] = []
  for (const run of runs) bodies.push(encodeRun(run, bodies))
  return bodies
}

function throughRecords(bodies: readonly EncodedRun[]): unknown[] {
  return bodies.map((body) => {
    const decoded = decodeRecord(encodeRecord(sampleRecord({ body })))
    return decoded.ok ? decoded.model.body : decoded.message
  })
}

function whole(keys: readonly string[]): RecordedRun {
  return { cases: keys.map((key) => caseOf(key)), isWhole: true, withheld: null }
}

function caseOf(key: string, rest: Partial<RecordedCase> = {}): RecordedCase {
  return { key, outcome: 'P', fingerprint: null, durationUs: null, ...rest }
}

function expectSame(opened: TestRuns, index: number, run: RecordedRun): void {
  expect(opened.isWhole(index)).toBe(run.isWhole)
  expect(opened.withheld(index)).toBe(run.withheld)
  expect(opened.count(index)).toBe(run.cases.length)
  expect(opened.keys(index)).toEqual(run.cases.map(({ key }) => key))
  const unplain = run.cases.filter(({ outcome }) => outcome !== 'P')
  expect(opened.failing(index)).toEqual(
    unplain.map(({ key, outcome, fingerprint }) => ({ key, outcome, fingerprint, ...countAttempts(outcome) })),
  )
  expect(opened.failed(index)).toEqual(opened.failing(index).filter(({ failed }) => failed > 0))
  for (const { key, outcome, durationUs } of run.cases) {
    expect(opened.cellOf(index, key)).toEqual(countAttempts(outcome))
    expectNear(opened.durationUs(index, key), durationUs)
  }
}

function expectNear(found: number | null, recorded: number | null): void {
  if (found === null || recorded === null) expect(found).toBe(recorded)
  else expect(Math.abs(found - recorded)).toBeLessThanOrEqual(Math.max(2_000, recorded * 0.14))
}
