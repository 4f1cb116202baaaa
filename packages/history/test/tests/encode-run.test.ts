import { describe, expect, test } from '@jest/globals'
import { createRedactor } from '@testwarden/core/render/redact'
import { redactTexts } from '@testwarden/core/render/redact-texts'
import { sampleRecord } from '@testwarden/testkit/history-store-conformance'
import fc from 'fast-check'
import { decodeRecord, encodeRecord } from '../../src/record-codec.js'
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

  test('rests on at most 64 rosters, however many changes there were', () => {
    const names = Array.from({ length: 300 }, (_, index) => `test ${1000 + index}`)
    const bodies = encodeAll(Array.from({ length: 140 }, (_, index) => whole(names.slice(0, 150 + index))))
    const needs = new Map(bodies.map((body) => [rosterLinks(body).provides[0], rosterLinks(body).needs[0]]))
    const depths = bodies.map((body) => {
      let depth = 0
      for (let id = rosterLinks(body).needs[0]; id !== undefined; id = needs.get(id)) depth++
      return depth
    })
    expect(Math.max(...depths)).toBe(64)
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
  for (const { key, outcome, durationUs } of run.cases) {
    expect(opened.cellOf(index, key)).toEqual(countAttempts(outcome))
    expectNear(opened.durationUs(index, key), durationUs)
  }
}

function expectNear(found: number | null, recorded: number | null): void {
  if (found === null || recorded === null) expect(found).toBe(recorded)
  else expect(Math.abs(found - recorded)).toBeLessThanOrEqual(Math.max(2_000, recorded * 0.14))
}
