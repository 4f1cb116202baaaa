import { describe, expect, test } from '@jest/globals'
import { type HistoryPolicy, historyPolicy, testTimePolicy } from '../../../src/judging/series/history-policy.js'
import { judgeSuite } from '../../../src/judging/series/judge-suite.js'
import { replaySuite } from '../../../src/judging/series/replay-suite.js'
import type { SeriesJudgement } from '../../../src/judging/series/series-judgement.js'
import type { Series } from '../../../src/judging/series/suite.js'
import { bystanders, changed, seriesOf, steady, suiteOf } from './kit.js'

const POLICY = historyPolicy(4, 0.05)
const RUNS = 60

function judge(series: Series, policy: HistoryPolicy = POLICY): SeriesJudgement {
  const [judged] = judgeSuite(suiteOf([series]), policy).series
  if (judged === undefined) throw new Error('nothing was judged')
  return judged
}

describe('a series', () => {
  const quiet = steady(RUNS, 0.02, 1)

  test('that nothing happens to is unchanged, and says what it would see', () => {
    const judged = judge(seriesOf('a', quiet))
    expect(judged).toMatchObject({ state: 'unchanged', standing: 'gates', isRed: false, points: RUNS, since: null })
    expect(judged.baseline).toBeGreaterThan(99)
    expect(judged.baseline).toBeLessThan(101)
    expect(judged.visible).toBeGreaterThan(1.07)
    expect(judged.visible).toBeLessThan(1.15)
  })

  test.each([1, 2])('with %i slower commits at its end is provisional, however much slower', (commits) => {
    const judged = judge(seriesOf('a', changed(quiet, 3, RUNS - commits)))
    expect(judged).toMatchObject({ state: 'provisional', isRed: false, since: `c${RUNS - commits}` })
  })

  test('is red from the third commit on that is far slower, and says since which', () => {
    const judged = judge(seriesOf('a', changed(quiet, 1.3, RUNS - 3)))
    expect(judged).toMatchObject({ state: 'regressed', isRed: true, since: 'c57' })
    expect(judged.ratio).toBeCloseTo(1.3, 1)
    expect(judged.interval?.lower).toBeLessThan(1.3)
    expect(judged.interval?.upper).toBeGreaterThan(1.3)
  })

  test('is red after five commits that three would not prove', () => {
    const slower = (commits: number) =>
      judge(seriesOf('a', [...quiet.slice(commits), ...Array.from({ length: commits }, () => 107)]))
    expect(slower(3).isRed).toBe(false)
    expect(slower(5)).toMatchObject({ state: 'regressed', isRed: true, since: 'c55' })
  })

  test('is not red below the smallest effect, however steady it is', () => {
    const exact = Array.from({ length: RUNS }, () => 100)
    expect(judge(seriesOf('a', changed(exact, 1.049, 30))).isRed).toBe(false)
    expect(judge(seriesOf('a', changed(exact, 1.051, 40))).isRed).toBe(true)
  })

  test('may have a smallest effect of its own', () => {
    expect(judge(seriesOf('a', changed(quiet, 1.3, 50), { minEffect: 0.5 })).isRed).toBe(false)
    expect(judge(seriesOf('a', changed(quiet, 1.6, 50), { minEffect: 0.5 })).isRed).toBe(true)
  })

  test('stays red for as long as it is slower: what is slow does not become the baseline', () => {
    const judged = judge(seriesOf('a', changed(steady(400, 0.02, 2), 1.2, 60)))
    expect(judged).toMatchObject({ state: 'regressed', isRed: true, since: 'c60' })
  })

  test('that looks mended is not red, and red again when it was not', () => {
    const mended = changed(changed(quiet, 1.3, 40), 1 / 1.3, RUNS - 1)
    expect(judge(seriesOf('a', mended))).toMatchObject({ state: 'mending', isRed: false, since: 'c40' })
    const spike = changed(changed(quiet, 1.3, 40), 1 / 1.3, RUNS - 3, RUNS - 2)
    expect(judge(seriesOf('a', spike))).toMatchObject({ state: 'regressed', isRed: true, since: 'c40' })
  })

  test('is unchanged once it was mended for three commits', () => {
    const judged = judge(seriesOf('a', changed(quiet, 1.3, 40, 50)))
    expect(judged).toMatchObject({ state: 'unchanged', isRed: false })
    const { tracker } = replaySuite(suiteOf([seriesOf('a', changed(quiet, 1.3, 40, 50))]), POLICY, () => undefined)
    expect(tracker.series[0]?.changes.map(({ at, kind }) => [at, kind])).toEqual([
      [40, 'regressed'],
      [50, 'mended'],
    ])
  })

  test('that is half mended is still slower since the first commit', () => {
    const judged = judge(seriesOf('a', changed(changed(quiet, 1.6, 40), 1.2 / 1.6, 50)))
    expect(judged).toMatchObject({ state: 'regressed', isRed: true, since: 'c40' })
    expect(judged.ratio).toBeCloseTo(1.2, 1)
  })

  test('begins anew where its slowness was accepted', () => {
    const slow = changed(quiet, 1.3, 40)
    const judged = judge(seriesOf('a', slow, { acceptedAt: 'c41' }))
    expect(judged).toMatchObject({ state: 'unchanged', standing: 'gates', isRed: false })
    expect(judged.baseline).toBeGreaterThan(125)
    expect(judge(seriesOf('a', changed(slow, 1.3, 55), { acceptedAt: 'c41' }))).toMatchObject({
      isRed: true,
      since: 'c55',
    })
  })

  test('that became faster has a new baseline after three commits, and what is lost of it is red', () => {
    const faster = changed(quiet, 0.7, RUNS - 3)
    expect(judge(seriesOf('a', faster))).toMatchObject({ state: 'improved', isRed: false, since: 'c57' })
    expect(judge(seriesOf('a', changed(quiet, 0.7, RUNS - 2)))).toMatchObject({ state: 'improving', isRed: false })
    const lost = changed(quiet, 0.7, 30, 55)
    expect(judge(seriesOf('a', lost))).toMatchObject({ state: 'regressed', isRed: true, since: 'c55' })
  })

  test('advises until it has thirty points; then a new level is no news', () => {
    const young = steady(29, 0.02, 3)
    expect(judge(seriesOf('a', changed(young, 2, 26)))).toMatchObject({ standing: 'young', isRed: false })
    expect(judge(seriesOf('a', changed(steady(40, 0.02, 3), 2, 20)))).toMatchObject({
      state: 'unchanged',
      isRed: false,
    })
  })

  test('too noisy to show twice its time says so', () => {
    expect(judge(seriesOf('a', steady(RUNS, 0.3, 4)))).toMatchObject({ state: 'too-noisy', isRed: false })
  })

  test('that only advises is red at twice its baseline', () => {
    const policy = { ...POLICY, advisory: new Set(['a']) }
    const slower = (factor: number) => judge(seriesOf('a', changed(quiet, factor, 50)), policy)
    expect(slower(1.8)).toMatchObject({ state: 'regressed', standing: 'advisory', isRed: false })
    expect(slower(2.2)).toMatchObject({ state: 'regressed', isRed: true })
    expect(slower(1).visible).toBe(2)
  })

  test('of which any change counts is red where it became faster', () => {
    const judged = judge(seriesOf('a', changed(quiet, 0.7, 50), { direction: 'both' }))
    expect(judged).toMatchObject({ state: 'regressed', isRed: true, since: 'c50' })
    expect(judged.ratio).toBeCloseTo(0.7, 1)
  })

  test('that the last commit did not measure is not red there', () => {
    const judged = judge(seriesOf('a', [...changed(quiet, 1.3, 50), null]))
    expect(judged).toMatchObject({ state: 'regressed', isRed: false, now: null })
  })

  test('without a usable value is empty', () => {
    expect(judge(seriesOf('a', [0, -1, Number.NaN, Number.POSITIVE_INFINITY, null]))).toMatchObject({
      state: 'empty',
      points: 0,
      baseline: null,
      ratio: null,
    })
  })
})

