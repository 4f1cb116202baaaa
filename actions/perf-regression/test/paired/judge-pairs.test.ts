import { describe, expect, test } from '@jest/globals'
import { benchmarkKey } from '../../src/metric-key.js'
import type { PairedFacts, PairedMetric, PairRound, ValuePair } from '../../src/paired/facts.js'
import { judgePairs } from '../../src/paired/judge-pairs.js'
import type { PairPolicy } from '../../src/paired/pair-policy.js'
import { POLICY } from './kit.js'

/** Pairs of a base of 100 whose ratios wander by `spread` around `ratio`, the same each time. */
function pairsOf(count: number, ratio: number, spread = 0.02): readonly ValuePair[] {
  return Array.from({ length: count }, (_, at) => {
    const wander = ((at * 7 + 3) % count) / (count - 1) - 0.5
    return [100, 100 * ratio * Math.exp(wander * 3.4 * spread)] as const
  })
}

function metricOf(part: Partial<PairedMetric> = {}): PairedMetric {
  return {
    key: benchmarkKey('BenchmarkA', 'time'),
    unit: 'ns',
    baseUnit: null,
    direction: 'lower',
    presence: 'both',
    isCandidate: false,
    screen: pairsOf(8, 1),
    confirm: [],
    ...part,
  }
}

/** One that the screen found, with as many fresh pairs as usual. */
function candidateOf(ratio: number, part: Partial<PairedMetric> = {}): PairedMetric {
  return metricOf({ isCandidate: true, screen: pairsOf(8, ratio), confirm: pairsOf(20, ratio), ...part })
}

function factsOf(metrics: readonly PairedMetric[], part: Partial<PairedFacts> = {}) {
  const counts = { screen: 8, confirm: 20 }
  return { metrics, rounds: [], planned: counts, wanted: counts, ...part }
}

function judge(metric: PairedMetric, policy: PairPolicy = POLICY) {
  const [judged] = judgePairs(factsOf([metric]), policy).metrics
  if (judged === undefined) throw new Error('nothing was judged')
  return judged
}

describe('a benchmark', () => {
  test('a fifth slower is regressed, with what can be said of it', () => {
    const { state, effect, confirmation } = judge(candidateOf(1.2))
    expect(state).toBe('regressed')
    expect(effect?.ratio).toBeCloseTo(1.2, 2)
    expect(effect?.pairs).toBe(20)
    expect(effect?.lower).toBeGreaterThan(1.05)
    expect(effect?.lower).toBeLessThan(1.2)
    expect(effect?.upper).toBeGreaterThan(1.2)
    // All twenty are beyond the tolerance: 2^-20.
    expect(confirmation).toEqual({ pValue: 2 ** -20, isConfirmed: true })
  })

  test('as fast as before is unchanged by its screen alone', () => {
    expect(judge(metricOf())).toMatchObject({ state: 'unchanged', confirmation: null, effect: { pairs: 8 } })
  })

  test('a fifth faster is improved', () => {
    expect(judge(metricOf({ screen: pairsOf(8, 1 / 1.2) })).state).toBe('improved')
  })

  test('as much slower as the tolerance is neither', () => {
    expect(judge(candidateOf(1.05)).state).toBe('inconclusive')
  })

  test('that fresh pairs show to be as before is unchanged, whatever its screen was', () => {
    expect(judge(candidateOf(1.2, { confirm: pairsOf(20, 1) })).state).toBe('unchanged')
  })

  test('whose fresh pairs could not be measured is open, however clear its screen was', () => {
    const open = judge(candidateOf(2, { confirm: [] }))
    expect(open).toMatchObject({ state: 'inconclusive', confirmation: { pValue: 1, isConfirmed: false } })
  })

  test('whose pairs differ too much is never red', () => {
    const judged = judge(candidateOf(1.5, { confirm: pairsOf(20, 1.5, 0.14) }))
    expect(judged).toMatchObject({ state: 'too-noisy', confirmation: { isConfirmed: true } })
    expect(judge(metricOf({ screen: pairsOf(8, 1, 0.3) })).state).toBe('too-noisy')
  })

  test.each([
    ['new', { presence: 'new', screen: [] }],
    ['gone', { presence: 'gone', screen: [] }],
    ['failed', { presence: 'failed', screen: [] }],
    ['unit-changed', { baseUnit: 'B/op' }],
    ['not-judged', { direction: 'unknown' }],
    ['zero', { screen: [[0, 5], ...pairsOf(7, 1)] }],
    ['inconclusive', { screen: [] }],
  ] as const)('that is %s has a state of its own', (state, part) => {
    expect(judge(metricOf(part)).state).toBe(state)
  })

  test('of which nothing can be measured on either side has not changed', () => {
    expect(judge(metricOf({ screen: pairsOf(8, 1).map(() => [0, 0] as const) })).state).toBe('unchanged')
  })
})

