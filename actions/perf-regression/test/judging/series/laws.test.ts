import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { historyPolicy } from '../../../src/judging/series/history-policy.js'
import { judgeSuite } from '../../../src/judging/series/judge-suite.js'
import { replaySuite } from '../../../src/judging/series/replay-suite.js'
import type { SeriesJudgement } from '../../../src/judging/series/series-judgement.js'
import type { Series, Suite } from '../../../src/judging/series/suite.js'
import { bystanders, changed, seriesOf, steady, suiteOf } from './kit.js'

const POLICY = historyPolicy(4, 0.05)
const FEW = { numRuns: 30 }

/** What is said of a series, by words and numbers that rounding does not tell apart. */
function saidOf({ key, state, isRed, since, points, ratio, visible }: SeriesJudgement) {
  const rounded = (value: number | null) => (value === null ? null : Number(value.toFixed(6)))
  return { key, state, isRed, since, points, ratio: rounded(ratio), visible: rounded(visible) }
}

function said(suite: Suite) {
  return judgeSuite(suite, POLICY).series.map(saidOf)
}

/** One series of each suite: how noisy, and by what it changed from which commit on. */
const planned = fc.record({
  seed: fc.nat(1_000_000),
  noise: fc.constantFrom(0.005, 0.02, 0.06),
  factor: fc.constantFrom(0.6, 0.85, 1, 1, 1.15, 1.3, 3),
  from: fc.integer({ min: 1, max: 70 }),
})

const suites = fc
  .record({ series: fc.array(planned, { minLength: 1, maxLength: 10 }), runs: fc.integer({ min: 1, max: 70 }) })
  .map(({ series, runs }) =>
    suiteOf(
      series.map(({ seed, noise, factor, from }, index) =>
        seriesOf(`s${index}`, changed(steady(runs, noise, seed), factor, from)),
      ),
    ),
  )

function withValues(suite: Suite, put: (value: number, at: number, index: number) => number | null): Suite {
  const series = suite.series.map((each, index) => ({
    ...each,
    values: each.values.map((value, at) => (value === null ? null : put(value, at, index))),
  }))
  return { ...suite, series }
}

describe('what is said of a suite', () => {
  test('does not depend on the unit of a series', () => {
    fc.assert(
      fc.property(suites, fc.nat(9), fc.constantFrom(1e-9, 1e-3, 7, 1e6), (suite, chosen, factor) => {
        const scaled = withValues(suite, (value, _, index) => (index === chosen ? value * factor : value))
        expect(said(scaled)).toEqual(said(suite))
      }),
      FEW,
    )
  })

  test('does not depend on the order of its series', () => {
    fc.assert(
      fc.property(suites, fc.infiniteStream(fc.nat()), (suite, order) => {
        const places = new Map(suite.series.map(({ key }) => [key, order.next().value]))
        const placeOf = ({ key }: Series) => places.get(key) ?? 0
        const shuffled = suite.series.toSorted((left, right) => placeOf(left) - placeOf(right))
        const byKey = (list: readonly { readonly key: string }[]) =>
          list.toSorted((left, right) => (left.key < right.key ? -1 : 1))
        expect(byKey(said({ ...suite, series: shuffled }))).toEqual(byKey(said(suite)))
      }),
      FEW,
    )
  })

  test('is the same for rates as for the times that they are the inverse of', () => {
    fc.assert(
      fc.property(suites, fc.nat(9), (suite, chosen) => {
        const rates = withValues(suite, (value, _, index) => (index === chosen ? 1 / value : value))
        const series = rates.series.map(
          (each, index): Series => (index === chosen ? { ...each, direction: 'higher' } : each),
        )
        expect(said({ ...rates, series })).toEqual(said(suite))
      }),
      FEW,
    )
  })

  test('is not changed by a run that was slower in all of them', () => {
    fc.assert(
      fc.property(suites, fc.nat(), fc.constantFrom(0.5, 0.9, 1.2, 2), (some, at, factor) => {
        const runs = some.commits.length
        const suite = suiteOf([...some.series, ...bystanders(8, runs)])
        // Once every series has a level: before that nothing can be said in common.
        const shaken = 3 + (at % runs)
        const slow = withValues(suite, (value, commit) => (commit === shaken ? value * factor : value))
        expect(said(slow)).toEqual(said(suite))
      }),
      FEW,
    )
  })

  test('is not changed by commits that nothing was measured at', () => {
    fc.assert(
      fc.property(suites, fc.nat(), (suite, at) => {
        const hole = at % (suite.commits.length + 1)
        const spliced = {
          ...suite,
          commits: suite.commits.toSpliced(hole, 0, { sha: 'hole', kernelNs: null }),
          series: suite.series.map((each) => ({ ...each, values: each.values.toSpliced(hole, 0, null) })),
        }
        const withoutRed = (list: ReturnType<typeof said>) => list.map((each) => ({ ...each, isRed: null }))
        expect(withoutRed(said(spliced))).toEqual(withoutRed(said(suite)))
      }),
      FEW,
    )
  })

  test('leaves out values that are none', () => {
    const strange = fc.constantFrom(0, -3, Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY)
    fc.assert(
      fc.property(suites, fc.nat(), strange, (suite, at, value) => {
        const commit = at % suite.commits.length
        const [broken, missing] = [value, null].map((other) =>
          withValues(suite, (known, index, series) => (index === commit && series === 0 ? other : known)),
        )
        if (broken === undefined || missing === undefined) throw new Error('there are two')
        expect(said(broken)).toEqual(said(missing))
      }),
      FEW,
    )
  })

  test('never calls what only became faster red', () => {
    const faster = fc.record({ seed: fc.nat(1_000_000), noise: fc.constantFrom(0.005, 0.02), from: fc.nat(70) })
    fc.assert(
      fc.property(faster, fc.double({ min: 0.1, max: 1, noNaN: true }), ({ seed, noise, from }, factor) => {
        const values = changed(steady(70, noise, seed), factor, from)
        for (let end = 1; end <= values.length; end++)
          expect(said(suiteOf([seriesOf('a', values.slice(0, end))]))[0]?.isRed).toBe(false)
      }),
      FEW,
    )
  })

  test('of a commit does not depend on what comes after it', () => {
    fc.assert(
      fc.property(suites, fc.nat(), (suite, end) => {
        const runs = 1 + (end % suite.commits.length)
        const until = (count: number) => ({
          ...suite,
          commits: suite.commits.slice(0, count),
          series: suite.series.map((each) => ({ ...each, values: each.values.slice(0, count) })),
        })
        const shifts = (count: number) => replaySuite(until(count), POLICY, () => undefined).shifts.slice(0, runs)
        expect(shifts(suite.commits.length)).toEqual(shifts(runs))
      }),
      FEW,
    )
  })
})
