import { describe, expect, test } from '@jest/globals'
import { BenchmarkBuilder } from '../../src/benchmark/benchmark-builder.js'
import { WarningLog } from '../../src/warning-log.js'
import { metricLine } from '../support/open-benchmarks.js'

const FACTS = { dialect: null, machine: null, startedAt: null }
const samples = (...values: readonly number[]) => ({ processes: [values], summary: null })

function build(fill: (builder: BenchmarkBuilder) => void) {
  const warnings = new WarningLog()
  const builder = new BenchmarkBuilder(warnings)
  fill(builder)
  const { metrics, failed } = builder.report(FACTS)
  return { metrics: metrics.map(metricLine), failed, warnings: warnings.list().map(({ message }) => message) }
}

describe('a number of which the report does not say what it is', () => {
  test.each([
    ['ms', 'fib > time, lower is better: 2000000 ns'],
    ['ns/op', 'fib > time, lower is better: 2 ns'],
    ['ops/s', 'fib > throughput, higher is better: 2 ops/s'],
    ['Percent', 'fib > value, unknown which is better: 2 Percent'],
    ['', 'fib > value, unknown which is better: 2 '],
  ])('is named after its unit, %p', (unit, line) => {
    const { metrics } = build((builder) => builder.add({ name: 'fib', metric: null, unit }, samples(2), 1))
    expect(metrics).toEqual([line])
  })

  test('is another metric of its benchmark where the unit is another', () => {
    const { metrics, warnings } = build((builder) => {
      builder.add({ name: 'fib', metric: null, unit: 'ms' }, samples(2), 1)
      builder.add({ name: 'fib', metric: null, unit: 'KiBit' }, samples(3), 2)
    })
    expect(metrics).toHaveLength(2)
    expect(warnings).toEqual([])
  })
})

describe('a benchmark without a value that can be used', () => {
  test('has failed once, however many metrics it has', () => {
    const { metrics, failed } = build((builder) => {
      builder.add({ name: 'fib', metric: 'time', unit: 'ns' }, samples(Number.NaN), 1)
      builder.add({ name: 'fib', metric: 'cpu-time', unit: 'ns' }, samples(-1), 1)
    })
    expect(metrics).toEqual([])
    expect(failed).toEqual([{ name: 'fib', message: 'It has no value that can be used.' }])
  })

  test('has failed without its time, and the rest of it counts', () => {
    const { metrics, failed } = build((builder) => {
      builder.add({ name: 'fib', metric: 'time', unit: 'ns' }, samples(-3), 1)
      builder.add({ name: 'fib', metric: 'memory', unit: 'B' }, samples(1), 1)
    })
    expect(metrics).toEqual(['fib > memory, lower is better: 1 B'])
    expect(failed).toEqual([{ name: 'fib', message: 'It has no time that can be used.' }])
  })

  test('has not failed where its time can be used', () => {
    const { metrics, failed, warnings } = build((builder) => {
      builder.add({ name: 'fib', metric: 'time', unit: 'ns' }, samples(3), 1)
      builder.add({ name: 'fib', metric: 'balance', unit: '' }, samples(-1), 1)
    })
    expect(metrics).toEqual(['fib > time, lower is better: 3 ns'])
    expect(failed).toEqual([])
    expect(warnings).toEqual(['a negative value is left out'])
  })
})
