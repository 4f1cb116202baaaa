import { describe, expect, test } from '@jest/globals'
import { googleBenchmark } from '../../src/benchmark/google-benchmark.js'
import { metricLine, openBenchmarks } from '../support/open-benchmarks.js'
import { bytesOf, mustRead, readAll } from '../support/read.js'

type Row = Readonly<Record<string, unknown>>

const row = (name: string, members: Row) => ({
  name,
  run_name: name,
  run_type: 'iteration',
  time_unit: 'ns',
  ...members,
})

function read(...rows: readonly Row[]) {
  const text = JSON.stringify({ context: {}, benchmarks: rows })
  const { model, partial, warnings } = mustRead(readAll(openBenchmarks('google-benchmark'), text))
  return { ...model, metrics: model.metrics.map(metricLine), partial, warnings: warnings.map(({ message }) => message) }
}

describe('a report of Google Benchmark', () => {
  test.each([
    ['{"context":{"num_cpus":4},"benchmarks":[]}', true],
    ['{"context":{"num_cpus":4},"benc', true],
    ['{"benchmarks":[{"name":"fib","iterations":3,"real_time":1}]}', true],
    ['{"benchmarks":[{"name":"fib","error_occurred":true}]}', true],
    ['{"context":{"cpu":{"name":"x"},"runtime":"node"},"benchmarks":[{"alias":"fib","runs":[]}]}', false],
    ['{"benchmarks":[{"fullname":"fib","stats":{"rounds":3}}],"machine_info":{}}', false],
    ['{"context":{},"benchmarks":[]}', false],
  ])('is known by its rows or its context: %s', (text, isKnown) => {
    expect(googleBenchmark.detect(bytesOf(text))).toBe(isKnown)
  })

  test('has the repetitions of a benchmark in one process, wherever they stand', () => {
    const { metrics } = read(
      row('a', { repetition_index: 0, real_time: 1 }),
      row('b', { repetition_index: 0, real_time: 5, time_unit: 'us' }),
      row('a', { repetition_index: 1, real_time: 2 }),
    )
    expect(metrics).toEqual(['a > time, lower is better: 1 2 ns', 'b > time, lower is better: 5000 ns'])
  })

  test('tells benchmarks of one name apart by their families', () => {
    const { metrics, warnings } = read(
      row('a', { family_index: 0, repetition_index: 0, real_time: 1 }),
      row('a', { family_index: 1, repetition_index: 0, real_time: 7 }),
      row('a', { family_index: 0, repetition_index: 1, real_time: 2 }),
    )
    expect(metrics).toEqual(['a > time, lower is better: 1 2 ns', 'a #2 > time, lower is better: 7 ns'])
    expect(warnings).toEqual(['two benchmarks have one name: the later ones are numbered'])
  })

  test('takes statistics for none of its benchmarks', () => {
    const statistic = (word: string, real_time: number) => ({
      ...row('a', { real_time }),
      name: `a_${word}`,
      run_type: 'aggregate',
      aggregate_name: word,
    })
    const { metrics } = read(
      row('a', { repetition_index: 0, real_time: 4 }),
      statistic('mean', 4),
      statistic('cv', 0.01),
      statistic('p99', 9),
    )
    expect(metrics).toEqual(['a > time, lower is better: 4 ns; mean 4'])
  })

  test('fails a benchmark once for all repetitions that failed, and keeps the others', () => {
    const { metrics, failed } = read(
      row('a', { repetition_index: 0, error_occurred: true, error_message: 'no file\nat all', real_time: 0 }),
      row('a', { repetition_index: 1, error_occurred: true, error_message: 'no file', real_time: 0 }),
      row('a', { repetition_index: 2, real_time: 4 }),
    )
    expect(metrics).toEqual(['a > time, lower is better: 4 ns'])
    expect(failed).toEqual([{ name: 'a', message: 'no file' }])
  })

  test('knows of a counter what its name tells, and no direction of others', () => {
    const counters = { frames_per_second: 30, 'CACHE-MISSES': 2, balance: 3, m: 4, note: 'text' }
    expect(read(row('a', { real_time: 1, ...counters })).metrics.slice(1)).toEqual([
      'a > frames_per_second, higher is better: 30 frames/s',
      'a > CACHE-MISSES, lower is better: 2 CACHE-MISSES',
      'a > balance, unknown which is better: 3 balance',
      'a > m, unknown which is better: 4 ',
    ])
  })

  test('has counters of any size that a double holds', () => {
    const { metrics, warnings } = read(row('a', { real_time: 1, FLOPS: 1e17 }))
    expect(metrics[1]).toBe('a > FLOPS, unknown which is better: 100000000000000000 FLOPS')
    expect(warnings).toEqual([])
  })
})
