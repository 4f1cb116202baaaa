import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { benchmarkLinks, readBenchmarkRecord } from '../../src/benchmarks/benchmark-record.js'
import { decodeBenchmarks } from '../../src/benchmarks/decode-benchmarks.js'
import { encodeBenchmarks } from '../../src/benchmarks/encode-benchmarks.js'
import type { MeasuredValue, RecordedBenchmarks } from '../../src/benchmarks/recorded-benchmarks.js'

function measured(key: string, median: number): MeasuredValue {
  const stats = { min: median, max: median * 2, mean: median, median, stddev: null, iqr: null }
  return { key, kind: 'benchmark', unit: 'ns', direction: 'lower', processes: [{ median, mad: 1.5, count: 10 }], stats }
}

function runOf(...values: MeasuredValue[]): RecordedBenchmarks {
  return { values, isWhole: true, kernelNs: null, accepted: [] }
}

/** Bodies as a history gives them back. */
function written(runs: readonly RecordedBenchmarks[]): readonly unknown[] {
  const bodies: unknown[] = []
  for (const run of runs)
    bodies.push(JSON.parse(JSON.stringify(encodeBenchmarks(run, decodeBenchmarks(bodies).roster))))
  return bodies
}

describe('records of benchmarks', () => {
  test('give back what was written, to five digits', () => {
    const run = { ...runOf(measured('a', 1234567), measured('b', 0.25)), kernelNs: 5e7, accepted: ['b'] }
    const [back] = decodeBenchmarks(written([run])).runs
    expect(back?.values.map(({ processes }) => processes[0]?.median)).toEqual([1234600, 0.25])
    expect(back).toMatchObject({ isWhole: true, kernelNs: 5e7, accepted: ['b'] })
    expect(back?.values[0]?.stats).toEqual({
      min: 1234600,
      max: 2469100,
      mean: 1234600,
      median: 1234600,
      stddev: null,
      iqr: null,
    })
  })

  test('hold their names once, and say which record they need', () => {
    const [first, second, third] = written([
      runOf(measured('a', 1), measured('b', 2)),
      runOf(measured('a', 3)),
      runOf(measured('a', 3), measured('c', 4)),
    ]).map((body) => {
      const read = readBenchmarkRecord(body)
      if (!read.ok) throw new Error(read.fault)
      return benchmarkLinks(read.record)
    })
    expect(first?.provides).toHaveLength(1)
    expect(second).toEqual({ provides: [], needs: first?.provides })
    expect(third?.provides).toHaveLength(1)
    expect(third?.needs).toEqual([])
  })

  test('come back in every order of names, whatever came and went', () => {
    const run = fc
      .uniqueArray(
        fc.record({ key: fc.constantFrom('a', 'b', 'c', 'd', 'e'), median: fc.integer({ min: 0, max: 9999 }) }),
        {
          selector: ({ key }) => key,
        },
      )
      .map((values) =>
        runOf(...values.sort((l, r) => (l.key < r.key ? -1 : 1)).map(({ key, median }) => measured(key, median))),
      )
    fc.assert(
      fc.property(fc.array(run, { minLength: 1, maxLength: 12 }), (runs) => {
        const back = decodeBenchmarks(written(runs)).runs
        const medians = (list: readonly (RecordedBenchmarks | null)[]) =>
          list.map((each) => each?.values.map(({ key, processes }) => [key, processes[0]?.median]))
        expect(medians(back)).toEqual(medians(runs))
      }),
    )
  })

  test('that are damaged, of others or of later are left out, and said to be', () => {
    const [good] = written([runOf(measured('a', 1))])
    const bodies = [
      good,
      null,
      { schema: 'testwarden.benchmark-record/2' },
      { ...(good as object), processes: [[1, 2]] },
    ]
    const { runs, problems } = decodeBenchmarks([...bodies, { ...(good as object), roster: 'nowhere' }])
    expect(runs.map((each) => each !== null)).toEqual([true, false, false, false, false])
    expect(problems).toEqual([
      'One run is left out, because what is recorded of it are no benchmarks.',
      'One run is left out, because a newer Testwarden wrote its record.',
      'One run is left out, because its record is damaged.',
      'One run is left out, because the names that its values belong to are missing or others.',
    ])
  })

  test('never throw, whatever a body holds', () => {
    const [good] = written([runOf(measured('a', 1), measured('b', 2))])
    fc.assert(
      fc.property(
        fc.constantFrom('roster', 'processes', 'stats', 'accepted', 'kernelNs', 'isWhole'),
        fc.jsonValue(),
        (key, value) => {
          const { runs } = decodeBenchmarks([{ ...(good as object), [key]: value }])
          for (const run of runs)
            for (const { processes } of run?.values ?? []) expect(processes.length).toBeGreaterThan(0)
        },
      ),
    )
  })
})
