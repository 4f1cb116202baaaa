import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import type { BenchmarkReport } from '@testwarden/core/model/benchmark'
import { goBenchJson } from '../../src/benchmark/go-bench-json.js'
import { benchmarkFormats } from '../../src/benchmark/registry.js'
import { type Detected, detectFormat } from '../../src/detect-format.js'
import { testRunFormats } from '../../src/test-run/registry.js'
import { openBenchmarks } from '../support/open-benchmarks.js'
import { bytesOf, mustRead, readAll } from '../support/read.js'

const FIXTURES = join(import.meta.dirname, '../../../../fixtures')

function read(text: string): BenchmarkReport {
  return mustRead(readAll(openBenchmarks('go-bench'), text)).model
}

/** Name, metric and samples by process of everything. */
function samples(text: string): readonly unknown[] {
  return read(text).metrics.map((metric) => [metric.name, metric.metric, metric.samples])
}

function mustDetect(text: string): Extract<Detected<unknown>, { kind: 'one' }> {
  const detected = detectFormat<unknown>(bytesOf(text), [...benchmarkFormats, ...testRunFormats])
  if (detected.kind !== 'one') throw new Error(`it is ${detected.kind}`)
  return detected
}

function failed(text: string): readonly string[] {
  return read(text).failed.map(({ name, message }) => `${name}: ${message}`)
}

describe('the number of processors behind names', () => {
  test('is taken off where all have the same', () => {
    expect(samples('BenchmarkA-8 1 5 ns/op\nBenchmarkB/n=2-8 1 6 ns/op\n')).toEqual([
      ['BenchmarkA', 'time', [[5]]],
      ['BenchmarkB/n=2', 'time', [[6]]],
    ])
  })

  test('stays where it tells benchmarks apart', () => {
    expect(samples('BenchmarkA 1 5 ns/op\nBenchmarkA-2 1 6 ns/op\n')).toEqual([
      ['BenchmarkA', 'time', [[5]]],
      ['BenchmarkA-2', 'time', [[6]]],
    ])
  })
})

describe('processes', () => {
  test('are told apart by the end of a package and by a new beginning', () => {
    const run = 'goos: linux\npkg: a\nBenchmarkA-2 1 5 ns/op\nBenchmarkA-2 1 6 ns/op\n'
    expect(samples(`${run}PASS\nok  \ta\t0.1s\n${run}${run}`)).toEqual([
      [
        'a.BenchmarkA',
        'time',
        [
          [5, 6],
          [5, 6],
          [5, 6],
        ],
      ],
    ])
  })

  test('of two packages have benchmarks of their own', () => {
    const text = 'pkg: a\nBenchmarkA-2 1 5 ns/op\nok  \ta\t1s\npkg: b\nBenchmarkA-2 1 6 ns/op\nok  \tb\t1s\n'
    expect(samples(text)).toEqual([
      ['a.BenchmarkA', 'time', [[5]]],
      ['b.BenchmarkA', 'time', [[6]]],
    ])
  })
})

describe('what a program prints', () => {
  test('may stand between the name of a benchmark and its numbers, in lines of its own or not', () => {
    const lines = ['BenchmarkA-2   \thello', 'total\t12\t3.5 MB', 'and     100\t         5.000 ns/op', '']
    expect(samples(lines.join('\n'))).toEqual([['BenchmarkA-2'.slice(0, -2), 'time', [[5]]]])
    expect(samples('so BenchmarkA-2   \tit is      100\t       175.2 ns/op\t       0 B/op\n')).toEqual([
      ['BenchmarkA', 'time', [[175.2]]],
      ['BenchmarkA', 'B/op', [[0]]],
    ])
  })

  test('is no result where it only looks like one', () => {
    const table = '\t     100\t         5.000 ns/op\n'
    expect(samples(`BenchmarkA-2 1 5 ns/op\n${table}Benchmarks are slow\nBenchmarking took 3 minutes\n`)).toEqual([
      ['BenchmarkA', 'time', [[5]]],
    ])
  })

  test('takes nothing from a benchmark that never ends', () => {
    const text = 'pkg: a\nBenchmarkA-2 \tlog\nBenchmarkB-2 \t     100\t         5.000 ns/op\nPASS\nok  \ta\t1s\n'
    expect(samples(text)).toEqual([['a.BenchmarkB', 'time', [[5]]]])
    expect(failed(text)).toEqual(['a.BenchmarkA: It ended without a result.'])
  })

  test('may have the colours of a terminal around it', () => {
    expect(samples('\u001b[32mBenchmarkA-2\u001b[0m 1 5 ns/op\n')).toEqual([['BenchmarkA', 'time', [[5]]]])
  })
})

