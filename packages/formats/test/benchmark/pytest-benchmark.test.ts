import { describe, expect, test } from '@jest/globals'
import { pytestBenchmark } from '../../src/benchmark/pytest-benchmark.js'
import { metricLine, openBenchmarks } from '../support/open-benchmarks.js'
import { bytesOf, mustRead, readAll } from '../support/read.js'

const FIB = '{"fullname":"tests/test_fib.py::test_fib[10]","stats":{"rounds":2,"median":2e-6,"data":[1e-6,3e-6]}}'

function read(text: string) {
  const { model, partial, warnings } = mustRead(readAll(openBenchmarks('pytest-benchmark'), text))
  return { ...model, metrics: model.metrics.map(metricLine), partial, warnings: warnings.map(({ message }) => message) }
}

describe('a report of pytest-benchmark', () => {
  test.each([
    [`{"machine_info":{},"commit_info":{},"benchmarks":[]}`, true],
    [`{"benchmarks":[${FIB}],"datetime":"2026-03-01T06:14:29"}`, true],
    [`{"benchmarks":[${FIB}`, true],
    ['{"benchmarks":[{"name":"fib","real_time":3}],"context":{}}', false],
    ['{"benchmarks":[]}', false],
    ['[{"benchmarks":[]}]', false],
  ])('is known whatever comes first: %s', (text, isKnown) => {
    expect(pytestBenchmark.detect(bytesOf(text))).toBe(isKnown)
  })

  test('keeps the rounds of a session in one process, in nanoseconds', () => {
    expect(read(`{"benchmarks":[${FIB}]}`).metrics).toEqual([
      'tests/test_fib.py::test_fib[10] > time, lower is better (tests/test_fib.py): 1000 3000 ns; count 2, median 2000',
    ])
  })

  test.each([
    ['2026-03-01T06:14:29.653314+01:00', '2026-03-01T05:14:29.653Z'],
    ['2026-03-01T06:14:29.653314', '2026-03-01T06:14:29.653Z'],
    ['Sunday', null],
  ])('ran at %s', (datetime, startedAt) => {
    expect(read(`{"benchmarks":[],"datetime":"${datetime}"}`).startedAt).toBe(startedAt)
  })

  test('names the machine as far as it is told', () => {
    const machineOf = (info: string) => read(`{"machine_info":${info},"benchmarks":[]}`).machine
    expect(machineOf('{"system":"Linux","release":"6.8.0","cpu":{"brand_raw":"Xeon","count":4}}')).toEqual({
      cpu: 'Xeon',
      cores: 4,
      os: 'Linux 6.8.0',
    })
    expect(machineOf('{"processor":"arm","cpu":{"brand":"Cortex"}}')).toEqual({ cpu: 'Cortex', cores: null, os: null })
    expect(machineOf('{"processor":""}')).toBeNull()
  })

  test('that ends early is partial, and what it has counts', () => {
    const { partial, metrics, warnings } = read(`{"benchmarks":[${FIB},{"fullname":"b","stats":{"data":[1,`)
    expect({ partial, metrics: metrics.length }).toEqual({ partial: true, metrics: 1 })
    expect(warnings).toEqual(['the file ends early: what came before counts, benchmarks behind are missing'])
  })

  test('has benchmarks', () => {
    const result = readAll(openBenchmarks('pytest-benchmark', 'out.json'), '{"machine_info":{}}')
    expect(result).toMatchObject({ ok: false, error: { path: 'out.json', message: 'the report has no benchmarks' } })
  })
})