describe('what the whole run has in common', () => {
  const others = bystanders(10, RUNS)
  const allSlower = (from: number, kernels: (at: number) => number | null) => {
    const series = others.map((each) => ({ ...each, values: changed(each.values.map(Number), 1.3, from) }))
    const suite = suiteOf(series)
    return judgeSuite(
      { ...suite, commits: suite.commits.map((each, at) => ({ ...each, kernelNs: kernels(at) })) },
      POLICY,
    )
  }

  test('is told apart and makes no benchmark red', () => {
    const { shift, series } = allSlower(50, () => null)
    expect(shift).toMatchObject({ state: 'regressed', isRed: false, cause: 'unknown', since: 'c50' })
    expect(shift.ratio).toBeCloseTo(1.3, 1)
    expect(series.every(({ isRed }) => !isRed)).toBe(true)
  })

  test('is the machine where the kernel shifted with it, else the code, which fails the run', () => {
    const machine = allSlower(50, (at) => (at < 50 ? 1_000 : 1_250))
    expect(machine.shift).toMatchObject({ cause: 'machine', isRed: false })
    const code = allSlower(50, (at) => 1_000 + (at % 3))
    expect(code.shift).toMatchObject({ cause: 'code', isRed: true })
  })

  test('shows one benchmark that is slower by more', () => {
    const shaken = others.map((each, index) => {
      const values = each.values.map((value, at) => Number(value) * (at % 2 === 0 ? 1.15 : 1))
      return { ...each, values: index === 0 ? changed(values, 1.2, 50) : values }
    })
    const { series } = judgeSuite(suiteOf(shaken), POLICY)
    expect(series.map(({ isRed }) => isRed)).toEqual([true, ...Array.from({ length: 9 }, () => false)])
  })

  test('is not known of fewer than eight benchmarks', () => {
    expect(judgeSuite(suiteOf(bystanders(7, RUNS)), POLICY).shift).toMatchObject({ state: 'unknown', ratio: null })
  })
})

describe('times of tests', () => {
  const policy = testTimePolicy(1, 0.5, 500)

  test('count from half a second and one and a half times on, on three commits', () => {
    const long = steady(RUNS, 0.05, 5).map((value) => value * 10)
    expect(judge(seriesOf('a', changed(long, 1.4, 50)), policy).isRed).toBe(false)
    expect(judge(seriesOf('a', changed(long, 1.7, RUNS - 2)), policy).isRed).toBe(false)
    expect(judge(seriesOf('a', changed(long, 1.7, RUNS - 3)), policy).isRed).toBe(true)
  })

  test('below half a second, and zeros, are below what can be judged', () => {
    const short = Array.from({ length: RUNS }, (_, at) => (at % 3 === 0 ? 0 : 20))
    expect(judge(seriesOf('a', changed(short, 10, 50)), policy)).toMatchObject({
      state: 'below-resolution',
      isRed: false,
    })
  })

  test('of a test that grew long are judged by what they became', () => {
    const grown = changed(
      Array.from({ length: 80 }, (_, at) => 100 + (at % 5)),
      20,
      30,
    )
    expect(judge(seriesOf('a', grown), policy)).toMatchObject({ state: 'unchanged', isRed: false })
    expect(judge(seriesOf('a', changed(grown, 2, 70)), policy)).toMatchObject({ isRed: true, since: 'c70' })
  })
})
