import { describe, expect, test } from '@jest/globals'
import type { Evidence } from '@testwarden/core/model/evidence'
import fc from 'fast-check'
import { decide } from '../src/decide.js'
import { type FailedTest, type IncidentsFacts, NO_PAST } from '../src/facts.js'
import { mergeEvidence } from '../src/merge-evidence.js'
import { parseFacts } from '../src/parse-facts.js'
import { configOf, evidenceOf, legOf, runOf } from './kit.js'

const CONFIG = configOf({ 'fail-on': 'high' })

const failed: fc.Arbitrary<readonly FailedTest[]> = fc
  .uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e'))
  .map((names) => names.sort().map((name) => failing(name)))

function failing(name: string): FailedTest {
  const failure = { type: 'AssertionError', message: `${name.repeat(9)} is wrong`, trace: '' }
  return { key: `tests/${name}.py › ${name}`, file: `tests/${name}.py`, tags: [], failure, place: null, owners: [] }
}

/** Facts as a run collects them, small enough that those of two legs overlap. */
const facts: fc.Arbitrary<IncidentsFacts> = fc
  .record({ failed, leg: fc.constantFrom('0', '1', '2'), ran: fc.integer({ min: 5, max: 20 }), note: fc.boolean() })
  .map(({ failed: tests, leg, ran, note }) => ({
    legs: [legOf({ variant: `{"leg":${leg}}`, ran, failed: tests })],
    past: NO_PAST,
    verdicts: [],
    frozen: null,
    notes: note ? ['A note.'] : [],
  }))

const legs: fc.Arbitrary<Evidence<IncidentsFacts>[]> = fc
  .array(facts, { minLength: 1, maxLength: 4 })
  .map((parts) => parts.map((part, leg) => evidenceOf(part, { run: runOf(`{"leg":${leg}}`) })))

describe('merging the evidence of legs', () => {
  test('decides the same in any order', () => {
    fc.assert(
      fc.property(legs, (parts) => {
        const merged = mergeEvidence(parts)
        expect(mergeEvidence(parts.toReversed())).toEqual(merged)
        expect(decide(mergeEvidence(parts.toReversed()), CONFIG)).toEqual(decide(merged, CONFIG))
      }),
    )
  })

  test('decides the same in any grouping', () => {
    fc.assert(
      fc.property(legs, fc.nat(3), (parts, cut) => {
        const groups = [parts.slice(0, cut), parts.slice(cut)].filter((group) => group.length > 0)
        expect(mergeEvidence(groups.map(mergeEvidence))).toEqual(mergeEvidence(parts))
      }),
    )
  })

  test('counts the tests of all legs together', () => {
    const half = (leg: string, tests: readonly FailedTest[]) =>
      evidenceOf({ legs: [legOf({ variant: leg, ran: 10, failed: tests })] })
    const merged = mergeEvidence([half('a', ['a', 'b', 'c', 'd', 'e'].map(failing)), half('b', [])])
    // A quarter of twenty; of one leg alone it would be half, and critical.
    expect(decide(merged, CONFIG).verdict.reasons[0]?.subject).toBe('high')
  })

  test('takes from another job what a job of ours wrote, and nothing else', () => {
    fc.assert(fc.property(facts, (one) => expect(parseFacts(JSON.parse(JSON.stringify(one)))).toEqual(one)))
    const [leg] = [legOf({ ran: -1 })]
    expect(() => parseFacts({ legs: [leg], past: NO_PAST, verdicts: [], frozen: null, notes: [] })).toThrow(
      'facts.legs[0].ran',
    )
  })

  test('of one leg, or of one leg twice, is that leg', () => {
    fc.assert(
      fc.property(facts, (one) => {
        const leg = evidenceOf(one)
        expect(mergeEvidence([leg])).toEqual(leg)
        expect(mergeEvidence([leg, leg])).toEqual(leg)
      }),
    )
  })

  test('of legs that read different pasts has none: whoever decides reads its own', () => {
    const past = (isLate: boolean) => evidenceOf({ past: { kind: 'known', runs: [], isLate } })
    expect(mergeEvidence([past(true), past(false)]).facts.past).toEqual(NO_PAST)
    expect(mergeEvidence([past(true), past(true)]).facts.past).toEqual({ kind: 'known', runs: [], isLate: true })
  })
})
