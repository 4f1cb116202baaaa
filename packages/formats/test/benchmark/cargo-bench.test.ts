import { describe, expect, test } from '@jest/globals'
import type { BenchmarkReport } from '@testwarden/core/model/benchmark'
import { benchmarkFormats } from '../../src/benchmark/registry.js'
import { detectFormat } from '../../src/detect-format.js'
import { openBenchmarks } from '../support/open-benchmarks.js'
import { bytesOf, mustRead, readAll } from '../support/read.js'

function read(text: string, id = 'cargo-bench'): BenchmarkReport {
  return mustRead(readAll(openBenchmarks(id), text)).model
}

function values(text: string): readonly unknown[] {
  return read(text).metrics.map(({ name, metric, samples, unit }) => [name, metric, samples.flat(), unit])
}

describe('the number behind +/-', () => {
  const line = 'test a ... bench:         135 ns/iter (+/- 24)\n'

  test('is the standard deviation of Criterion.rs, and the range of Rust’s own test library', () => {
    const { metrics, dialect } = read(line)
    expect([dialect, metrics[0]?.summary]).toMatchObject(['criterion', { median: 135, stddev: 24 }])
    const library = read(`running 1 test\n${line}test result: ok. 0 passed; 1 measured; 0 filtered out\n`)
    expect([library.dialect, library.metrics[0]?.summary]).toMatchObject(['libtest', { median: 135, stddev: null }])
  })

  test('is nothing known where numbers are written as Criterion.rs does not, or are of another unit', () => {
    for (const other of ['1,135 ns/iter (+/- 24)', '135.5 ns/iter (+/- 24)', '135 cycles/iter (+/- 24)'])
      expect(read(`test a ... bench: ${other}\n`)).toMatchObject({
        dialect: null,
        metrics: [{ summary: { stddev: null } }],
      })
  })
})

describe('lines of results', () => {
  test('have numbers with commas and decimals, names with anything in them, and throughput that says nothing new', () => {
    const lines = [
      'test a::b   ... bench:   1,299,693.89 ns/iter (+/- 928,662.49) = 23 MB/s',
      'test Create test realm ... bench: 7 ns/iter (+/- 1)',
      'iFtest terse ... bench:           2.85 ns/iter (+/- 6.55)',
      'counting test loud ... bench:           1.99 ns/iter (+/- 3.26)',
      'test upload ... bench:        1911 MS/s (+/- 420)',
      '',
    ]
    expect(values(lines.join('\n'))).toEqual([
      ['a::b', 'time', [1299693.89], 'ns'],
      ['Create test realm', 'time', [7], 'ns'],
      ['terse', 'time', [2.85], 'ns'],
      ['loud', 'time', [1.99], 'ns'],
      ['upload', 'throughput', [1911], 'MS/s'],
    ])
  })

  test('of Criterion.rs for people may stand among them, whichever the file is known by', () => {
    const criterion = 'winner/of/10            time:   [19.202 ns 19.875 ns 20.691 ns]\n'
    const library = 'running 1 test\ntest a ... bench: 135 ns/iter (+/- 24)\ntest result: ok. 0 passed; 1 measured; 0\n'
    const both = `${library}${criterion}`
    expect(detectFormat(bytesOf(both), benchmarkFormats)).toMatchObject({ kind: 'one', format: { id: 'cargo-bench' } })
    for (const id of ['cargo-bench', 'criterion-text'])
      expect(read(both, id).metrics.map(({ name }) => name)).toEqual(['a', 'winner/of/10'])
    expect(read(both).dialect).toBe(null)
  })
})

describe('a benchmark that prints while it runs', () => {
  test('has its numbers in a later line', () => {
    expect(values('test a b ... hello\nsome bench: of it\nbench:          20 ns/iter (+/- 1)\n\n')).toEqual([
      ['a b', 'time', [20], 'ns'],
    ])
  })

  test('and never ends is told as failed, others that ended are not', () => {
    const text =
      'running 3 tests\ntest x ... ok\ntest y ... ignored, slow\ntest a ... bench: 5 ns/iter (+/- 1)\ntest b ... '
    expect(read(text).failed).toEqual([{ name: 'b', message: 'It ended without a result.' }])
    const whole = 'running 1 test\ntest b ... hello\nok\ntest result: ok. 1 passed; 0 measured; 0 filtered out\n'
    expect(read(whole).failed).toEqual([])
  })
})

describe('an output', () => {
  test('that ends before its tests do says so, even behind a whole line', () => {
    const { warnings } = mustRead(
      readAll(openBenchmarks('cargo-bench'), 'running 2 tests\ntest a ... bench: 5 ns/iter (+/- 1)\n'),
    )
    expect(warnings.map(({ message }) => message)).toEqual([
      'the output ends before its benchmarks do: some may be missing',
    ])
  })

  test('of tests alone is a report of no benchmarks, one of Criterion.rs in front of it is not', () => {
    const tests =
      'running 1 test\ntest a ... ignored\n\ntest result: ok. 0 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out\n'
    expect(detectFormat(bytesOf(tests), benchmarkFormats)).toMatchObject({ format: { id: 'cargo-bench' } })
    expect(read(tests).metrics).toEqual([])
    const others = tests.replace('0 passed', '3 passed')
    expect(detectFormat(bytesOf(others), benchmarkFormats).kind).toBe('none')
    const withTimes = `${tests}fib   time:   [19.202 ns 19.875 ns 20.691 ns]\n`
    expect(detectFormat(bytesOf(withTimes), benchmarkFormats)).toMatchObject({ format: { id: 'criterion-text' } })
  })

  test('that a report of tests quotes makes no benchmarks of it', () => {
    const quoted = 'test result: ok. 1 passed; 0 failed; 0 ignored; 1 measured; 0 filtered out\ngoos: linux\n'
    const xml = `<testsuites><testsuite name="a"><system-out>\n${quoted}</system-out></testsuite></testsuites>`
    expect(detectFormat(bytesOf(xml), benchmarkFormats).kind).toBe('none')
    expect(detectFormat(bytesOf(`[INFO] building\n${quoted}`), benchmarkFormats).kind).not.toBe('none')
  })

  test('without any line of a benchmark is refused', () => {
    expect(readAll(openBenchmarks('cargo-bench'), 'error: no such command\n')).toMatchObject({ ok: false })
  })
})

describe('why a benchmark failed', () => {
  test('is what it panicked with, as new and old versions of Rust tell', () => {
    const lines = ['running 3 tests', 'test new ... FAILED', 'test old ... FAILED', 'test mute ... FAILED', 'failures:']
    const outputs = [
      "---- new stdout ----\n\nthread 'main' (7) panicked at src/lib.rs:1:2:\nno votes\n",
      "---- old stdout ----\nthread 'main' panicked at 'no votes either', src/lib.rs:1:2\n",
      '---- mute stdout ----\nError: "odd"\n',
    ]
    const text = `${[...lines, ...outputs].join('\n')}\ntest result: FAILED. 0 passed; 3 failed\n`
    expect(read(text).failed.map(({ name, message }) => `${name}: ${message}`)).toEqual([
      'new: no votes',
      'old: no votes either',
      'mute: It failed.',
    ])
  })
})
