import { describe, expect, test } from '@jest/globals'
import { k6 } from '../../src/benchmark/k6.js'
import { metricLine, openBenchmarks } from '../support/open-benchmarks.js'
import { bytesOf, mustRead, readAll } from '../support/read.js'

const LONG = 'x'.repeat(100_000)

function read(document: unknown) {
  const { model, warnings } = mustRead(readAll(openBenchmarks('k6'), bytesOf(JSON.stringify(document))))
  return {
    lines: model.metrics.map(metricLine),
    failed: model.failed,
    warnings: warnings.map(({ message }) => message),
  }
}

const trend = { type: 'trend', contains: 'time', values: { avg: 2, med: 1, min: 0, max: 3 } }

describe('a summary of k6', () => {
  test.each([
    ['the groups come first and are long', { root_group: { groups: { [LONG]: {} } }, metrics: {} }],
    ['the metrics come first and are many', { metrics: { a: trend, [LONG]: {} }, root_group: {} }],
    ['the script is long', { config: { duration: 1, execution: 'local', script: LONG }, metadata: {}, results: {} }],
    ['groups are left out by a script', { metrics: { a: { avg: 1, med: 2 } } }],
  ])('is known where %s', (_where, document) => {
    expect(k6.detect(bytesOf(JSON.stringify(document)).subarray(0, 65_536))).toBe(true)
  })

  test.each([
    ['metrics of something else', { metrics: { a: { value: 1 }, b: 2 } }],
    ['results of something else', { results: { metrics: [{ name: 'a' }] } }],
    ['a config of something else', { config: { duration: 1 } }],
  ])('is not what has %s', (_what, document) => {
    expect(k6.detect(bytesOf(JSON.stringify(document)))).toBe(false)
  })

  test('tells a crossed threshold in either form, whose booleans are opposites', () => {
    const old = { metrics: { a: { avg: 1, med: 1, thresholds: { 'avg<1': true, 'avg<2': false } } } }
    const handled = { metrics: { a: { ...trend, thresholds: { 'avg<1': { ok: false }, 'avg<2': { ok: true } } } } }
    for (const document of [old, handled])
      expect(read(document).warnings).toEqual(["k6's own threshold on a was crossed: avg<1"])
  })

  test('knows the times of k6 itself where the old export does not say what a trend contains', () => {
    const values = { avg: 2, med: 1, min: 1, max: 3 }
    expect(read({ metrics: { 'http_req_duration{name:x}': values, mine: values } }).lines).toEqual([
      'http_req_duration{name:x} > time, lower is better: 1000000 ns; min 1000000, max 3000000, mean 2000000, median 1000000',
      'mine > value, unknown which is better: 1 ; min 1, max 3, mean 2, median 1',
    ])
  })

  test('has nothing to measure where connections are used again, nor in a share of none', () => {
    const idle = { avg: 1, med: 0, min: 0, max: 9 }
    const { lines, failed, warnings } = read({
      metrics: { http_req_connecting: idle, 'http_req_blocked{a:b}': idle, checks: { passes: 0, fails: 0, value: 0 } },
    })
    expect([lines, failed, warnings]).toEqual([[], [], []])
  })

  test('says that a metric without a known value gave none', () => {
    expect(read({ metrics: { a: { 'p(99)': 1 }, b: { ...trend, type: 'set' } } }).failed).toEqual([
      { name: 'a', message: 'The summary has no value of it that is known.' },
      { name: 'b', message: 'The summary has no value of it that is known.' },
    ])
  })
})
