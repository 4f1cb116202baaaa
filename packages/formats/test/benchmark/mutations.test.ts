import { describe, expect, test } from '@jest/globals'
import type { BenchmarkReport } from '@testwarden/core/model/benchmark'
import { countBenchmarks } from '@testwarden/core/model/benchmark-totals'
import type { ParseResult } from '@testwarden/core/model/result'
import fc from 'fast-check'
import { benchmarkFormats } from '../../src/benchmark/registry.js'
import { readCorpusFile, readCorpusIndex } from '../support/corpus.js'
import { fixturesOf } from '../support/fixtures.js'
import { openBenchmarks } from '../support/open-benchmarks.js'
import { bytesOf, readAll } from '../support/read.js'

interface Sample {
  readonly name: string
  readonly format: string
  readonly input: Uint8Array
}

const MAX_BYTES = 40_000
/** Of tools that print lines for each benchmark and none at their end: what is cut off behind a line cannot be told. */
const WITHOUT_END = new Set(['benchmarkjs', 'cargo-bench', 'criterion-text'])
const LINE_END = 10
const ABSURD = ['-1', '-0', '0', '1e999', 'Infinity', '9007199254740993', '4294967296', '0x10', 'NaN', '', '1,5', '９']

const corpus = (readCorpusIndex() ?? [])
  .filter(({ kind, format }) => kind === 'benchmark' && benchmarkFormats.some(({ id }) => id === format))
  .map(({ file, format }) => ({ name: file, format, input: readCorpusFile(file) }))
const samples: readonly Sample[] = [...fixturesOf('benchmark').filter(({ parts }) => parts === null), ...corpus]
  .filter(({ input }) => input.length > 0)
  .map(({ name, format, input }) => ({ name, format, input: input.subarray(0, MAX_BYTES) }))

function read({ format }: Sample, bytes: Uint8Array): ParseResult<BenchmarkReport> {
  return readAll(openBenchmarks(format), bytes)
}

function expectSane(result: ParseResult<BenchmarkReport>): void {
  if (!result.ok) {
    expect(result.error.message).not.toBe('')
    expect(result.error.remedy).not.toBe('')
    return
  }
  const { metrics } = result.model
  const totals = countBenchmarks(metrics)
  expect(totals.benchmarks).toBeLessThanOrEqual(totals.metrics)
  expect(totals.metrics).toBe(new Set(metrics.map(({ name, metric }) => `${name}\0${metric}`)).size)
  expect(totals.samples).toBeGreaterThanOrEqual(totals.metrics)
  for (const { name, unit, samples, line } of metrics) {
    expect(name).not.toBe('')
    expect(typeof unit).toBe('string')
    expect(line === null || (Number.isSafeInteger(line) && line > 0)).toBe(true)
    for (const value of samples.flat()) expect(Number.isFinite(value) && value >= 0).toBe(true)
  }
}

function metricCount(result: ParseResult<BenchmarkReport>): number {
  return result.ok ? result.model.metrics.length : 0
}

describe.each(samples)('$name, damaged,', (sample) => {
  test('is an error or says that it ends early wherever it loses benchmarks by being cut off', () => {
    const whole = read(sample, sample.input)
    for (let length = 0; length < sample.input.length; length += Math.max(10, Math.floor(sample.input.length / 200))) {
      const rest = sample.input.subarray(0, length)
      const cut = read(sample, rest)
      expectSane(cut)
      if (WITHOUT_END.has(sample.format) && rest.at(-1) === LINE_END) continue
      if (metricCount(cut) < metricCount(whole)) expect(!cut.ok || cut.partial || cut.warnings.length > 0).toBe(true)
    }
  })

  test('ends in an error or sane totals whatever bit is flipped', () => {
    fc.assert(
      fc.property(fc.nat(sample.input.length - 1), fc.nat(7), (at, bit) => {
        const bytes = Uint8Array.from(sample.input)
        bytes[at] = (bytes[at] ?? 0) ^ (1 << bit)
        expectSane(read(sample, bytes))
      }),
      { numRuns: 40 },
    )
  })

  test('ends in an error or sane totals with lines repeated or out of order', () => {
    const lines = new TextDecoder().decode(sample.input).split('\n')
    fc.assert(
      fc.property(fc.nat(lines.length - 1), fc.nat(lines.length - 1), fc.boolean(), (from, to, isMove) => {
        const moved = isMove ? lines.toSpliced(from, 1) : lines
        expectSane(read(sample, bytesOf(moved.toSpliced(to, 0, lines[from] ?? '').join('\n'))))
      }),
      { numRuns: 30 },
    )
  })

  test('ends in an error or sane totals with absurd numbers', () => {
    const text = new TextDecoder().decode(sample.input)
    fc.assert(
      fc.property(fc.nat(20), fc.constantFrom(...ABSURD), (nth, absurd) => {
        let seen = 0
        expectSane(read(sample, bytesOf(text.replace(/[0-9]+/g, (number) => (seen++ % 21 === nth ? absurd : number)))))
      }),
      { numRuns: 30 },
    )
  })
})
