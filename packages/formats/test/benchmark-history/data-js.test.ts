import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { dataJsReader } from '../../src/benchmark-history/data-js.js'
import { metricLine } from '../support/open-benchmarks.js'
import { bytesOf, mustRead, readAll } from '../support/read.js'

const COMMIT = { id: 'c0ffee', message: 'Make it faster\n\nMuch.', url: 'https://example.com/c0ffee' }
const START = { name: 'start', value: 12.5, unit: 'ms' }

type Run = Readonly<Record<string, unknown>>

const run = (tool: string, ...benches: readonly object[]): Run => ({
  commit: COMMIT,
  date: 1772345678000,
  tool,
  benches,
})
const json = (...runs: readonly Run[]) =>
  JSON.stringify({ lastUpdate: 1, repoUrl: '', entries: { Speed: runs } }, null, 2)

function read(text: string, portion?: number) {
  const { model, partial, warnings } = mustRead(readAll(dataJsReader('data.js'), text, portion))
  const runs = model.map(({ metrics, ...facts }) => ({ ...facts, metrics: metrics.map(metricLine) }))
  return { runs, partial, warnings: warnings.map(({ message }) => message) }
}

const linesOf = (tool: string, ...benches: readonly object[]) => read(json(run(tool, ...benches))).runs[0]?.metrics

describe('the history of github-action-benchmark', () => {
  test('has runs of suites with commit, moment and numbers', () => {
    expect(read(`window.BENCHMARK_DATA = ${json(run('customSmallerIsBetter', START))}`)).toEqual({
      runs: [
        {
          suite: 'Speed',
          commitId: 'c0ffee',
          message: 'Make it faster',
          url: 'https://example.com/c0ffee',
          time: '2026-03-01T06:14:38.000Z',
          tool: 'customSmallerIsBetter',
          metrics: ['start > time, lower is better: 12500000 ns'],
        },
      ],
      partial: false,
      warnings: [],
    })
  })

  test.each([
    ['', ''],
    ['window.BENCHMARK_DATA = ', ';\n'],
    ['\n  window . BENCHMARK_DATA\n=', ' ; ;\r\n\t'],
    ['BENCHMARK_DATA=', '\n'],
    ['\uFEFFwindow.BENCHMARK_DATA = ', ''],
  ])('is the same between %j and %j, in portions of any size', (before, after) => {
    const text = before + json(run('cargo', { ...START, name: 'a;\n;' }, { ...START, name: ';' })) + after
    const whole = read(text)
    expect(whole.runs[0]?.metrics).toHaveLength(2)
    fc.assert(fc.property(fc.integer({ min: 1, max: 40 }), (size) => expect(read(text, size)).toEqual(whole)))
  })

  test.each([
    'alert(1); window.BENCHMARK_DATA = {}',
    'window.BENCHMARK_DATA = JSON.parse("{}")',
    'window.BENCHMARK_DATA = () => ({})',
    'window.BENCHMARK_DATA = []',
    'window.BENCHMARK_DATA = ',
    '<script>',
  ])('is no other script: %s', (script) => {
    const result = readAll(dataJsReader('dev/bench/data.js'), script)
    expect(result).toMatchObject({ ok: false, error: { path: 'dev/bench/data.js', line: 1 } })
  })

  test.each([
    'window.BENCHMARK_DATA = {"entries": {}}; alert(1)',
    'window.BENCHMARK_DATA = {entries: {}}',
    "window.BENCHMARK_DATA = {'entries': {}}",
    'window.BENCHMARK_DATA = {"entries": alert(1)}',
  ])('is strict JSON: %s', (script) => {
    expect(readAll(dataJsReader('data.js'), script).ok).toBe(false)
  })

  test('names the line of a fault as the script has it', () => {
    const result = readAll(dataJsReader('data.js'), '\n\nwindow.BENCHMARK_DATA =\n{\n"entries": nothing}')
    expect(result).toMatchObject({ ok: false, error: { line: 5 } })
  })

  test('that ends early has the runs before its end', () => {
    const text = `window.BENCHMARK_DATA = ${json(run('cargo', START), run('cargo', START))}`
    const { runs, partial, warnings } = read(text.slice(0, -60))
    expect({ runs: runs.length, partial }).toEqual({ runs: 1, partial: true })
    expect(warnings).toEqual(['the file ends early: later runs are missing'])
  })

  test('leaves out runs of no commit and numbers that are none, and says so', () => {
    const odd = run('cargo', START, { name: 'b', unit: 'ms', value: null })
    const { runs, warnings } = read(json({ ...odd, commit: { id: '' } }, { ...odd, date: 'Sunday' }))
    expect(runs.map(({ time, metrics }) => [time, metrics.length])).toEqual([[null, 1]])
    expect(warnings).toEqual([
      'a run without a commit is left out',
      'a value that is no finite number is left out',
      'b has no value that can be used',
    ])
  })
})

