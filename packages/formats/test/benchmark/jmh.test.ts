import { describe, expect, test } from '@jest/globals'
import { jmh } from '../../src/benchmark/jmh.js'
import { metricLine, openBenchmarks } from '../support/open-benchmarks.js'
import { bytesOf, mustRead, readAll } from '../support/read.js'

const metric = (scoreUnit: string, rawData: unknown) => ({ score: 2, scoreUnit, rawData })

function readText(text: string) {
  const { model, partial } = mustRead(readAll(openBenchmarks('jmh'), text))
  return { ...model, metrics: model.metrics.map(metricLine), partial }
}

const read = (...results: readonly object[]) => readText(JSON.stringify(results)).metrics

describe('a report of JMH', () => {
  test.each([
    ['[{"jmhVersion":"1.37","benchmark":"a.b","mode":"avgt","thre', true],
    ['[{"benchmark":"a.b","primaryMetric":{}}]', true],
    ['[]', false],
    ['[{"name":"a.b","unit":"ms","value":1}]', false],
    ['{"benchmark":"a.b","mode":"avgt"}', false],
  ])('is known by its first result: %s', (text, isKnown) => {
    expect(jmh.detect(bytesOf(text))).toBe(isKnown)
  })

  test('keeps forks apart, which are processes', () => {
    const primaryMetric = metric('us/op', [[1, 2], [3]])
    expect(read({ benchmark: 'a.b', mode: 'avgt', primaryMetric })).toEqual([
      'a.b > time, lower is better: 1000 2000 | 3000 ns; mean 2000',
    ])
  })

  test('has benchmarks of one method told apart by their parameters', () => {
    const primaryMetric = metric('ns/op', [[1]])
    const lines = read(
      { benchmark: 'a.b', mode: 'avgt', params: { size: '10', kind: 'x' }, primaryMetric },
      { benchmark: 'a.b', mode: 'avgt', params: { size: '20', kind: 'x' }, primaryMetric },
    )
    expect(lines.map((line) => line.split(' >')[0])).toEqual(['a.b[size=10, kind=x]', 'a.b[size=20, kind=x]'])
  })

  test('measures something else in each mode', () => {
    const lines = ['thrpt', 'avgt', 'sample', 'ss'].map((mode) =>
      read({ benchmark: 'a.b', mode, primaryMetric: metric('x', [[1]]) }).join(),
    )
    expect(lines.map((line) => /> (.+?) is/.exec(line)?.[1])).toEqual([
      'throughput, higher',
      'time, lower',
      'sample-time, lower',
      'single-shot-time, lower',
    ])
  })

  test('gives of each iteration of mode sample the mean of its histogram', () => {
    const histogram = {
      scoreUnit: 'ns/op',
      rawDataHistogram: [
        [[[10, 3]], [[20, 1]]],
        [
          [
            [1, 1],
            [4, 2],
          ],
        ],
      ],
    }
    expect(read({ benchmark: 'a.b', mode: 'sample', primaryMetric: histogram })).toEqual([
      'a.b > sample-time, lower is better: 10 20 | 3 ns',
    ])
  })

  test('tells what profilers measured, and neither texts nor percentiles of what is listed', () => {
    const lines = read({
      benchmark: 'a.b',
      mode: 'sample',
      primaryMetric: metric('ns/op', [[1]]),
      secondaryMetrics: {
        'gc.churn.G1_Eden.norm': metric('B/op', [[8]]),
        'gc.churn.G1_Eden': metric('MB/sec', [[8]]),
        'b·p0.99': metric('ns/op', [[8]]),
        'p1.00': metric('ns/op', [[8]]),
        stack: metric('---', [['NaN']]),
        IPC: metric('insns/clk', [[3]]),
      },
    })
    expect(lines.slice(1)).toEqual([
      'a.b > gc.churn.G1_Eden.norm, lower is better: 8 B',
      'a.b > gc.churn.G1_Eden, unknown which is better: 8000000 B/s',
      'a.b > IPC, higher is better: 3 insns/clk',
    ])
  })

  test('that has no result is one without benchmarks for who says that it is of JMH', () => {
    expect(readText('[\n]\n')).toMatchObject({ metrics: [], failed: [], partial: false })
  })

  test('that ends inside a result has those before it', () => {
    const whole = JSON.stringify([{ benchmark: 'a.b', mode: 'ss', primaryMetric: metric('s/op', [[1]]) }])
    expect(readText(`${whole.slice(0, -1)},{"benchmark":"a.c","primaryMetric":{"rawData":[[1]]`)).toMatchObject({
      metrics: [expect.stringContaining('a.b')],
      partial: true,
    })
  })

  test('is a list', () => {
    const result = readAll(openBenchmarks('jmh', 'out.json'), '{"benchmark":"a.b"}')
    expect(result).toMatchObject({
      ok: false,
      error: { path: 'out.json', message: 'the report is no list of benchmarks' },
    })
  })
})
