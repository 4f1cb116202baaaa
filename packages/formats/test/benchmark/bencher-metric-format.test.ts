import { describe, expect, test } from '@jest/globals'
import { bencherMetricFormat } from '../../src/benchmark/bencher-metric-format.js'
import { metricLine, openBenchmarks } from '../support/open-benchmarks.js'
import { bytesOf, mustRead, readAll } from '../support/read.js'

function read(text: string) {
  const { model, warnings } = mustRead(readAll(openBenchmarks('bencher-metric-format'), text))
  return { metrics: model.metrics.map(metricLine), warnings: warnings.map(({ message }) => message) }
}

describe('the Bencher Metric Format', () => {
  test.each([
    ['{"a":{"latency":{"value":1}}}', true],
    ['{"a":{"latency":{"value":1,"lower_value":0.5}},"b":{"size":{"upper_va', true],
    ['{"a":{"latency":{"lower_value":1}}}', false],
    ['{"color":{"accent":{"value":"#1a2b3c"}}}', false],
    ['{"metrics":{"vus":{"value":1,"min":1,"max":1}}}', false],
    ['{"a":{"latency":{"value":1}},"version":2}', false],
    ['{"a":{"latency":{"value":1},"unit":"ms"}}', false],
    ['{"a":{}}', false],
    ['{}', false],
    ['[{"a":{"latency":{"value":1}}}]', false],
  ])('is known where there is nothing else: %s', (text, isKnown) => {
    expect(bencherMetricFormat.detect(bytesOf(text))).toBe(isKnown)
  })

  test.each([
    ['latency', 'time, lower is better: 2 ns'],
    ['Latency', 'time, lower is better: 2 ns'],
    ['throughput', 'throughput, higher is better: 2 ops/s'],
    ['build-time', 'build-time, lower is better: 2000000000 ns'],
    ['File Size', 'file-size, lower is better: 2 B'],
    ['estimated-cycles', 'estimated-cycles, lower is better: 2 cycles'],
    ['at-t-gmax-bytes', 'at-t-gmax-bytes, lower is better: 2 B'],
    ['Score', 'Score, unknown which is better: 2 Score'],
    ['m', 'm, unknown which is better: 2 '],
  ])('knows the units of Bencher, and of %s what its name tells', (measure, line) => {
    expect(read(`{"a":{"${measure}":{"value":2}}}`).metrics).toEqual([`a > ${line}`])
  })

  test('says what it leaves out', () => {
    expect(read('{"a":{"latency":{"value":1},"size":7},"b":"x","c":[]}')).toEqual({
      metrics: ['a > time, lower is better: 1 ns'],
      warnings: ['what is no object is left out (3 times)'],
    })
  })

  test('is an object', () => {
    const result = readAll(openBenchmarks('bencher-metric-format', 'out.json'), '[]')
    expect(result).toMatchObject({ ok: false, error: { path: 'out.json' } })
  })
})