describe('what is worse', () => {
  test('is less, where more is better', () => {
    expect(judge(candidateOf(1 / 1.2, { direction: 'higher' })).state).toBe('regressed')
    expect(judge(candidateOf(1 / 1.2, { direction: 'higher' })).effect?.ratio).toBeCloseTo(1.2, 2)
    expect(judge(metricOf({ direction: 'higher', screen: pairsOf(8, 1.2) })).state).toBe('improved')
  })

  test('is any change where any change counts, in the way that the screen went', () => {
    const either: PairPolicy = { ...POLICY, limitOf: () => ({ worse: 'either', tolerance: 0.05 }) }
    expect(judge(candidateOf(1 / 1.2), either).state).toBe('regressed')
    expect(judge(candidateOf(1.2), either).state).toBe('regressed')
    expect(judge(candidateOf(1.2, { confirm: pairsOf(20, 1 / 1.2) }), either).state).toBe('unchanged')
  })

  test('is any difference of what never differs by itself', () => {
    const exact: PairPolicy = { ...POLICY, limitOf: () => ({ worse: 'either', tolerance: 0 }) }
    const counts = (head: number, count: number) => Array.from({ length: count }, () => [1000, head] as const)
    expect(judge(metricOf({ screen: counts(1000, 8) }), exact).state).toBe('unchanged')
    const changed = metricOf({ isCandidate: true, screen: counts(1001, 8), confirm: counts(1001, 20) })
    expect(judge(changed, exact).state).toBe('regressed')
  })
})

test('the promise is one for all candidates, also for those that could not be measured again', () => {
  const borderline = (at: number): PairedMetric =>
    candidateOf(1.2, { key: benchmarkKey(`Benchmark${at}`, 'time'), confirm: pairsOf(8, 1.2) })
  const alone = judgePairs(factsOf([borderline(0)]), POLICY).metrics
  expect(alone.map(({ state }) => state)).toEqual(['regressed'])
  const open = candidateOf(1.2, { key: benchmarkKey('BenchmarkZ', 'time'), confirm: [] })
  const two = judgePairs(factsOf([borderline(0), open]), POLICY).metrics
  expect(two.map(({ state }) => state)).toEqual(['inconclusive', 'inconclusive'])
})

describe('what more pairs would show', () => {
  test('follows the published formula', () => {
    const { effect } = judge(candidateOf(1.1))
    const spread = effect?.spread ?? Number.NaN
    // z of 0.995 and of 0.9; a fifth against 5 %.
    const needed = (((2.5758293 + 1.2815516) * spread) / (Math.log(1.2) - Math.log(1.05))) ** 2
    expect(effect?.pairsNeeded).toBe(Math.max(8, Math.ceil(needed)))
    expect(effect?.smallestVisible).toBeCloseTo(1.05 * Math.exp(((2.5758293 + 1.2815516) * spread) / Math.sqrt(20)), 6)
  })

  test('is more where it is noisier, and more is visible where it is not', () => {
    const [calm, loud] = [judge(metricOf()), judge(metricOf({ screen: pairsOf(8, 1, 0.11) }))]
    expect(loud.effect?.pairsNeeded).toBeGreaterThan(calm.effect?.pairsNeeded ?? 0)
    expect(loud.effect?.smallestVisible).toBeGreaterThan(calm.effect?.smallestVisible ?? 0)
  })
})

describe('the machine', () => {
  function roundsOf(kernelsNs: readonly number[], cpuShare = 1): readonly PairRound[] {
    const side = { wallMs: 100, cpuMs: 90 }
    return kernelsNs.map((wallNs, pair) => ({
      stage: 'screen',
      pair,
      base: side,
      head: side,
      kernel: { wallNs, cpuNs: wallNs * cpuShare },
    }))
  }

  test.each([
    ['steady', [15, 16, 15, 14, 15, 16]],
    ['changed', [15, 15, 15, 18, 18, 19]],
    ['steady', [15, 40, 15, 15, 15, 15]],
    ['unknown', [15, 15, 15]],
  ] as const)('is %s by kernels that took %j', (state, kernels) => {
    expect(judgePairs(factsOf([], { rounds: roundsOf(kernels) }), POLICY).machine.state).toBe(state)
  })

  test('that others use too is told by the share that was left', () => {
    const { machine } = judgePairs(factsOf([], { rounds: roundsOf([10, 10, 10, 10], 0.6) }), POLICY)
    expect(machine).toEqual({ state: 'steady', firstNs: 10, lastNs: 10, busyShare: 0.6 })
  })
})