describe('what a tool measured is what our reader of it would say', () => {
  test('of custom JSON the tool knows which way is better', () => {
    const free = { name: 'free', value: '3', unit: 'MB', range: '± 1' }
    expect(linesOf('customSmallerIsBetter', free)).toEqual(['free > value, lower is better: 3000000 B'])
    expect(linesOf('customBiggerIsBetter', free)).toEqual(['free > value, higher is better: 3000000 B'])
  })

  test('of pytest-benchmark it is the time of a round', () => {
    const fib = { name: 'tests/test_fib.py::test_fib', value: 500, unit: 'iter/sec', range: 'stddev: 0.0001' }
    expect(linesOf('pytest', fib)).toEqual([
      'tests/test_fib.py::test_fib > time, lower is better: 2000000 ns; mean 2000000, stddev 100000',
    ])
  })

  test('of BenchmarkDotNet it has the deviation too', () => {
    expect(linesOf('benchmarkdotnet', { name: 'a.B', value: 24.5, unit: 'ns', range: '± 0.25' })).toEqual([
      'a.B > time, lower is better: 24.5 ns; mean 24.5, stddev 0.25',
    ])
  })

  test('of Google Benchmark statistics are no benchmarks', () => {
    const names = ['fib/8', 'fib/8_mean', 'fib/8_median', 'fib/8_stddev', 'fib/8_cv', 'my_mean']
    expect(linesOf('googlecpp', ...names.map((name) => ({ name, value: 3, unit: 'us/iter' })))).toEqual([
      'fib/8 > time, lower is better: 3000 ns',
      'my_mean > time, lower is better: 3000 ns',
    ])
  })

  test('of JMH parameters are part of the name', () => {
    const lines = linesOf(
      'jmh',
      { name: 'a.B.c ( {"size":"10","kind":"x"} )', value: 3, unit: 'ops/ms' },
      { name: 'a.B.c ( {broken} )', value: 3, unit: 'us/op' },
    )
    expect(lines).toEqual([
      'a.B.c[size=10, kind=x] > throughput, higher is better: 3000 ops/s',
      'a.B.c ( {broken} ) > time, lower is better: 3000 ns',
    ])
  })

  test('of Go several values of one line are several metrics, each once', () => {
    const lines = linesOf(
      'go',
      { name: 'BenchmarkFib', value: 300, unit: 'ns/op\t      48 B/op\t       2 allocs/op' },
      { name: 'BenchmarkFib - ns/op', value: 300, unit: 'ns/op' },
      { name: 'BenchmarkFib - B/op', value: 48, unit: 'B/op' },
      { name: 'BenchmarkSum/a - b', value: 5, unit: 'ns/op' },
      { name: 'BenchmarkOne (example.com/a/b) - MB/s', value: 6, unit: 'MB/s' },
    )
    expect(lines).toEqual([
      'BenchmarkFib > time, lower is better: 300 ns',
      'BenchmarkFib > B/op, lower is better: 48 B',
      'BenchmarkFib > allocs/op, lower is better: 2 allocs/op',
      'BenchmarkSum/a - b > time, lower is better: 5 ns',
      'example.com/a/b.BenchmarkOne > throughput, higher is better: 6000000 B/s',
    ])
  })

  test.each([
    ['cargo', 'ns/iter', 'time, lower is better: 2 ns'],
    ['benchmarkjs', 'ops/sec', 'throughput, higher is better: 2 ops/s'],
    ['catch2', 'us', 'time, lower is better: 2000 ns'],
    ['a tool to come', 'points', 'value, unknown which is better: 2 points'],
  ])('of %s the unit %s tells', (tool, unit, line) => {
    expect(linesOf(tool, { name: 'a', value: 2, unit })).toEqual([`a > ${line}`])
  })
})

test('text of any kind is runs or an error', () => {
  const text = `window.BENCHMARK_DATA = ${json(run('go', START, { ...START, unit: 'ns/op\t4 B/op' }))};`
  fc.assert(
    fc.property(fc.nat(text.length - 1), fc.nat(7), (at, bit) => {
      const bytes = Uint8Array.from(bytesOf(text))
      bytes[at] = (bytes[at] ?? 0) ^ (1 << bit)
      const result = readAll(dataJsReader('data.js'), bytes)
      if (!result.ok) expect(result.error.remedy).not.toBe('')
      else for (const { metrics } of result.model) expect(metrics.every(({ samples }) => samples.length > 0)).toBe(true)
    }),
    { numRuns: 300 },
  )
})
