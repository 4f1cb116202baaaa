import { describe, expect, test } from '@jest/globals'
import { tinybench } from '../../src/benchmark/tinybench.js'
import { metricLine, openBenchmarks } from '../support/open-benchmarks.js'
import { bytesOf, mustRead, readAll } from '../support/read.js'

function read(document: unknown) {
  const { model, warnings } = mustRead(readAll(openBenchmarks('tinybench'), bytesOf(JSON.stringify(document))))
  return {
    lines: model.metrics.map(metricLine),
    failed: model.failed,
    warnings: warnings.map(({ message }) => message),
  }
}

const latency = { mean: 2, p50: 1, samplesCount: 3, samples: [1, 1, 4] }

describe('results of tinybench', () => {
  test('have the samples of the latency, not those that older fields repeat', () => {
    expect(read([{ name: 'a', mean: 9, samples: [9], latency, totalTime: 6 }]).lines).toEqual([
      'a > time, lower is better: 1000000 1000000 4000000 ns; count 3, mean 2000000, median 1000000',
    ])
  })

  test('say what came of tasks that were stopped', () => {
    const stopped = { name: 'a', state: 'aborted-with-statistics', latency, totalTime: 6 }
    const never = { name: 'b', state: 'aborted' }
    const threw = { name: 'c', state: 'errored', error: { message: 'no way' } }
    const { lines, failed, warnings } = read({ results: [stopped, never, threw] })
    expect(lines).toHaveLength(1)
    expect(failed).toEqual([
      { name: 'b', message: 'It was not measured: aborted.' },
      { name: 'c', message: 'no way' },
    ])
    expect(warnings).toEqual(['a benchmark was stopped before its end: what it measured counts'])
  })

  test('may list fewer samples than they count', () => {
    expect(read([{ name: 'a', latency: { ...latency, samples: [1] }, totalTime: 6 }]).warnings).toEqual([
      'the file declares 3 samples where 1 are listed; what is listed counts',
    ])
  })

  test('are no times where the table has none', () => {
    const row = { 'Task name': 'a', 'Latency avg (ns)': 'N/A', 'Latency med (ns)': 'N/A', Samples: 'N/A' }
    expect(read([row]).failed).toEqual([{ name: 'a', message: 'It was not measured.' }])
  })

  test('are known by the table of tinybench 2, whose times are numbers', () => {
    const table = [{ 'Task Name': 'a', 'ops/sec': '46,586', 'Average Time (ns)': 21465.5, Margin: '±1%', Samples: 873 }]
    expect(tinybench.detect(bytesOf(JSON.stringify(table)))).toBe(true)
    expect(read(table).lines).toEqual(['a > time, lower is better: 21465.5 ns; count 873, mean 21465.5'])
  })

  test.each([
    ['a stored result of Vitest, which is no run', { latency, throughput: latency, period: 1, totalTime: 6 }],
    ['another list of names and means', [{ name: 'a', mean: 1, stddev: 2 }]],
    ['an empty list', []],
  ])('are not %s', (_what, document) => {
    expect(tinybench.detect(bytesOf(JSON.stringify(document)))).toBe(false)
  })
})
