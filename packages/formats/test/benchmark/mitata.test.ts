import { describe, expect, test } from '@jest/globals'
import { mitata } from '../../src/benchmark/mitata.js'
import { metricLine, openBenchmarks } from '../support/open-benchmarks.js'
import { bytesOf, mustRead, readAll } from '../support/read.js'

const stats = { samples: null, min: 1, max: 3, avg: 2, p25: 1, p50: 2, p75: 3 }

function readRuns(runs: readonly unknown[], alias = 'f') {
  const document = { layout: [{ name: null }, { name: 'group' }], benchmarks: [{ runs, alias, group: 1 }], context: {} }
  const { model } = mustRead(readAll(openBenchmarks('mitata'), bytesOf(JSON.stringify(document))))
  return { lines: model.metrics.map(metricLine), failed: model.failed }
}

describe('what mitata prints', () => {
  test('tells runs apart by the arguments that their name does not have', () => {
    const runs = [
      { name: 'f 1', args: { n: 1, unit: 'kB' }, stats },
      { name: 'f 2', args: { n: 2, unit: 'kB' }, stats },
    ]
    expect(readRuns(runs, 'f $n').lines).toEqual([
      'group > f 1 (unit=kB) > time, lower is better: 2 ns; min 1, max 3, mean 2, median 2, q1 1, q3 3',
      'group > f 2 (unit=kB) > time, lower is better: 2 ns; min 1, max 3, mean 2, median 2, q1 1, q3 3',
    ])
  })

  test('may count instructions and cycles, and no bytes where none of them could be told', () => {
    const counters = { cycles: { min: 3, max: 5, avg: 4 }, instructions: { min: 6, max: 6, avg: 6, loads: { avg: 1 } } }
    const heap = { _: 0, total: 0, min: null, max: null, avg: null }
    expect(readRuns([{ name: 'f', args: {}, stats: { ...stats, counters, heap } }]).lines.slice(1)).toEqual([
      'group > f > cycles, lower is better: 4 cycles; min 3, max 5, mean 4',
      'group > f > instructions, lower is better: 6 instructions; min 6, max 6, mean 6',
    ])
  })

  test('says why a run failed, and goes on where one has nothing at all', () => {
    expect(
      readRuns([
        { name: 'f', args: {}, error: { message: 'no way', stack: '' } },
        { name: 'g', args: {} },
      ]).failed,
    ).toEqual([
      { name: 'group > f', message: 'no way' },
      { name: 'group > g', message: 'It failed.' },
    ])
  })

  test.each([
    ['Google Benchmark', { context: {}, benchmarks: [{ name: 'a', run_name: 'a' }] }],
    ['pytest-benchmark', { machine_info: {}, benchmarks: [{ group: null, stats: {} }] }],
    ['a list of nothing', { benchmarks: [] }],
  ])('is not what %s writes', (_tool, document) => {
    expect(mitata.detect(bytesOf(JSON.stringify(document)))).toBe(false)
  })
})
