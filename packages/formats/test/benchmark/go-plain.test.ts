import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { metricLine, openBenchmarks } from '../support/open-benchmarks.js'
import { mustRead, readAll } from '../support/read.js'

const HEAD = 'goos: linux\npkg: a.test/b\n'
const END = 'PASS\nok  \ta.test/b\t1.0s\n'

/** Lines with a character outside of ASCII in front have no quick way. */
function readBothWays(lines: readonly string[]): readonly [string[], string[]] {
  const body = `${HEAD}${lines.join('\n')}\n${END}`
  return [read(body), read(`é\n${body}`)]
}

function read(text: string): string[] {
  const { model, warnings } = mustRead(readAll(openBenchmarks('go-bench'), text))
  return [
    ...model.metrics.map((metric) => `${metricLine(metric)} ${metric.samples.flat().join(' ')}`),
    ...model.failed.map(({ name, message }) => `${name}: ${message}`),
    ...warnings.map(({ message }) => message),
  ]
}

const number = fc.oneof(
  fc.double({ min: 0, max: 1e15, noNaN: true }).map(String),
  fc.nat().map(String),
  fc.tuple(fc.nat(), fc.nat()).map(([whole, part]) => `${whole}.${part}`),
  fc.constantFrom('1e+06', '.5', '5.', '+5', 'NaN', '-1', '00', '1.2.3', '0.000123456789012345', ''),
)
const value = fc.tuple(number, fc.constantFrom('ns/op', 'B/op', 'MB/s', 'widgets')).map((words) => words.join(' '))
const line = fc
  .tuple(
    fc.constantFrom('BenchmarkA-8', 'BenchmarkA-80', 'BenchmarkAB/x=1-8', 'BenchmarkB-8', 'Benchmark', 'Bench'),
    fc.constantFrom('1000', '1', '0', '1.0', '', '10 x'),
    fc.array(value, { maxLength: 3 }),
    fc.constantFrom('\t', '  \t  ', ' ', '\t ok'),
  )
  .map(([name, count, values, blank]) => [name, count, ...values].join(blank))

test('the quick way reads what the long way reads, whatever the lines are', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(line, fc.constantFrom('pkg: c.test/d', 'PASS', '')), { maxLength: 30 }), (lines) => {
      const [quick, long] = readBothWays(lines)
      expect(quick).toEqual(long)
    }),
    { numRuns: 300 },
  )
})

test('the quick way keeps every digit of a number', () => {
  fc.assert(
    fc.property(
      fc.array(fc.double({ min: 1e-7, max: 1e12, noNaN: true }), { minLength: 2, maxLength: 20 }),
      (values) => {
        const lines = values.map((ns) => `BenchmarkA-8 \t 1000\t ${ns.toFixed(7)} ns/op`)
        const [quick, long] = readBothWays(lines)
        expect(quick).toEqual(long)
      },
    ),
  )
})
