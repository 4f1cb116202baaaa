import { describe, expect, test } from '@jest/globals'
import type { Evidence } from '@testwarden/core/model/evidence'
import fc from 'fast-check'
import { decide } from '../src/decide.js'
import type { PerfFacts } from '../src/facts.js'
import { mergeEvidence } from '../src/merge-evidence.js'
import { parseFacts } from '../src/parse-facts.js'
import { configOf, evidenceOf, runOf } from './kit.js'

const CONFIG = configOf({ 'max-files': '3' })

/** Facts as a run collects them, small enough that those of two legs overlap. */
const facts: fc.Arbitrary<PerfFacts> = fc
  .uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e'))
  .map((files) => ({ files: files.sort() }))

const legs: fc.Arbitrary<Evidence<PerfFacts>[]> = fc
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

  test('decides as one run over all of them', () => {
    fc.assert(
      fc.property(legs, (parts) => {
        const all = [...new Set(parts.flatMap((part) => part.facts.files))].sort()
        expect(decide(mergeEvidence(parts), CONFIG)).toEqual(decide(evidenceOf({ files: all }), CONFIG))
      }),
    )
  })

  test('takes from another job what a job of ours wrote, and nothing else', () => {
    fc.assert(fc.property(facts, (one) => expect(parseFacts(JSON.parse(JSON.stringify(one)))).toEqual(one)))
    expect(() => parseFacts({ files: ['b', 'a'] })).toThrow('facts.files[1]')
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
})
