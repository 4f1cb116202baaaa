import { describe, expect, test } from '@jest/globals'
import type { Evidence } from '@testwarden/core/model/evidence'
import { asSet } from '@testwarden/core/model/join-evidence'
import fc from 'fast-check'
import { decide } from '../src/decide.js'
import type { MetricFacts, PastRun, PastSeries, PerfFacts } from '../src/facts.js'
import { mergeEvidence } from '../src/merge-evidence.js'
import { benchmarkKey } from '../src/metric-key.js'
import { parseFacts } from '../src/parse-facts.js'
import { configOf, evidenceOf, knownPast, legOf, metricOf, runOf } from './kit.js'

const CONFIG = configOf({ budgets: 'a: 5ns\n*: 1h', 'compare-fail': 'mean:10%' })

const metrics = fc
  .uniqueArray(fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.integer({ min: 1, max: 9 })), { selector: ([name]) => name })
  .map((pairs) => pairs.map(([name, value]) => metricOf(name, value)))
const past = fc
  .tuple(metrics, fc.boolean())
  .map(([before, isKnown]) =>
    isKnown ? knownPast({ baseline: baselineOf(before), expected: 4, missing: [benchmarkKey('gone', 'time')] }) : null,
  )

/** Facts as a run collects them: a leg of its own. */
function factsOf(leg: number): fc.Arbitrary<PerfFacts> {
  return fc
    .tuple(metrics, past)
    .map(([own, before]) => ({ legs: [legOf(own, { variant: `{"leg":${leg}}`, ...(before && { past: before }) })] }))
}

function baselineOf(before: readonly MetricFacts[]): PastRun {
  const listed = legOf(before).metrics.map(({ key, unit, stats }) => ({ key, unit, median: 1, stats }))
  return { sha: 'b'.repeat(40), time: '2026-01-01T00:00:00Z', metrics: listed }
}

const facts = factsOf(0)
const legs: fc.Arbitrary<Evidence<PerfFacts>[]> = fc
  .tuple(fc.integer({ min: 1, max: 4 }), ...[0, 1, 2, 3].map(factsOf))
  .map(([count, ...parts]) =>
    parts.slice(0, count).map((part, leg) => evidenceOf(part, { run: runOf(`{"leg":${leg}}`) })),
  )

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
        const all = asSet(parts.flatMap((part) => part.facts.legs))
        expect(decide(mergeEvidence(parts), CONFIG)).toEqual(decide(evidenceOf({ legs: all }), CONFIG))
      }),
    )
  })

  test('takes from another job what a job of ours wrote, and nothing else', () => {
    fc.assert(fc.property(facts, (one) => expect(parseFacts(JSON.parse(JSON.stringify(one)))).toEqual(one)))
    const [leg] = [legOf([metricOf('a', 1)])]
    expect(() => parseFacts({ legs: [{ ...leg, metrics: [{ ...metricOf('a', 1), processes: [] }] }] })).toThrow(
      'facts.legs[0].metrics[0].processes',
    )
    expect(() => parseFacts({ legs: [{ ...leg, past: knownPast({ series: [seriesOf([1])] }) }] })).toThrow(
      'a value for each commit',
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
})

function seriesOf(values: readonly number[]): PastSeries {
  const { key, kind, unit, direction } = metricOf('a', 1)
  return { key, kind, unit, direction, values, acceptedAt: null }
}
