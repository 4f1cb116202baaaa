import { describe, expect, test } from '@jest/globals'
import type { BenchmarkReport } from '@testwarden/core/model/benchmark'
import { benchmarkFormats } from '../../src/benchmark/registry.js'
import { detectFormat } from '../../src/detect-format.js'
import { openBenchmarks } from '../support/open-benchmarks.js'
import { bytesOf, mustRead, readAll } from '../support/read.js'

const RULE = '-'.repeat(79)
const END = `${'='.repeat(79)}\nAll tests passed (1 assertion in 1 test case)\n`
const WIDTH = 37

function read(text: string): BenchmarkReport {
  return mustRead(readAll(openBenchmarks('catch2-console'), text)).model
}

/** A table of one test case, as Catch2 prints it. */
function table(...rows: readonly string[]): string {
  const head = `${'benchmark name'.padEnd(WIDTH)}samples       iterations    estimated`
  const title = `${RULE}\nA ring\n${RULE}\nring.cc:5\n${'.'.repeat(79)}\n`
  return `${title}\n${head}\n${' '.repeat(WIDTH)}mean\n${' '.repeat(WIDTH)}std dev\n${RULE}\n${rows.join('\n')}\n\n${END}`
}

function first(name: string): string {
  return `${name.padEnd(WIDTH)}            5          6594     692.37 us `
}

function filled(text: string): string {
  return text.padEnd(79)
}

const MEAN = `${' '.repeat(WIDTH)}    5.28961 ns    5.22073 ns    5.38097 ns `
const DEVIATION = `${' '.repeat(WIDTH)}   0.157582 ns  0.0828644 ns   0.204698 ns `

function shown(text: string): readonly string[] {
  const { metrics, failed } = read(text)
  return [
    ...metrics.map(({ name, summary }) => `${name}: ${summary?.mean} ${summary?.stddev}`),
    ...failed.map(({ name, message }) => `${name} FAILED ${message}`),
  ]
}

describe('a name in the console', () => {
  test('may hold numbers and units', () => {
    expect(shown(table(first('fib 10 5 ns'), MEAN, DEVIATION))).toEqual(['A ring > fib 10 5 ns: 5.28961 0.157582'])
  })

  test('that is longer than its column goes on in the next line, also where blanks at the ends of lines are gone', () => {
    const text = table(filled('pop of a ring that has nothing in'), first('it at all'), MEAN, DEVIATION)
    const expected = ['A ring > pop of a ring that has nothing in it at all: 5.28961 0.157582']
    expect(shown(text)).toEqual(expected)
    expect(shown(text.replace(/ +$/gm, ''))).toEqual(expected)
  })

  test('is not what a program prints between benchmarks', () => {
    const text = table(first('a'), MEAN, DEVIATION, filled(''), 'setting up', 'more', first('b'), MEAN, DEVIATION)
    expect(shown(text)).toEqual(['A ring > a: 5.28961 0.157582', 'A ring > b: 5.28961 0.157582'])
  })
})

describe('a program that prints while it is measured', () => {
  test('leaves the estimates where they can be told', () => {
    const printing = [
      `${'prints'.padEnd(WIDTH)}hello`,
      'hello',
      '            5            89    934.055 us hello',
      'hello',
    ]
    const text = table(...printing, MEAN, DEVIATION, filled(''), first('b'), MEAN, DEVIATION)
    expect(shown(text)).toEqual(['A ring > prints: 5.28961 0.157582', 'A ring > b: 5.28961 0.157582'])
    expect(read(text).metrics[0]?.summary?.count).toBe(null)
  })

  test('and whose numbers are lost is told as failed', () => {
    const text = table(`${'prints'.padEnd(WIDTH)}hello`, 'hello', first('b'), MEAN, DEVIATION)
    expect(shown(text)).toEqual(['A ring > b: 5.28961 0.157582', 'A ring > prints FAILED It ended without a result.'])
  })
})

describe('a benchmark that fails', () => {
  test('does so before it is measured or while it is', () => {
    const text = table(
      `${'a'.padEnd(WIDTH)}Benchmark failed (no room) `,
      first('b'),
      'Benchmark failed (late) ',
      first('c'),
    )
    expect(shown(text)).toEqual([
      'A ring > a FAILED no room',
      'A ring > b FAILED late',
      'A ring > c FAILED It ended without a result.',
    ])
  })
})

test('a run of a test case for each of its sections measures its benchmarks again, which are numbered', () => {
  const { model, warnings } = mustRead(
    readAll(
      openBenchmarks('catch2-console'),
      `${table(first('a'), MEAN, DEVIATION)}${table(first('a'), MEAN, DEVIATION)}`,
    ),
  )
  expect(model.metrics.map(({ name, file, line }) => [name, file, line])).toEqual([
    ['A ring > a', 'ring.cc', 5],
    ['A ring > a #2', 'ring.cc', 5],
  ])
  expect(warnings.map(({ message }) => message)).toEqual(['two benchmarks have one name: the later ones are numbered'])
})

test('sections of sections name a benchmark in XML, and the innermost is its place', () => {
  const inner =
    '<Section name="in" filename="b.cc" line="7"><BenchmarkResults name="x"><mean value="5" /></BenchmarkResults></Section>'
  const xml = `<Catch2TestRun name="t"><TestCase name="A" filename="a.cc" line="1">${inner}<BenchmarkResults name="y"><mean value="6"/></BenchmarkResults></TestCase></Catch2TestRun>`
  const { metrics } = mustRead(readAll(openBenchmarks('catch2-xml'), xml)).model
  expect(metrics.map(({ name, file, line, samples }) => [name, file, line, samples])).toEqual([
    ['A > in > x', 'b.cc', 7, [[5]]],
    ['A > y', 'a.cc', 1, [[6]]],
  ])
})

test('what Catch2 prints of tests alone is no report', () => {
  expect(detectFormat(bytesOf(END), benchmarkFormats).kind).toBe('none')
  expect(detectFormat(bytesOf(table()), benchmarkFormats).kind).toBe('one')
})
