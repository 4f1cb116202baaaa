import { expect, test } from '@jest/globals'
import { benchmarkjs } from '../../src/benchmark/benchmarkjs.js'
import { detectFormat } from '../../src/detect-format.js'
import { openBenchmarks } from '../support/open-benchmarks.js'
import { bytesOf, mustRead, readAll } from '../support/read.js'

test('names may have the words of a result in them', () => {
  const text =
    'pop x 3 x 1,234 ops/sec ±0.74% (93 runs sampled)\n2 x 5 ops/sec x 81.61 ops/sec ±1.70% (1 run sampled)\n'
  const { metrics } = mustRead(readAll(openBenchmarks('benchmarkjs'), text)).model
  expect(metrics.map(({ name, samples }) => [name, samples])).toEqual([
    ['pop x 3', [[1234]]],
    ['2 x 5 ops/sec', [[81.61]]],
  ])
})

test('what people write about operations is no report', () => {
  for (const text of [
    'about 5 ops/sec is fine\n',
    'fast x 12 ops/sec\n',
    '{"a":"b x 5 ops/sec ±1% (5 runs sampled)"}\n',
  ])
    expect(detectFormat(bytesOf(text), [benchmarkjs]).kind).toBe('none')
})
