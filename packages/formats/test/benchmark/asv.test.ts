import { describe, expect, test } from '@jest/globals'
import { asv } from '../../src/benchmark/asv.js'
import { metricLine, openBenchmarks } from '../support/open-benchmarks.js'
import { bytesOf, mustRead, readAll } from '../support/read.js'

function readText(text: string) {
  const { model, partial, warnings } = mustRead(readAll(openBenchmarks('asv'), text))
  return { ...model, metrics: model.metrics.map(metricLine), partial, warnings: warnings.map(({ message }) => message) }
}

/** A report with the columns result, params and started_at. */
function read(results: Readonly<Record<string, unknown>>) {
  return readText(JSON.stringify({ result_columns: ['result', 'params', 'started_at'], results }))
}

describe('a result file of asv', () => {
  test.each([
    ['{"commit_hash":"c0ffee","env_name":"py3","date":1', true],
    ['{"benchmark_version":{},"commit_hash":"c0ffee"}', true],
    ['{"commit_hash":"c0ffee","results":[]}', false],
    ['{"speed.time_one":{"code":"","name":"speed.time_one","type":"time","unit":"seconds"},"version":2}', false],
  ])('is known by the commit that it is about: %s', (text, isKnown) => {
    expect(asv.detect(bytesOf(text))).toBe(isKnown)
  })

  test('has a benchmark for each combination of parameters, the last of which changes first', () => {
    const { metrics } = read({
      'a.time_sum': [
        [1, 2, 3, 4],
        [
          ['1', '2'],
          ["'x'", "'y'"],
        ],
      ],
    })
    expect(metrics.map((line) => line.split(' >')[0])).toEqual([
      "a.time_sum(1, 'x')",
      "a.time_sum(1, 'y')",
      "a.time_sum(2, 'x')",
      "a.time_sum(2, 'y')",
    ])
  })

  test.each([
    ['a.time_sum', 'time, lower is better: 2000000000 ns'],
    ['a.timeraw_import', 'time, lower is better: 2000000000 ns'],
    ['a.B.TimeSum', 'time, lower is better: 2000000000 ns'],
    ['a.mem_list', 'memory, lower is better: 2 B'],
    ['a.peakmem_list', 'peak-memory, lower is better: 2 B'],
    ['a.track_count', 'value, unknown which is better: 2 '],
    ['a.times_of_day', 'value, unknown which is better: 2 '],
  ])('tells by its name what %s measures', (name, line) => {
    expect(read({ [name]: [[2]] }).metrics).toEqual([`${name} > ${line}`])
  })

  test('tells benchmarks that failed from those that were skipped', () => {
    const text = '{"results":{"a.time_one":[[null,NaN,1],[["1","2","3"]]]}}'
    expect(readText(text)).toMatchObject({
      metrics: ['a.time_one(3) > time, lower is better: 1000000000 ns'],
      failed: [{ name: 'a.time_one(1)', message: 'It failed.' }],
      warnings: ['a benchmark was skipped: it has no value'],
    })
  })

  test('began when its first benchmark did', () => {
    expect(read({ 'a.time_one': [[1], [], 1772345678901], 'a.time_two': [[1], [], 1772345678900] }).startedAt).toBe(
      '2026-03-01T06:14:38.900Z',
    )
  })

  test('may hold a profile of any length', () => {
    const profile = 'eJx'.repeat(1_000_000)
    const { metrics } = readText(`{"result_columns":["result","profile"],"results":{"a.time_one":[[1],"${profile}"]}}`)
    expect(metrics).toHaveLength(1)
  })

  test('that ends inside a benchmark has those before it', () => {
    expect(readText('{"results":{"a.time_one":[[1],[]],"a.time_two":[[2')).toMatchObject({
      metrics: ['a.time_one > time, lower is better: 1000000000 ns'],
      partial: true,
    })
  })

  test('has results', () => {
    const result = readAll(openBenchmarks('asv', 'out.json'), '{"commit_hash":"c0ffee"}')
    expect(result).toMatchObject({ ok: false, error: { path: 'out.json', message: 'the report has no results' } })
  })
})
