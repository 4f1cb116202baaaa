import { describe, expect, test } from '@jest/globals'
import type { HistoryRecord } from '@testwarden/core/model/history-record'
import { decodeBenchmarks } from '@testwarden/history/benchmarks/decode-benchmarks'
import { encodeBenchmarks } from '@testwarden/history/benchmarks/encode-benchmarks'
import type { MeasuredValue } from '@testwarden/history/benchmarks/recorded-benchmarks'
import type { MetricFacts } from '../../src/facts.js'
import { benchmarkKey } from '../../src/metric-key.js'
import { buildPast } from '../../src/reading/build-past.js'
import { metricOf, runOf } from '../kit.js'

interface Written {
  readonly sha: string
  readonly metrics: readonly MetricFacts[]
  readonly cpu?: string
  readonly isWhole?: boolean
  readonly accepted?: readonly string[]
}

/** Records as runs leave them behind, each resting on the rosters of those before. */
function recordsOf(runs: readonly Written[]): readonly HistoryRecord[] {
  const records: HistoryRecord[] = []
  for (const [index, { sha, metrics, cpu = 'cpu', isWhole = true, accepted = [] }] of runs.entries()) {
    const values = metrics.map(({ place: _place, ...value }): MeasuredValue => value)
    const { roster } = decodeBenchmarks(records.map(({ body }) => body))
    records.push({
      schema: 'testwarden.record/1',
      key: { ...runOf().key, run: String(index) },
      testedSha: sha.repeat(40),
      tree: null,
      branch: 'main',
      event: 'push',
      trust: 'default-branch',
      time: `2026-01-0${index + 1}T00:00:00Z`,
      machine: { cpu, cores: 2, memoryMiB: 1024, image: 'image' },
      body: encodeBenchmarks({ values, isWhole, kernelNs: null, accepted }, roster),
    })
  }
  return records
}

function pastOf(runs: readonly Written[], names: readonly MetricFacts[]) {
  return buildPast({ line: recordsOf(runs), pinned: [], stratum: 'cpu, 2 cores', names }).past
}

describe('the past of benchmarks', () => {
  test('has one value for each commit: the median over jobs of the median of processes', () => {
    const processes = [30, 10, 20].map((median) => ({ median, mad: 0, count: 1 }))
    const past = pastOf(
      [
        { sha: 'a', metrics: [metricOf('fib', 0, { processes })] },
        { sha: 'b', metrics: [metricOf('fib', 40)] },
        { sha: 'b', metrics: [metricOf('fib', 44)] },
      ],
      [metricOf('fib', 1)],
    )
    expect(past.commits.map(({ sha }) => sha[0])).toEqual(['a', 'b'])
    expect(past.series).toMatchObject([{ values: [20, 42], unit: 'ns', acceptedAt: null }])
  })

  test('never mixes processors, and says which others there are', () => {
    const past = pastOf(
      [
        { sha: 'a', metrics: [metricOf('fib', 10)] },
        { sha: 'b', metrics: [metricOf('fib', 90)], cpu: 'other' },
        { sha: 'c', metrics: [metricOf('fib', 91)], cpu: 'other' },
      ],
      [metricOf('fib', 1)],
    )
    expect(past.series[0]?.values).toEqual([10])
    expect(past.strata).toEqual([{ stratum: 'other, 2 cores', commits: 2 }])
  })

  test('of another unit is no past', () => {
    const past = pastOf([{ sha: 'a', metrics: [metricOf('fib', 10, { unit: 'B' })] }], [metricOf('fib', 1)])
    expect(past.series[0]?.values).toEqual([null])
  })

  test('misses what the last whole run had, whatever a run that broke off lacked', () => {
    const past = pastOf(
      [
        { sha: 'a', metrics: [metricOf('fib', 10), metricOf('sort', 10)] },
        { sha: 'b', metrics: [metricOf('fib', 10)], isWhole: false },
      ],
      [metricOf('fib', 1)],
    )
    expect([past.missing, past.expected]).toEqual([[benchmarkKey('sort', 'time')], 2])
  })

  test('knows from which commit on a person accepted the value', () => {
    const key = benchmarkKey('fib', 'time')
    const past = pastOf(
      [
        { sha: 'a', metrics: [metricOf('fib', 10)] },
        { sha: 'b', metrics: [metricOf('fib', 15)], accepted: [key] },
        { sha: 'c', metrics: [metricOf('fib', 15)] },
      ],
      [metricOf('fib', 1)],
    )
    expect(past.series[0]?.acceptedAt).toBe('b'.repeat(40))
    expect(past.baseline?.sha).toBe('c'.repeat(40))
  })

  test('has the pinned reference beside the line, not in it', () => {
    const [pinned, ...line] = recordsOf([
      { sha: 'r', metrics: [metricOf('fib', 5)] },
      { sha: 'a', metrics: [metricOf('fib', 10)] },
    ])
    const { past } = buildPast({
      line,
      pinned: pinned ? [pinned] : [],
      stratum: 'cpu, 2 cores',
      names: [metricOf('fib', 1)],
    })
    expect(past.reference?.metrics).toMatchObject([{ median: 5 }])
    expect(past.series[0]?.values).toEqual([10])
  })
})