describe('failures', () => {
  test('are told once, of the innermost part, and of a package only where no benchmark of it failed', () => {
    const once = '--- FAIL: BenchmarkA/b\n    a_test.go:3: too heavy\n--- FAIL: BenchmarkA\n'
    const text = `pkg: a\n${once}${once}FAIL\nFAIL\ta\t1s\nFAIL\tb [setup failed]\nFAIL\tc\t2s\n`
    expect(failed(text)).toEqual([
      'a.BenchmarkA/b: too heavy',
      'b: It cannot be set up.',
      'c: Its tests or benchmarks failed.',
    ])
  })

  test('of a program that gives up are those of its package', () => {
    const text = 'pkg: a\nfatal error: out of memory\n\ngoroutine 1:\nexit status 2\nFAIL\ta\t1s\nFAIL\tb\t1s\n'
    expect(failed(text)).toEqual(['a: fatal error: out of memory', 'b: Its tests or benchmarks failed.'])
  })
})

describe('units', () => {
  test('may have their direction in the file', () => {
    const text = 'Unit widgets better=higher assume=exact\nUnit odd assume=nothing\nBenchmarkA-2 1 5 widgets 6 odd\n'
    expect(read(text).metrics.map(({ metric, direction }) => `${metric} ${direction}`)).toEqual([
      'widgets higher',
      'odd unknown',
    ])
  })
})

test('an output that stops within a package says so', () => {
  const { warnings } = mustRead(readAll(openBenchmarks('go-bench'), 'goos: linux\npkg: a\nBenchmarkA-2 1 5 ns/op\n'))
  expect(warnings.map(({ message }) => message)).toEqual([
    'the output ends before its package does: benchmarks may be missing',
  ])
})

test('a benchmark with another unit in each of a hundred thousand lines takes no time', () => {
  const lines = Array.from({ length: 100_000 }, (_, at) => `BenchmarkA-2 1 5 u${at}\n`)
  const { model } = mustRead(
    readAll(openBenchmarks('go-bench'), `goos: linux\npkg: a\n${lines.join('')}PASS\nok  \ta\t1s\n`),
  )
  expect(model.metrics).toHaveLength(100_000)
})

test('what go test prints of tests alone is no report', () => {
  const tests = '--- FAIL: TestA (0.00s)\n    a_test.go:3: no\nFAIL\nFAIL\ta\t0.1s\nok  \tb\t0.1s\n'
  expect(detectFormat<unknown>(bytesOf(tests), [...benchmarkFormats, ...testRunFormats]).kind).toBe('none')
})

describe('events of go test -json', () => {
  const events = readFileSync(join(FIXTURES, 'test-run/go-test-json/benchmarks/input.json'), 'utf8')

  test('are a test run, and a report of benchmarks where they have some', () => {
    const { sidelines, ...detected } = mustDetect(events)
    expect([detected.format.id, sidelines.map(({ id }) => id)]).toEqual(['go-test-json', ['go-bench-json']])
    expect(samples(events)).toEqual([
      ['example.com/parcel.BenchmarkVolume', 'time', [[58.4]]],
      ['example.com/parcel.BenchmarkLogs', 'time', [[10822]]],
    ])
    expect(failed(events)).toEqual(['example.com/parcel.BenchmarkFails: no scales'])
  })

  test('have none where a package failed and nothing else', () => {
    const isNothing = (text: string): boolean | undefined => goBenchJson.sideline?.isNothing(read(text))
    const output = (line: string): string => JSON.stringify({ Action: 'output', Package: 'a', Output: `${line}\n` })
    const ending = ['exit status 1', 'FAIL\ta/Benchmarks.v2\t1s'].map(output)
    expect(isNothing(ending.join('\n'))).toBe(true)
    expect(isNothing([output('--- FAIL: BenchmarkA/b.c'), ...ending].join('\n'))).toBe(false)
    expect(isNothing(events)).toBe(false)
  })
})

test('events that hold a line in pieces give the whole line', () => {
  const pieces = ['pkg: a\n', 'BenchmarkA-2 \t', '     100\t         5.000 ns/op\n', 'PASS\n', 'ok  \ta\t1s\n']
  const events = pieces.map((Output) => JSON.stringify({ Action: 'output', Package: 'a', Output }))
  expect(samples(`${events.join('\n')}\n`)).toEqual([['a.BenchmarkA', 'time', [[5]]]])
})
