import { describe, expect, test } from '@jest/globals'
import { decide } from '../../src/decide.js'
import type { MetricFacts, PastSeries } from '../../src/facts.js'
import { judgeMetrics } from '../../src/judging/judge-metrics.js'
import { namedKey } from '../../src/metric-key.js'
import { configOf, evidenceOf, knownPast, legOf, metricOf, runOf } from '../kit.js'

const POINTS = 60
const BASELINE_RUN = { ...runOf(), isBaseline: true, testedSha: 'a'.repeat(40) }

/** Steady to about two percent, and not periodic: the golden ratio spreads points evenly. */
function noise(index: number, seed: number): number {
  return 1 + 0.04 * ((((index + 1) * 0.6180339887 + seed * 0.37) % 1) - 0.5)
}

interface Planted {
  readonly metric: MetricFacts
  /** By how much its last commits before this run are slower. */
  readonly slower?: { readonly commits: number; readonly factor: number }
}

/** Eight steady benchmarks beside what is planted, so that a run has something in common. */
function evidenceWith({ metric, slower }: Planted, run = BASELINE_RUN) {
  const others = Array.from({ length: 8 }, (_, index) => metricOf(`steady${index}`, 1e6 * noise(POINTS, index)))
  const metrics = [metric, ...others]
  const commits = Array.from({ length: POINTS }, (_, index) => ({
    sha: String(index).padStart(40, '0'),
    time: '2026-01-01T00:00:00Z',
    kernelNs: null,
  }))
  const series = metrics.map(({ key, kind, unit, direction }, at): PastSeries => {
    const isPlanted = at === 0
    const values = commits.map((_, index) => {
      const isLate = slower !== undefined && index >= POINTS - slower.commits
      return 1e6 * noise(index, at) * (isPlanted && isLate ? slower.factor : 1)
    })
    return { key, kind, unit, direction, values, acceptedAt: null }
  })
  const past = knownPast({ commits, series: series.toSorted((left, right) => (left.key < right.key ? -1 : 1)) })
  return evidenceOf({ legs: [legOf(metrics, { past })] }, { run })
}

function stateOf(
  evidence: ReturnType<typeof evidenceWith>,
  name = 'fib',
  inputs: Readonly<Record<string, string>> = {},
) {
  const { metrics } = judgeMetrics(evidence, configOf(inputs))
  return metrics.find(({ metric }) => namedKey(metric.key).name === name)?.state
}

describe('by history', () => {
  test('one point that is slower is not confirmed, and red for nobody', () => {
    const evidence = evidenceWith({ metric: metricOf('fib', 1.5e6) })
    expect(stateOf(evidence)).toBe('provisional')
    expect(decide(evidence, configOf({ slowdown: '5%' })).verdict.outcome).toBe('pass')
  })

  test('three commits in a row are slower, and red by a written limit', () => {
    const evidence = evidenceWith({ metric: metricOf('fib', 1.3e6), slower: { commits: 2, factor: 1.3 } })
    expect(stateOf(evidence)).toBe('slower')
    const { verdict, findings } = decide(evidence, configOf({ slowdown: '5%' }))
    expect(verdict.outcome).toBe('fail')
    expect(verdict.headline).toContain('`fib` is 30 % slower: 1.005 ms → 1.3 ms')
    expect(findings.map(({ title, level }) => [title, level])).toEqual([['fib is 30 % slower', 'error']])
    expect(decide(evidence, configOf()).verdict.outcome).toBe('warn')
  })

  test('what was slower before is not the doing of a change', () => {
    const planted = { metric: metricOf('fib', 1.3e6), slower: { commits: 4, factor: 1.3 } }
    expect(stateOf(evidenceWith(planted, { ...runOf(), testedSha: 'a'.repeat(40) }))).toBe('inherited')
  })

  test('a limit of its own lets a benchmark be slower', () => {
    const planted = { metric: metricOf('fib', 1.3e6), slower: { commits: 2, factor: 1.3 } }
    expect(stateOf(evidenceWith(planted), 'fib', { slowdown: '50%' })).not.toBe('slower')
  })

  test('more is better where the unit says so', () => {
    const metric = metricOf('fib', 0.7e6, { unit: 'ops/s', direction: 'higher' })
    const evidence = evidenceWith({ metric, slower: { commits: 2, factor: 0.7 } })
    expect(stateOf(evidence)).toBe('slower')
    expect(decide(evidence, configOf()).verdict.headline).toContain('`fib` is 30 % less')
  })

  test('a unit that nobody knows is listed and not judged', () => {
    const metric = metricOf('fib', 5e6, { unit: 'widgets', direction: 'unknown' })
    expect(stateOf(evidenceWith({ metric, slower: { commits: 9, factor: 5 } }))).toBe('without-direction')
  })

  test('without a past everything is young, which worries nobody who wrote no limit', () => {
    const evidence = evidenceOf({ legs: [legOf([metricOf('fib', 1)])] })
    expect(stateOf(evidence)).toBe('young')
    expect(decide(evidence, configOf()).verdict.outcome).toBe('skipped')
    expect(decide(evidence, configOf({ slowdown: '5%' })).verdict.outcome).toBe('inconclusive')
  })
})
